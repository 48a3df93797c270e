/** What figures are about, in the order in which people read: what came in, how fast, how it ended. */
export const topicWords = {
  intake: { zh: '收件与交办', en: 'What came in' },
  timing: { zh: '时限', en: 'In time' },
  closing: { zh: '办结与企业评价', en: 'How it ended' },
  handlingTime: { zh: '办理时长', en: 'How long it took' },
  commonIssues: { zh: '共性问题', en: 'Common issues' },
  visits: { zh: '走访', en: 'Visits' },
  referrals: { zh: '银行推荐', en: 'Referrals to banks' },
  hiring: { zh: '用工', en: 'Hiring' },
  refunds: { zh: '退税', en: 'Tax refunds' },
} as const

export type Topic = keyof typeof topicWords
export const topics = Object.keys(topicWords) as [Topic, ...Topic[]]
