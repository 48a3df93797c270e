import { isIndustryCode } from './industry.ts'
import type { Bounds, SizeStandard } from './size-standard.ts'

export type SizeClass = '大型' | '中型' | '小型' | '微型'

/** Industry after GB/T 4754 (C, C39, F5112); staff in persons; last year's revenue, assets at its end. */
export type SizeFacts = { industry?: string; staff?: number; revenueYuan?: number; assetsYuan?: number }

/**
 * `row` is the industry of the standard that was applied; `checked` says whether its figures may be shown
 * with their source. `unknown` names the datum to ask for next (an industry code too short to tell counts as
 * missing), or `standard` where the published one has no row for the industry.
 */
export type SizeAnswer =
  | { size: SizeClass; row: string; checked: boolean }
  | { unknown: 'industry' | 'staff' | 'revenue' | 'assets' | 'standard' }

type Row = SizeStandard['rows'][number]
const YUAN_A_WAN = 10_000

/** A missing datum is asked for only where it could change the answer. */
export function sizeClass(standard: SizeStandard, facts: SizeFacts): SizeAnswer {
  const { industry } = facts
  if (industry === undefined || !isIndustryCode(industry)) return { unknown: 'industry' }
  const row = standard.rows.find(({ industries }) => industries.some((code) => industry.startsWith(code)))
  if (!row) return { unknown: hasFinerRow(standard, industry) ? 'industry' : 'standard' }

  // More never makes a firm smaller, so the two extremes bound what the missing data could say.
  const atLeast = classIn(row, facts, 0)
  const atMost = classIn(row, facts, Number.POSITIVE_INFINITY)
  if (atLeast === atMost) return { size: atLeast, row: row.name, checked: row.checked }
  const { large } = row
  if (large.staff !== undefined && facts.staff === undefined) return { unknown: 'staff' }
  if (large.revenueWan !== undefined && facts.revenueYuan === undefined) return { unknown: 'revenue' }
  return { unknown: 'assets' }
}

/** A firm is of the largest class all of whose lower bounds it meets. */
function classIn(row: Row, facts: SizeFacts, missing: number): SizeClass {
  const { staff = missing, revenueYuan = missing, assetsYuan = missing } = facts
  const meets = (bounds: Bounds) =>
    staff >= (bounds.staff ?? 0) &&
    revenueYuan >= (bounds.revenueWan ?? 0) * YUAN_A_WAN &&
    assetsYuan >= (bounds.assetsWan ?? 0) * YUAN_A_WAN
  if (meets(row.large)) return '大型'
  if (meets(row.medium)) return '中型'
  return meets(row.small) ? '小型' : '微型'
}

function hasFinerRow({ rows }: SizeStandard, industry: string): boolean {
  return rows.some(({ industries }) => industries.some((code) => code.startsWith(industry)))
}
