export const taxRefundAnswerWords = {
  yes: { zh: '符合', en: 'yes' },
  no: { zh: '不符合', en: 'no' },
  askTaxOffice: { zh: '需税务机关确认', en: 'ask the tax office' },
  unknown: { zh: '缺资料', en: 'a datum is missing' },
} as const
