import * as z from 'zod'
import { Instant, Yuan } from '../../scalars.ts'
import { refundStepWords } from '../../tax-refund/progress-words.ts'
import { keysOf } from '../../words.ts'
import { Precheck, RefundPapers, Reported } from '../refund.ts'
import { words } from './words.ts'

const step = {
  step: z.enum(keysOf(refundStepWords)),
  ...Reported.shape,
  amountYuan: Yuan.optional(),
  due: Instant.optional(),
}

/** What the firm or the tax office has said of a refund: nothing here is decided by the Zone. */
export const refundEvents = {
  RefundPrechecked: z.object({
    type: z.literal('RefundPrechecked'),
    ...Precheck.shape,
    ...Reported.shape,
    ...words(),
  }),
  RefundPapersChecked: z.object({
    type: z.literal('RefundPapersChecked'),
    ready: RefundPapers,
    ...Reported.shape,
    ...words(),
  }),
  RefundStepRecorded: z.object({ type: z.literal('RefundStepRecorded'), ...step, ...words() }),
  RefundStepCorrected: z.object({ type: z.literal('RefundStepCorrected'), ...step, ...words() }),
} as const
