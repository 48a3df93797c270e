/** What one rule of a product answers to one firm and need. */
export const ruleAnswerWords = {
  meets: { zh: '符合', en: 'meets' },
  fails: { zh: '不符合', en: 'does not meet' },
  unknown: { zh: '资料不足', en: 'cannot be said' },
} as const
export type RuleAnswerWord = keyof typeof ruleAnswerWords

/** What a rule may ask for, and where it would be written down. */
export const datumWords = {
  park: { zh: '所在园区', en: 'the park it stands in', of: 'firm' },
  industry: { zh: '行业代码', en: 'the industry code', of: 'firm' },
  staff: { zh: '从业人数', en: 'the number of staff', of: 'firm' },
  revenue: { zh: '上年营业收入', en: "last year's revenue", of: 'firm' },
  assets: { zh: '资产总额', en: 'total assets', of: 'firm' },
  size: { zh: '企业规模', en: 'the size class', of: 'firm' },
  registeredOn: { zh: '成立日期', en: 'the day of registration', of: 'firm' },
  tags: { zh: '资质标签', en: 'tags and certificates', of: 'firm' },
  taxCreditGrade: { zh: '纳税信用等级', en: 'the tax grade', of: 'firm' },
  amount: { zh: '资金需求金额', en: 'the amount needed', of: 'need' },
  term: { zh: '期限', en: 'the term', of: 'need' },
  collateral: { zh: '担保方式', en: 'the collateral', of: 'need' },
  purpose: { zh: '贷款用途', en: 'the purpose', of: 'need' },
  firstLoan: { zh: '是否首次贷款', en: 'whether it is a first loan', of: 'need' },
} as const
export type Datum = keyof typeof datumWords
