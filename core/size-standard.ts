import * as z from 'zod'
import { isIndustryCode } from './industry.ts'
import { CalendarDate, text, UnitId } from './scalars.ts'

/** Lower bounds of one class: staff in persons, revenue of a year and assets at its end in 万元. */
const Bounds = z
  .object({ staff: z.int().min(1), revenueWan: z.int().min(1), assetsWan: z.int().min(1) })
  .partial()
  .refine((bounds) => Object.keys(bounds).length > 0, { error: '至少填写一项下限' })
export type Bounds = z.infer<typeof Bounds>

/** One row of the table. `checked` is false where its figures were seen in no publication or reprint. */
const SizeRow = z.object({
  name: text(20),
  industries: z.array(z.string().refine(isIndustryCode, { error: '须为国民经济行业代码，如 C39' })).min(1),
  checked: z.boolean(),
  large: Bounds,
  medium: Bounds,
  small: Bounds,
})

/** What firm is large, medium or small, as a dated record: the thresholds are revised from time to time. */
export const SizeStandard = z.object({
  id: UnitId,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: text(300),
  rows: z.array(SizeRow).min(1),
})
export type SizeStandard = z.infer<typeof SizeStandard>
