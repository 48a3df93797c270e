import { countedSize } from '../firm/size-by-standard.ts'
import { departmentOf } from '../issue/in-hand.ts'
import type { Issue } from '../issue/issue.ts'
import type { Breakdown } from './breakdowns.ts'
import type { Tally } from './indicator.ts'

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
    dimension('size', countedSize(issue.firm)),
    ...banks,
  ]
}
