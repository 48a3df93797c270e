import { departmentOf, type Issue } from '../issue/issue.ts'
import type { Tally } from './indicator.ts'

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

/** What has no value in a breakdown stands here, so that the rows add up to the whole. */
export const noValue = 'none'

const wasWith = (issue: Issue) => ('wasWith' in issue ? issue.wasWith : undefined)

const dimension = (by: Breakdown, value: string | undefined) => `${by}:${value ?? noValue}`

/** Every row of a month in which something of an issue is counted, such as `department:parks`. */
export const dimensionsOf = (issue: Issue, { department, bank, alone }: Tally): string[] => {
  const banks = bank ? [dimension('bank', bank)] : []
  if (alone) return banks
  return [
    'all',
    dimension('category', issue.category),
    dimension('department', department ?? departmentOf(issue) ?? wasWith(issue)),
    dimension('team', issue.source.team),
    dimension('park', issue.firm.park),
    dimension('size', issue.firm.size),
    ...banks,
  ]
}
