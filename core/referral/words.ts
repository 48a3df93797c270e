type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** How far a referral to one bank has come. */
export const referralStateWords = {
  shortlisted: { zh: '拟推荐', en: 'shortlisted' },
  invited: { zh: '已推荐', en: 'invited' },
  opened: { zh: '已查看', en: 'opened' },
  accepted: { zh: '已受理', en: 'accepted' },
  moreAsked: { zh: '待补材料', en: 'more papers asked for' },
  surveyed: { zh: '已尽调', en: 'surveyed' },
  approved: { zh: '已授信', en: 'approved' },
  chosen: { zh: '企业已选定', en: 'chosen' },
  drawn: { zh: '已放款', en: 'drawn' },
  declined: { zh: '未通过', en: 'declined' },
  lapsed: { zh: '逾期未答复', en: 'lapsed' },
  withdrawn: { zh: '企业撤回', en: 'withdrawn by the firm' },
  notChosen: { zh: '企业未选', en: 'not chosen' },
} as const satisfies Words
export type ReferralState = keyof typeof referralStateWords

/** Why a bank declines. A code teaches what to do next; free words would not. */
export const bankDeclineWords = {
  tooYoung: { zh: '资质年限不足', en: 'the firm is too young' },
  creditRecord: { zh: '信用记录', en: 'credit record' },
  cashFlow: { zh: '现金流不足', en: 'cash flow' },
  debts: { zh: '负债过高', en: 'debts too high' },
  collateral: { zh: '担保不足', en: 'not enough collateral' },
  barredIndustry: { zh: '行业限制', en: 'barred industry' },
  purpose: { zh: '用途不符', en: 'purpose does not fit' },
  papersMissing: { zh: '材料不齐', en: 'papers are missing' },
  firmGaveUp: { zh: '企业放弃', en: 'the firm gave up' },
  termsNotAgreed: { zh: '条件未谈拢', en: 'terms not agreed' },
} as const satisfies Words
export type BankDecline = keyof typeof bankDeclineWords

/** What the firm does next after a decline. */
export const nextStepWords = {
  papers: { zh: '补齐材料再推', en: 'complete the papers and refer again' },
  otherProduct: { zh: '换产品或换银行', en: 'try another product or bank' },
  guarantee: { zh: '引入担保', en: 'bring in a guarantee' },
  consultation: { zh: '联合会诊', en: 'joint consultation' },
  inThreeMonths: { zh: '三个月后再推', en: 'refer again in three months' },
  none: { zh: '不再推荐', en: 'nothing further' },
} as const satisfies Words
export type NextStep = keyof typeof nextStepWords

/** The five criteria by which a referral list is screened (小微企业融资协调机制, 金发〔2024〕32号). */
export const criterionWords = {
  operating: { zh: '合规持续经营', en: 'in lawful and continuing business' },
  premises: { zh: '固定经营场所', en: 'fixed premises' },
  realNeed: { zh: '真实融资需求', en: 'a real need for finance' },
  credit: { zh: '信用状况良好', en: 'in good standing' },
  lawfulPurpose: { zh: '贷款用途依法合规', en: 'a lawful purpose' },
} as const satisfies Words

export const criterionAnswerWords = {
  yes: { zh: '符合', en: 'meets it' },
  no: { zh: '不符合', en: 'does not' },
  unknown: { zh: '待核实', en: 'not yet known' },
} as const satisfies Words

/** Closed words, because the outline that a bank sees before consent names the purpose. */
export const purposeWords = {
  workingCapital: { zh: '流动资金', en: 'working capital' },
  equipment: { zh: '设备购置', en: 'equipment' },
  research: { zh: '研发投入', en: 'research' },
  building: { zh: '厂房建设', en: 'building' },
  orders: { zh: '订单备货', en: 'orders' },
  renewal: { zh: '到期续贷', en: 'renewal' },
  other: { zh: '其他合规用途', en: 'another lawful purpose' },
} as const satisfies Words

export const collateralWords = {
  none: { zh: '无（信用）', en: 'none' },
  realEstate: { zh: '房产土地', en: 'real estate' },
  equipment: { zh: '机器设备', en: 'equipment' },
  receivables: { zh: '应收账款', en: 'receivables' },
  intellectualProperty: { zh: '知识产权', en: 'intellectual property' },
  equity: { zh: '股权', en: 'equity' },
  guarantee: { zh: '第三方担保', en: 'a guarantor' },
} as const satisfies Words

export const repaymentWords = {
  sales: { zh: '经营收入', en: 'sales' },
  receivables: { zh: '应收账款回款', en: 'receivables' },
  orders: { zh: '订单回款', en: 'orders' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Words

/** What secures a loan that was granted. */
export const creditKindWords = {
  credit: { zh: '信用', en: 'unsecured' },
  mortgage: { zh: '抵押', en: 'mortgage' },
  pledge: { zh: '质押', en: 'pledge' },
  guarantee: { zh: '保证', en: 'guarantee' },
  mixed: { zh: '组合', en: 'mixed' },
} as const satisfies Words

export const roundModeWords = {
  lead: { zh: '主办行优先', en: 'a lead bank first' },
  parallel: { zh: '同时推荐', en: 'several at once' },
} as const satisfies Words

export const roundOutcomeWords = {
  drawn: { zh: '已放款', en: 'money was drawn' },
  noLoan: { zh: '未获贷款', en: 'no loan came of it' },
} as const satisfies Words

/** Two records per bank: what the firm authorises, and what the person to call agrees to. */
export const consentKindWords = {
  firm: { zh: '企业授权', en: "the firm's authorisation" },
  contact: { zh: '联系人单独同意', en: "the contact person's consent" },
} as const satisfies Words
export type ConsentKind = keyof typeof consentKindWords

export const consentViaWords = {
  link: { zh: '企业链接', en: "the firm's link" },
  signedForm: { zh: '签字书面件', en: 'a signed form' },
} as const satisfies Words

export const capacityWords = {
  legalRepresentative: { zh: '法定代表人', en: 'legal representative' },
  authorised: { zh: '授权代表', en: 'authorised representative' },
  self: { zh: '本人', en: 'in person' },
} as const satisfies Words

/** What can be disclosed about a firm, one by one. */
export const firmFieldWords = {
  identity: { zh: '企业名称、统一社会信用代码、园区', en: 'name, credit code, park' },
  amount: { zh: '资金需求额', en: 'amount' },
  term: { zh: '期限', en: 'term' },
  purposeDetails: { zh: '用途说明', en: 'purpose in words' },
  collateral: { zh: '担保方式', en: 'collateral' },
  repayment: { zh: '还款来源', en: 'repayment source' },
  firstLoan: { zh: '是否首贷', en: 'whether a first loan' },
  content: { zh: '诉求原文', en: 'the issue as it was put' },
} as const satisfies Words
export type FirmField = keyof typeof firmFieldWords

export const contactFieldWords = {
  contactName: { zh: '联系人姓名', en: "contact person's name" },
  contactPhone: { zh: '联系电话', en: 'phone' },
} as const satisfies Words
export const disclosedFieldWords = { ...firmFieldWords, ...contactFieldWords } as const satisfies Words
export type DisclosedField = keyof typeof disclosedFieldWords

/** How an answer of a bank that did not come through its own door reached the finance office (代录). */
export const answerSourceWords = {
  call: { zh: '电话告知', en: 'by phone' },
  letter: { zh: '书面函件', en: 'by letter' },
  meeting: { zh: '会议告知', en: 'at a meeting' },
  replySheet: { zh: '回执表', en: 'by reply sheet' },
} as const satisfies Words

/** How the firm said it. */
export const firmWordWords = {
  link: { zh: '企业链接', en: "the firm's link" },
  call: { zh: '电话', en: 'a call' },
  visit: { zh: '上门', en: 'a visit' },
  signedForm: { zh: '签字书面件', en: 'a signed form' },
} as const satisfies Words

/** What helps a firm that cannot be referred yet (联合会诊问题清单). */
export const helpWords = {
  books: { zh: '规范财务账目', en: 'put the books in order' },
  creditRepair: { zh: '信用修复', en: 'repair the credit record' },
  tax: { zh: '纳税与发票问题', en: 'taxes and invoices' },
  property: { zh: '权属证照办理', en: 'title deeds and licences' },
  guarantee: { zh: '对接担保机构', en: 'meet a guarantor' },
  plan: { zh: '梳理融资方案', en: 'work out the financing' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Words

export const bankClockWords = {
  contact: { zh: '对接', en: 'contact' },
  decision: { zh: '审批决定', en: 'decision' },
} as const satisfies Words

export const amountBandWords = {
  under100: { zh: '100万元以下', en: 'under 1 million' },
  under300: { zh: '100–300万元', en: '1 to 3 million' },
  under500: { zh: '300–500万元', en: '3 to 5 million' },
  under1000: { zh: '500–1000万元', en: '5 to 10 million' },
  under3000: { zh: '1000–3000万元', en: '10 to 30 million' },
  over3000: { zh: '3000万元以上', en: '30 million and more' },
} as const satisfies Words
