import * as z from 'zod'
import { CalendarDate, text, UnitId, Yuan } from '../scalars.ts'

/** A month or tax period, `2026-01`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份形如 2026-01')

/** The text of a rule and where it was read. A rule without a source is shown as 口径待核, never as a fact. */
const rule = { text: text(1000), source: text(300).optional() }
export const Rule = z.object(rule)
export type Rule = z.infer<typeof Rule>

/** Refunded shares by slices of the credit, lowest first; only the last slice has no upper end. */
const Brackets = z
  .array(z.object({ upToYuan: Yuan.optional(), rateBp: z.int().min(0).max(10_000) }))
  .min(1)
  .refine(
    (list) =>
      list.every(({ upToYuan }, index) => {
        if (index === list.length - 1) return upToYuan === undefined
        return upToYuan !== undefined && upToYuan > (list[index - 1]?.upToYuan ?? 0)
      }),
    { error: '分档须由低到高，只有最后一档不设上限' },
  )
export type Brackets = z.infer<typeof Brackets>

const Named = z.object({ id: z.string().regex(/^[a-zA-Z]{1,40}$/), name: text(40) })

/** What may be refunded of a VAT credit, to whom and how much: one record for each change of the rules. */
export const TaxRefundRules = z.object({
  id: UnitId,
  validFrom: CalendarDate.refine((date) => date.endsWith('-01'), {
    error: '留抵退税规则自某个申报期起施行，须为某月1日',
  }),
  validTo: CalendarDate.optional(),
  source: text(300),
  title: text(100),
  /** The last filing month for which somebody looked for a later announcement and found none. */
  checkedThrough: Month,
  conditions: z.object({
    generalTaxpayer: Rule,
    creditGrade: z.object({ ...rule, grades: z.array(z.enum(['A', 'B', 'M', 'C', 'D'])).min(1) }),
    fraud: z.object({ ...rule, months: z.int().min(1) }),
    evasion: z.object({ ...rule, months: z.int().min(1), fewerThan: z.int().min(1) }),
    refundOnCollection: z.object({ ...rule, since: CalendarDate }),
  }),
  /** A class follows a share of sales strictly over `overBp`, in the last `months` or as many as there are. */
  salesShare: z.object({
    ...rule,
    overBp: z.int().min(0).max(10_000),
    months: z.int().min(1),
    leastMonths: z.int().min(1),
  }),
  industries: z.array(Named).min(1),
  /** How many ends of periods in a row B and C look back. */
  monthEnds: z.int().min(1).max(24),
  quarterEnds: z.int().min(1).max(8),
  classA: z.object({ ...rule, brackets: Brackets }),
  classB: z.object({ ...rule, baseMonth: Month, floorYuan: Yuan, brackets: Brackets }),
  classC: z.object({ ...rule, floorYuan: Yuan, brackets: Brackets }),
  /** P: the part of all deducted input VAT that stands on these vouchers. */
  composition: z.object({ ...rule, since: Month, vouchers: z.array(Named).min(1), vouchersRule: Rule }),
})
export type TaxRefundRules = z.infer<typeof TaxRefundRules>
