/** What concerns confirmation by the firm, calls and disputes. */
export const closingRefusals = {
  mustBeOutside: {
    zh: '回访须由承办部门以外的人记录。',
    en: 'A confirmation by call or visit is recorded by someone outside the handling department.',
  },
  formMissing: {
    zh: '按签字确认表登记的，请先上传签字件，再选定它。',
    en: 'What a signed form says is recorded with the form: attach it first, then name it.',
  },
  calledToday: {
    zh: '今天已记录过一次未接通；请改天再打，三个不同日期未接通按“未联系上”办结。',
    en: 'A failed call was recorded today; call on another day. Three on different days close as not reached.',
  },
  rulingPending: {
    zh: '企业再次不认可，正等候分管领导裁定。',
    en: "The firm's second dispute is with the manager.",
  },
  nothingToRule: { zh: '没有等候裁定的争议。', en: 'No dispute is waiting for a ruling.' },
} as const
