/** What there is not, and what stands already: issues, firms, visits and reference records. */
export const recordsRefusals = {
  unknownIssue: { zh: '没有这件诉求。', en: 'There is no such issue.' },
  unknownFirm: { zh: '没有这家企业。', en: 'There is no such firm.' },
  unknownVisit: { zh: '没有这次走访。', en: 'There is no such visit.' },
  wrongStage: {
    zh: '这件诉求当前的阶段不能办理这一步。',
    en: 'This cannot be done at the stage the issue is at.',
  },
  alreadyLogged: {
    zh: '这家企业已经提过同样的诉求；确属再次提出的，请注明原编号（repeatOf）。',
    en: 'This firm has logged the same problem; if it asks again, name the earlier issue (repeatOf).',
  },
  usccWrong: {
    zh: '统一社会信用代码的长度或字符不对。',
    en: 'The credit code has a wrong length or character.',
  },
  usccCheckDigit: {
    zh: '统一社会信用代码的校验码不符，请核对；确认无误可再次提交并确认（confirmUscc）。',
    en: 'The check digit of the credit code does not fit; check it, or confirm it (confirmUscc).',
  },
  recordExists: {
    zh: '这一天起已有一条记录；记录不覆盖，请换一个生效日期。',
    en: 'There is a record from that day on; records are never overwritten, choose another day.',
  },
  lastAdmin: {
    zh: '这样一来就没有系统管理员了；请先登记另一位管理员。',
    en: 'No administrator would be left; enter another one first.',
  },
} as const
