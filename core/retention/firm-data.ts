/** How whoever asks on a firm's behalf showed that they may. */
export const identifiedWords = {
  sealedLetter: { zh: '盖章的书面申请', en: 'a letter with the firm’s seal' },
  inPerson: { zh: '当面核验证件', en: 'papers shown in person' },
  callBack: { zh: '回拨登记电话核实', en: 'a call back to the registered phone' },
} as const
export type Identified = keyof typeof identifiedWords

/**
 * What a request for deletion leaves, and the law by which it stays: until its time is over it is only kept, and used
 * for nothing else (个人信息保护法 art. 47, last paragraph).
 */
export const keptWords = {
  goingOn: {
    zh: '正在办理的诉求：办理需要联系人和诉求内容，结束后可以再次申请',
    en: 'issues that are going on: they need their contact and text; ask again when they are over',
    law: '《个人信息保护法》第四十七条第一款第一项（处理目的尚未实现）',
  },
  consents: {
    zh: '授权记录、签字人、签字的授权书和对外提供记录',
    en: 'consents, who signed them, the signed forms, and what was provided to others',
    law: '《个人信息保护法》第五十六条、《网络数据安全管理条例》第十二条（至少保存三年）',
  },
  visits: {
    zh: '走访和座谈记录的标题与要点：到保存期限时删除',
    en: 'titles and notes of visits and forums: they go when the time of keeping is over',
    law: '《个人信息保护法》第四十七条第一款第二项（保存期限届满时删除）',
  },
  record: {
    zh: '办理经过（不含姓名、电话和文字）和统计数字',
    en: 'what was done when, without names, numbers and texts, and counts',
    law: '《档案法》第十三条、第十四条（机关归档）；不含个人信息',
  },
  audit: {
    zh: '操作和网络日志（只含编号）',
    en: 'logs of what was done, which hold ids only',
    law: '《网络安全法》（网络日志留存不少于六个月）',
  },
  firmFacts: {
    zh: '企业登记信息和资质证书',
    en: "the firm's registered facts and certificates",
    law: '《个人信息保护法》第四条（不属于个人信息）',
  },
} as const
export type KeptWhat = keyof typeof keptWords
