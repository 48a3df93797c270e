import type { FinancingNeed } from '../referral/parts.ts'
import { sizeClass } from '../size-class.ts'
import type { SizeStandard } from '../size-standard.ts'
import { sizeClasses, type taxGrades } from './loan-product.ts'
import type { Datum } from './words.ts'

/**
 * What is known of a firm, as far as rules of products ask for it; what is not known is left out. `tags` lists all
 * that it holds, so that an empty list says that it holds none. Amounts in whole yuan, dates in the zone's own time.
 */
export type Borrower = {
  readonly park?: string | undefined
  readonly industry?: string | undefined
  /** As entered; what staff and figures give under the standard goes before it. */
  readonly size?: (typeof sizeClasses)[number] | undefined
  readonly staff?: number | undefined
  readonly revenueYuan?: number | undefined
  readonly assetsYuan?: number | undefined
  readonly registeredOn?: string | undefined
  readonly tags?: readonly Tag[] | undefined
  readonly taxCreditGrade?: (typeof taxGrades)[number] | undefined
}
/** A certificate ends with its last valid day. */
type Tag = { readonly name: string; readonly validTo?: string | undefined }

/** What it asks for. */
export type LoanNeed = Readonly<
  Pick<FinancingNeed, 'amountYuan' | 'termMonths' | 'purpose' | 'firstLoan'>
> & {
  readonly collateral?: Readonly<FinancingNeed['collateral']> | undefined
}

export type SizeKnown = { sizes: readonly string[]; how?: string; missing: readonly Datum[] }

const most = Number.MAX_SAFE_INTEGER
const datumOf = { industry: 'industry', staff: 'staff', revenue: 'revenue', assets: 'assets' } as const

/**
 * The classes that a firm may be of: more figures never make it smaller, so that the smallest and the largest they
 * allow bound it. Until the figures decide on one class, the office's own entry counts.
 */
export const sizesOf = (standard: SizeStandard | undefined, firm: Borrower): SizeKnown => {
  const entered: SizeKnown = firm.size
    ? { sizes: [firm.size], missing: [] }
    : { sizes: sizeClasses, missing: ['size'] }
  if (!standard) return entered
  const { industry, staff, revenueYuan, assetsYuan } = firm
  const withRest = (rest: number) =>
    sizeClass(standard, {
      ...(industry !== undefined && { industry }),
      staff: staff ?? rest,
      revenueYuan: revenueYuan ?? rest,
      assetsYuan: assetsYuan ?? rest,
    })
  const least = withRest(0)
  const largest = withRest(most)
  if ('unknown' in least || 'unknown' in largest) {
    const asks = 'unknown' in least && least.unknown !== 'standard' ? datumOf[least.unknown] : 'size'
    return firm.size ? entered : { sizes: sizeClasses, missing: [asks] }
  }
  const sizes = sizeClasses.slice(sizeClasses.indexOf(least.size), sizeClasses.indexOf(largest.size) + 1)
  if (sizes.length === 1) return { sizes, how: `按${standard.source}，${least.row}`, missing: [] }
  if (firm.size) return entered
  const known = { ...(industry !== undefined && { industry }) }
  const asked = sizeClass(standard, {
    ...known,
    ...(staff !== undefined && { staff }),
    ...(revenueYuan !== undefined && { revenueYuan }),
    ...(assetsYuan !== undefined && { assetsYuan }),
  })
  const asks = 'unknown' in asked && asked.unknown !== 'standard' ? datumOf[asked.unknown] : 'size'
  return { sizes, missing: [asks] }
}
