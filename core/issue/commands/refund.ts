import * as z from 'zod'
import { text, Yuan } from '../../scalars.ts'
import { refundStepWords } from '../../tax-refund/progress-words.ts'
import { keysOf } from '../../words.ts'
import { Precheck, RefundPapers, Reported } from '../refund.ts'

const said = text(4000)
const step = { step: z.enum(keysOf(refundStepWords)), ...Reported.shape, amountYuan: Yuan.optional() }

/** What is recorded of a tax refund: who said it, and for which day. */
export const refundInputs = {
  recordPrecheck: z.strictObject({ ...Precheck.shape, ...Reported.shape, text: said.optional() }),
  checkPapers: z.strictObject({ ready: RefundPapers.max(20), ...Reported.shape, text: said.optional() }),
  recordRefundStep: z.strictObject({ ...step, text: said.optional() }),
  correctRefundStep: z.strictObject({ ...step, text: said }),
} as const
