import { addWorkingDays } from '../../calendar/working-day.ts'
import type { WorkingTime } from '../../reference/records.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { markOf, nextSteps, presentApplication } from '../../tax-refund/progress.ts'
import { type RefundStep, refundStepWords } from '../../tax-refund/progress-words.ts'
import { instantAt } from '../../zone-time.ts'
import { dueAfter, levelFor } from '../clocks.ts'
import type { CommandInput } from '../commands.ts'
import type { Context } from '../context.ts'
import type { Fact, IssueFact } from '../events.ts'
import type { Issue } from '../issue.ts'
import type { RefundMark } from '../refund.ts'
import { type Decider, noteOf } from './decider.ts'
import { notYet } from './hiring.ts'

const fault = (pointer: string, message: string) => refuse('badInput', { fields: [{ pointer, message }] })

export const recordPrecheck: Decider<'recordPrecheck'> = (_, { text, ...said }, context) =>
  notYet(said.on, context) ?? [{ type: 'RefundPrechecked', ...said, ...noteOf(text) }]

export const checkPapers: Decider<'checkPapers'> = (_, { text, ready, ...said }, context) =>
  notYet(said.on, context) ?? [
    { type: 'RefundPapersChecked', ready: [...new Set(ready)], ...said, ...noteOf(text) },
  ]

/** From acceptance the tax office has the time that the service level names; after a check has been cleared, a shorter one. */
const timeOf = (step: RefundStep, issue: Issue, context: Context): WorkingTime | undefined => {
  const level = levelFor(context, issue.urgency)
  if (step === 'accepted') return level.taxFollowUp
  return step === 'cleared' ? level.taxCleared : undefined
}

/** When the tax office is to have decided, counted from the day of the step and not from when we heard of it. */
export const refundDue = (
  issue: Issue,
  { step, on }: Pick<RefundMark, 'step' | 'on'>,
  context: Context,
): string | undefined => {
  const time = timeOf(step, issue, context)
  if (!time) return undefined
  const opening = addWorkingDays(context.calendar, instantAt(on, '00:00'), 0).at
  return dueAfter(context.calendar, opening, time).at
}

const withAmount: ReadonlySet<RefundStep> = new Set<RefundStep>(['applied', 'granted', 'arrived'])
/** Nobody is granted more than was applied for, and nobody is paid more than was granted. */
const bound: Readonly<Partial<Record<RefundStep, RefundStep>>> = { granted: 'applied', arrived: 'granted' }

const amountFault = (
  marks: readonly RefundMark[],
  { step, amountYuan }: Pick<CommandInput<'recordRefundStep'>, 'step' | 'amountYuan'>,
): Refusal | undefined => {
  if (amountYuan === undefined) return undefined
  const word = refundStepWords[step].zh
  if (!withAmount.has(step)) return fault('/amountYuan', `“${word}”没有金额，金额填在申请、准予或到账`)
  for (const other of marks) {
    if (other.amountYuan === undefined) continue
    const otherWord = refundStepWords[other.step].zh
    if (bound[step] === other.step && amountYuan > other.amountYuan) {
      return fault('/amountYuan', `“${word}”的金额不能超过“${otherWord}”的${other.amountYuan}元`)
    }
    if (bound[other.step] === step && amountYuan < other.amountYuan) {
      return fault('/amountYuan', `“${word}”的金额不能少于“${otherWord}”的${other.amountYuan}元`)
    }
  }
  return undefined
}

/** The money is what can be seen of a refund: once it is closed, its arrival verifies it. */
const verifies = (issue: Issue, { step, on, amountYuan }: CommandInput<'recordRefundStep'>): IssueFact[] =>
  step === 'arrived' && issue.stage === 'closed'
    ? [
        {
          type: 'VerificationRecorded',
          what: 'refundReceived',
          on,
          ...(amountYuan !== undefined && { amountYuan }),
        },
      ]
    : []

type Said = CommandInput<'recordRefundStep'>
const factsOf = <T extends 'RefundStepRecorded' | 'RefundStepCorrected'>(
  type: T,
  issue: Issue,
  said: Said,
  context: Context,
): IssueFact[] => {
  const { text, ...step } = said
  const due = refundDue(issue, step, context)
  const fact = { type, ...step, ...(due && { due }), ...noteOf(text) } as Fact<T> as IssueFact
  return [fact, ...verifies(issue, said)]
}

export const recordRefundStep: Decider<'recordRefundStep'> = (issue, said, context) => {
  const early = notYet(said.on, context)
  if (early) return early
  const possible = nextSteps(issue.refund)
  if (!possible.includes(said.step)) {
    const next = possible.map((step) => refundStepWords[step].zh).join('、')
    const message = `现在能记录的是：${next || '没有'}；前面漏记的请先补记`
    return refuse('refundStepOrder', { fields: [{ pointer: '/step', message }] })
  }
  const steps = said.step === 'applied' ? [] : (presentApplication(issue.refund)?.steps ?? [])
  const last = steps.at(-1)
  if (last && said.on < last.on) {
    return fault('/on', `日期不能早于上一步“${refundStepWords[last.step].zh}”的${last.on}`)
  }
  return amountFault(steps, said) ?? factsOf('RefundStepRecorded', issue, said, context)
}

export const correctRefundStep: Decider<'correctRefundStep'> = (issue, said, context) => {
  const early = notYet(said.on, context)
  if (early) return early
  const application = presentApplication(issue.refund)
  const mark = markOf(application, said.step)
  if (!application || !mark) {
    const message = `还没有记录过“${refundStepWords[said.step].zh}”`
    return refuse('refundStepOrder', { fields: [{ pointer: '/step', message }] })
  }
  const at = application.steps.indexOf(mark)
  const [before, after] = [application.steps[at - 1], application.steps[at + 1]]
  if (before && said.on < before.on)
    return fault('/on', `日期不能早于“${refundStepWords[before.step].zh}”的${before.on}`)
  if (after && said.on > after.on)
    return fault('/on', `日期不能晚于“${refundStepWords[after.step].zh}”的${after.on}`)
  const others = application.steps.filter((one) => one !== mark)
  return amountFault(others, said) ?? factsOf('RefundStepCorrected', issue, said, context)
}
