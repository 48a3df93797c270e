import * as z from 'zod'
import { CalendarDate, Instant, Yuan } from '../scalars.ts'
import { taxRefundAnswerWords } from '../tax-refund/answer-words.ts'
import { refundPaperWords, refundStepWords, saidByWords } from '../tax-refund/progress-words.ts'
import { Month } from '../tax-refund/rule-set.ts'
import { keysOf } from '../words.ts'

/** Who said so, and for which day: the Zone's team writes down what others decide. */
export const Reported = z.object({
  on: CalendarDate,
  saidBy: z.enum(keysOf(saidByWords)),
})
const recorded = { ...Reported.shape, at: Instant, by: z.string() }

export const Precheck = z.object({
  verdict: z.enum(keysOf(taxRefundAnswerWords)),
  /** The month of the application that was looked at. */
  filingMonth: Month.optional(),
  estimateYuan: Yuan.optional(),
})

export const RefundPapers = z.array(z.enum(keysOf(refundPaperWords)))

export const RefundMark = z.object({
  step: z.enum(keysOf(refundStepWords)),
  ...recorded,
  /** Of what was applied for, granted or arrived. */
  amountYuan: Yuan.optional(),
  /** By when the tax office is to have decided, from acceptance or clearance. */
  due: Instant.optional(),
})
export type RefundMark = z.infer<typeof RefundMark>

/** One application and what became of it, in the order in which it happened. */
export const Application = z.object({ steps: z.array(RefundMark).min(1) })
export type Application = z.infer<typeof Application>

/** What a tax refund issue carries once something of it is known. The last application is the present one. */
export const Refund = z.object({
  precheck: Precheck.extend(recorded).optional(),
  papers: z.object({ ready: RefundPapers, ...recorded }).optional(),
  applications: z.array(Application).optional(),
})
export type Refund = z.infer<typeof Refund>
