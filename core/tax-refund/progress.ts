import type { Application, Refund, RefundMark } from '../issue/refund.ts'
import type { RefundStep } from './progress-words.ts'

/** Which steps may come next; nothing is `undefined`. After an end a new application begins. */
const next: Readonly<Record<RefundStep | 'none', readonly RefundStep[]>> = {
  none: ['applied'],
  applied: ['accepted', 'refused', 'terminated'],
  accepted: ['suspended', 'granted', 'refused', 'terminated'],
  suspended: ['cleared', 'terminated'],
  cleared: ['suspended', 'granted', 'refused', 'terminated'],
  granted: ['arrived'],
  refused: ['applied'],
  terminated: ['applied'],
  arrived: ['applied'],
}

export const presentApplication = (refund: Refund | undefined): Application | undefined =>
  refund?.applications?.at(-1)

export const lastStep = (refund: Refund | undefined): RefundMark | undefined =>
  presentApplication(refund)?.steps.at(-1)

/** The steps that can be reported now. */
export const nextSteps = (refund: Refund | undefined): readonly RefundStep[] =>
  next[lastStep(refund)?.step ?? 'none']

/** The mark of a step in an application, the latest where it came twice. */
export const markOf = (application: Application | undefined, step: RefundStep): RefundMark | undefined =>
  application?.steps.findLast((mark) => mark.step === step)

/** The time by which the tax office is to decide, while it runs: from acceptance or clearance to the next step. */
export const refundClock = (refund: Refund | undefined): RefundMark | undefined => {
  const last = lastStep(refund)
  return last?.due ? last : undefined
}

/**
 * How far what was granted lies from the estimate: (granted − estimate) / estimate, in basis points. Absent where
 * either is not known or the estimate was nought.
 */
export const deviationBp = (refund: Refund | undefined): number | undefined => {
  const estimate = refund?.precheck?.estimateYuan
  const granted = markOf(presentApplication(refund), 'granted')?.amountYuan
  if (!estimate || granted === undefined) return undefined
  return Math.round(((granted - estimate) / estimate) * 10_000)
}
