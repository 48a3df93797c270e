/** The words of hiring. There is none for sex, marriage, children, origin or health: nobody is asked for them. */
type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export const postKindWords = {
  full: { zh: '全职', en: 'full-time' },
  part: { zh: '兼职', en: 'part-time' },
  intern: { zh: '实习', en: 'internship' },
  flexible: { zh: '灵活用工', en: 'flexible' },
} as const satisfies Words

export const schoolingWords = {
  any: { zh: '不限', en: 'any' },
  middle: { zh: '初中', en: 'middle school' },
  secondary: { zh: '高中、中专、技校', en: 'secondary or technical school' },
  college: { zh: '大专', en: 'college' },
  bachelor: { zh: '本科', en: 'bachelor' },
  master: { zh: '硕士及以上', en: 'master or above' },
} as const satisfies Words

export const shiftWords = {
  day: { zh: '常日班', en: 'day shift' },
  two: { zh: '两班倒', en: 'two shifts' },
  three: { zh: '三班倒', en: 'three shifts' },
  flexible: { zh: '弹性', en: 'flexible hours' },
} as const satisfies Words

export const insuranceWords = {
  five: { zh: '五险', en: 'the five social insurances' },
  fiveAndFund: { zh: '五险一金', en: 'the five insurances and the housing fund' },
  injury: { zh: '工伤保险', en: 'work injury insurance' },
  commercial: { zh: '商业意外险', en: 'commercial accident insurance' },
} as const satisfies Words

export const boardWords = {
  both: { zh: '包吃住', en: 'board and lodging' },
  board: { zh: '包吃', en: 'board' },
  lodging: { zh: '包住', en: 'lodging' },
  allowance: { zh: '食宿补贴', en: 'an allowance' },
  none: { zh: '自理', en: 'neither' },
} as const satisfies Words

export const postReasonWords = {
  added: { zh: '新增', en: 'a new post' },
  replaced: { zh: '替补', en: 'in place of someone' },
  expansion: { zh: '扩产', en: 'production grows' },
} as const satisfies Words

/** What an office does for a firm that looks for people. */
export const helpWords = {
  fair: { zh: '招聘会', en: 'a job fair' },
  online: { zh: '线上发布', en: 'posted online' },
  schools: { zh: '校企合作', en: 'schools' },
  labourCooperation: { zh: '劳务协作', en: 'labour cooperation' },
  sharing: { zh: '余缺调剂', en: 'lent from another firm' },
  agency: { zh: '人力资源机构推荐', en: 'an agency' },
  talent: { zh: '人才引进', en: 'talent recruitment' },
  training: { zh: '技能培训', en: 'training' },
} as const satisfies Words

/** From the firm's word to people at work, in order: counts of posts first, then counts of people. */
export const funnelWords = {
  confirmed: { zh: '需求确认', en: 'confirmed' },
  posted: { zh: '已发布', en: 'posted' },
  introduced: { zh: '推荐', en: 'introduced' },
  interviewed: { zh: '面试', en: 'interviewed' },
  intended: { zh: '达成意向', en: 'intended' },
  arrived: { zh: '到岗', en: 'arrived' },
  stayed: { zh: '30日在岗', en: 'still there after 30 days' },
} as const satisfies Words
export type FunnelStep = keyof typeof funnelWords
