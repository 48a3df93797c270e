import { validOn } from '../reference/records.ts'
import { type SizeAnswer, sizeClass } from '../size-class.ts'
import type { SizeStandard } from '../size-standard.ts'
import { sizeStandard2011 } from '../size-standard-2011.ts'
import type { FirmFacts } from './firm.ts'
import type { SizeByStandard } from './size-by-standard.ts'

/** The standard in force on a day; the one of 2011 where an office has recorded none. */
export const sizeStandardOn = (standards: readonly SizeStandard[], date: string): SizeStandard => {
  const inForce = validOn(standards, date)
  return inForce.reduce<SizeStandard>(
    (latest, one) => (one.validFrom >= latest.validFrom ? one : latest),
    inForce[0] ?? sizeStandard2011,
  )
}

type Figures = Pick<FirmFacts, 'industry' | 'employees' | 'revenueYuan' | 'assetsYuan'>

/** The size class of a firm by what is registered of it, or which datum is missing. */
export const sizeOf = (standard: SizeStandard, firm: Figures): SizeAnswer => {
  const { industry, employees, revenueYuan, assetsYuan } = firm
  return sizeClass(standard, {
    ...(industry !== undefined && { industry }),
    ...(employees !== undefined && { staff: employees }),
    ...(revenueYuan !== undefined && { revenueYuan }),
    ...(assetsYuan !== undefined && { assetsYuan }),
  })
}

/** The class by the standard as it is kept with a fact; nothing where a datum is missing. */
export const sizeByStandard = (
  standard: SizeStandard,
  firm: Figures,
): { sizeByStandard?: SizeByStandard } => {
  const said = sizeOf(standard, firm)
  return 'size' in said ? { sizeByStandard: { size: said.size, standard: standard.id } } : {}
}
