import { refundSteps } from '../lifecycle/refund.ts'
import type { Fact, IssueEvent } from './events.ts'
import { stagesOfFacts } from './fits.ts'
import type { Issue } from './issue.ts'
import type { Refund, RefundMark } from './refund.ts'

const stages = stagesOfFacts(refundSteps)

type Marked = Fact<'RefundStepRecorded' | 'RefundStepCorrected'> & { at: string; by: string }

const markFrom = ({ step, on, saidBy, at, by, amountYuan, due }: Marked): RefundMark => ({
  step,
  on,
  saidBy,
  at,
  by,
  ...(amountYuan !== undefined && { amountYuan }),
  ...(due && { due }),
})

/** A further step of the present application, or the first of a new one. */
const recorded = (refund: Refund, event: Marked): Refund => {
  const { applications = [] } = refund
  const present = applications.at(-1)
  if (event.step === 'applied' || !present) {
    return { ...refund, applications: [...applications, { steps: [markFrom(event)] }] }
  }
  const steps = [...present.steps, markFrom(event)]
  return { ...refund, applications: [...applications.slice(0, -1), { steps }] }
}

/** The latest mark of that step as it should have been. */
const corrected = (refund: Refund, event: Marked): Refund => {
  const { applications = [] } = refund
  const present = applications.at(-1)
  const at = present?.steps.findLastIndex(({ step }) => step === event.step) ?? -1
  if (!present || at < 0) return refund
  return {
    ...refund,
    applications: [...applications.slice(0, -1), { steps: present.steps.with(at, markFrom(event)) }],
  }
}

const after = (refund: Refund, event: IssueEvent): Refund | undefined => {
  switch (event.type) {
    case 'RefundPrechecked': {
      const { on, saidBy, at, by, verdict, filingMonth, estimateYuan } = event
      const known = {
        ...(filingMonth && { filingMonth }),
        ...(estimateYuan !== undefined && { estimateYuan }),
      }
      return { ...refund, precheck: { on, saidBy, at, by, verdict, ...known } }
    }
    case 'RefundPapersChecked': {
      const { ready, on, saidBy, at, by } = event
      return { ...refund, papers: { ready, on, saidBy, at, by } }
    }
    case 'RefundStepRecorded':
      return recorded(refund, event)
    case 'RefundStepCorrected':
      return corrected(refund, event)
    default:
      return undefined
  }
}

/** Facts about a tax refund; undefined where an event is none of these. */
export const evolveRefund = (issue: Issue, event: IssueEvent): Issue | undefined => {
  const refund = after(issue.refund ?? {}, event)
  if (!refund) return undefined
  return stages.get(event.type)?.has(issue.stage) ? { ...issue, refund } : issue
}

/** The tax office's time as a new calendar has it. */
export const withRefundDue = (refund: Refund | undefined, due: string | undefined) => {
  const present = refund?.applications?.at(-1)
  const last = present?.steps.at(-1)
  if (!refund || !present || !last?.due || !due) return {}
  const steps = present.steps.with(-1, { ...last, due })
  return { refund: { ...refund, applications: [...(refund.applications ?? []).slice(0, -1), { steps }] } }
}
