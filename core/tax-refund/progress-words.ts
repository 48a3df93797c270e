/** The tax office decides each of these steps; the Zone's team writes down what it is told, by whom and for which day. */
type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export const refundStepWords = {
  applied: { zh: '已申请', en: 'applied' },
  accepted: { zh: '已受理', en: 'accepted' },
  suspended: { zh: '暂停（风险核查）', en: 'suspended for a check' },
  cleared: { zh: '核查解除', en: 'cleared' },
  granted: { zh: '准予退税', en: 'granted' },
  refused: { zh: '不予退税', en: 'refused' },
  terminated: { zh: '终止办理', en: 'terminated' },
  arrived: { zh: '退库到账', en: 'the money arrived' },
} as const satisfies Words
export type RefundStep = keyof typeof refundStepWords

export const saidByWords = {
  firm: { zh: '企业告知', en: 'reported by the firm' },
  taxOffice: { zh: '税务机关告知', en: 'reported by the tax office' },
  paper: { zh: '文书载明', en: 'read in a paper' },
} as const satisfies Words

/** What an application needs, after 国家税务总局公告2025年第20号: one form, and the returns of the period before it. */
export const refundPaperWords = {
  form: { zh: '《退（抵）税申请表》', en: 'the application form' },
  vatReturn: { zh: '所属期增值税纳税申报已完成', en: "the period's VAT return is filed" },
  composition: { zh: '进项构成比例的合计数', en: 'totals for the share of inputs' },
  exportReturn: {
    zh: '免抵退税申报（有出口业务的，含零申报）',
    en: 'the export refund return, zero included (exporters)',
  },
} as const satisfies Words
export type RefundPaper = keyof typeof refundPaperWords
