import * as z from 'zod'
import { Yuan } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { taxRefundAnswerWords } from './answer-words.ts'
import { Month, type Rule, TaxRefundRules } from './rule-set.ts'

export { taxRefundAnswerWords }

const AnswerWord = z.enum(keysOf(taxRefundAnswerWords))
export type AnswerWord = z.infer<typeof AnswerWord>

/** A rule as it is shown: with its source, or marked as not yet checked. */
const shown = {
  text: z.string(),
  source: z.string().optional(),
  unverified: z.literal('口径待核').optional(),
}
export const showRule = ({ text, source }: Rule) =>
  source ? { text, source } : { text, unverified: '口径待核' as const }

/** A datum that was left out, by its place in the request and by name. */
const Missing = z.object({ pointer: z.string(), what: z.string() })
export type Missing = z.infer<typeof Missing>

/** What several rules ask for is named once. */
export const namedOnce = (missing: readonly Missing[]): Missing[] => [
  ...new Map(missing.map((datum) => [datum.pointer, datum])).values(),
]

export const conditionIds = [
  'generalTaxpayer',
  'creditGrade',
  'fraud',
  'evasion',
  'refundOnCollection',
  'periodEnds',
  'floor',
] as const

/** `found` says what of the firm's facts the answer rests on. */
export const Condition = z.object({
  id: z.enum(conditionIds),
  answer: AnswerWord,
  ...shown,
  found: z.string(),
  missing: z.array(Missing),
})
export type Condition = z.infer<typeof Condition>

/** `answer` is `yes` where the class is decided; `basis` is the rule on shares of sales by which it was. */
export const Classification = z.object({
  class: z.enum(['A', 'B', 'C', 'undecidable']),
  answer: AnswerWord.exclude(['no']),
  reason: z.string(),
  basis: z.object(shown),
  ...shown,
  missing: z.array(Missing),
})
export type Classification = z.infer<typeof Classification>

/** One line of the calculation; `yuan` is rounded down, `share` is a part of one. */
export const Step = z.object({
  what: z.string(),
  how: z.string().optional(),
  yuan: z.int().optional(),
  share: z.number().optional(),
  unverified: z.literal('口径待核').optional(),
})
export type Step = z.infer<typeof Step>

const RulesShown = TaxRefundRules.pick({
  id: true,
  validFrom: true,
  source: true,
  title: true,
  industries: true,
}).extend({ vouchers: TaxRefundRules.shape.composition.shape.vouchers })

/** What one filing month would bring. */
export const MonthEstimate = z.object({
  filingMonth: Month,
  rules: RulesShown,
  conditions: z.array(Condition),
  classification: Classification,
  verdict: AnswerWord,
  /** Whole yuan, rounded down: 0 where a condition is not met, absent where a datum is missing. */
  amountYuan: Yuan.optional(),
  /** What the class's formula gives, whatever the conditions common to all classes answer. */
  byFormulaYuan: Yuan.optional(),
  steps: z.array(Step),
  missing: z.array(Missing),
})
export type MonthEstimate = z.infer<typeof MonthEstimate>

/** Beside class C at the turn of the year stands the month whose base date is another one. */
export const TaxRefundEstimate = MonthEstimate.extend({
  kind: z.literal('估算'),
  beside: MonthEstimate.extend({ note: z.string() }).optional(),
  notes: z.array(z.string()),
})
export type TaxRefundEstimate = z.infer<typeof TaxRefundEstimate>
