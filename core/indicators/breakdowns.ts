/** By what figures may be broken down. Units and kinds only: no person is ever compared with another. */
export const breakdownWords = {
  all: { zh: '全区', en: 'the whole zone' },
  department: { zh: '按部门', en: 'by department' },
  team: { zh: '按工作队', en: 'by team' },
  category: { zh: '按类别', en: 'by category' },
  park: { zh: '按园区', en: 'by park' },
  size: { zh: '按企业规模', en: 'by size of the firm' },
  bank: { zh: '按银行', en: 'by bank' },
  month: { zh: '按月份', en: 'by month' },
} as const
export type Breakdown = keyof typeof breakdownWords
