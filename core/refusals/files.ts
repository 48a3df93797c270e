/** What concerns files that come in or go out. */
export const filesRefusals = {
  notALedger: { zh: '没有认出台账的表头。', en: 'No ledger header was found.' },
  brokenFile: {
    zh: '文件已损坏或不是支持的格式（.xlsx、.csv）。',
    en: 'The file is broken or of another kind than .xlsx or .csv.',
  },
  tooManyRows: {
    zh: '台账一次最多1000行，请分批导入。',
    en: 'A ledger has at most 1,000 rows; import it in parts.',
  },
  notAReturnedLedger: {
    zh: '这不是从本系统导出的台账：没有“诉求编号”和“版本”两栏。请用导出的台账填写后交回，新诉求请走导入。',
    en: 'This is no ledger that was exported here: the columns of id and version are missing. Fill in an exported ledger; import new issues instead.',
  },
  notAReplySheet: {
    zh: '这不是从本系统取出的银行回执表：没有“推荐编号”“版本”“答复”三栏。请用取出的表填写后交回。',
    en: 'This is no reply sheet that was taken out here: the columns of id, version and answer are missing. Fill in the one that was taken out.',
  },
  unknownFile: { zh: '没有这个附件。', en: 'There is no such file.' },
  notWhatItSays: {
    zh: '文件内容与所说的类型或扩展名不符，请上传原文件。',
    en: 'The file is not of the kind that its type or name says; upload the original.',
  },
  unknownReport: { zh: '没有这份报告。', en: 'There is no such report.' },
  periodNotBegun: {
    zh: '这一期还没有开始，不能出具报告；请等到期内再出具。',
    en: 'This period has not begun; issue its report when it has.',
  },
  unknownExport: { zh: '没有这个导出，或者它不是您发起的。', en: 'There is no such export of yours.' },
  exportNotReady: {
    zh: '文件还没有写完，请稍后再取。',
    en: 'The file is not finished yet; come back in a moment.',
  },
} as const
