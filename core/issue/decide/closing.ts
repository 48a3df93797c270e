import { stayFrom } from '../../hiring/funnel.ts'
import { refuse } from '../../refusal.ts'
import { duesFrom } from '../clocks.ts'
import type { Context } from '../context.ts'
import type { Issue } from '../issue.ts'
import { daysFromNow, reopenUntil, today } from './dates.ts'
import { type Decider, noteOf } from './decider.ts'

/** The firm itself speaks through its link and in no other way; everyone else says how they heard it. */
const notHeardThus = (via: string, context: Context) =>
  (via === 'link') !== (context.principal.role === 'firm')

/** Who records what the firm signed shows the very form: a word on paper, and no recollection of it. */
const formFault = (issue: Issue, { via, file }: { via: string; file?: string | undefined }) => {
  if (via !== 'form' && file === undefined) return undefined
  if (issue.files?.some(({ id }) => id === file)) return undefined
  return refuse('formMissing', { fields: [{ pointer: '/file', message: '请选定已上传的签字件' }] })
}

export const confirmClosure: Decider<'confirmClosure'> = (issue, input, context) => {
  if (notHeardThus(input.via, context)) return refuse('notAllowed')
  const missing = formFault(issue, input)
  if (missing) return missing
  const { text, ...said } = input
  return [{ type: 'ClosureConfirmed', ...said, reopenUntil: reopenUntil(issue, context), ...noteOf(text) }]
}

export const newDues = (issue: Issue, context: Context) => {
  const complexity = 'assignment' in issue ? issue.assignment?.complexity : undefined
  // Imposed dates and helpers belonged to the first round.
  return duesFrom(context, issue.urgency, issue.category, complexity).dues
}

/** After the window or a ruling, or on history that nobody here handled, a problem that is back is a new issue. */
const beyondReopening = (issue: Issue, now: string) =>
  issue.stage === 'closed' &&
  (issue.history !== undefined || issue.confirmation.result === 'unsolved' || now > issue.reopenUntil)

/** A manager who rules on a dispute has as long as a firm has to confirm. */
const rulingDays = 5

/** The first time the department does it again; the second time the manager rules, which ends it. */
export const disputeClosure: Decider<'disputeClosure'> = (issue, input, context) => {
  if (notHeardThus(input.via, context)) return refuse('notAllowed')
  const missing = formFault(issue, input)
  if (missing) return missing
  if (beyondReopening(issue, context.now)) return refuse('windowOver')
  if (issue.stage === 'confirming' && issue.ruling) return refuse('rulingPending')
  const { text, ...said } = input
  if (issue.disputes) {
    return [{ type: 'DisputeReferred', ...said, due: daysFromNow(context, rulingDays), note: { text } }]
  }
  return [{ type: 'ClosureDisputed', ...said, dues: newDues(issue, context), note: { text } }]
}

export const ruleOnDispute: Decider<'ruleOnDispute'> = (issue, { redo, text }, context) => {
  if (!issue.ruling) return refuse('nothingToRule')
  return [{ type: 'DisputeRuled', ...(redo && { redo: newDues(issue, context) }), note: { text } }]
}

export const reopenIssue: Decider<'reopenIssue'> = (issue, { text }, context) => {
  if (beyondReopening(issue, context.now)) return refuse('windowOver')
  return [{ type: 'IssueReopened', dues: newDues(issue, context), note: { text } }]
}

/** Three calls on different days that reach nobody end the confirmation as "not reached". */
const callsBeforeGivingUp = 3

export const recordFailedCall: Decider<'recordFailedCall'> = (issue, _, context) => {
  if (issue.ruling) return refuse('rulingPending')
  const on = today(context)
  if (issue.failedCalls?.includes(on)) return refuse('calledToday')
  const last = (issue.failedCalls?.length ?? 0) + 1 >= callsBeforeGivingUp
  return [
    { type: 'CallFailed', on },
    ...(last ? [{ type: 'ConfirmationLapsed' as const, reopenUntil: reopenUntil(issue, context) }] : []),
  ]
}

export const recordVerification: Decider<'recordVerification'> = (issue, input, context) => {
  // People are counted by post, thirty days after they came; one number for all would hide who has left.
  if (input.what === 'peopleAtWork' && stayFrom(issue.hiring ?? { posts: [] })) return refuse('countByPost')
  const { text, ...seen } = input
  if (issue.category === 'financing' && seen.what === 'moneyArrived' && seen.amountYuan === undefined) {
    return refuse('amountMissing', { fields: [{ pointer: '/amountYuan', message: '请填写到账金额' }] })
  }
  if (seen.on > today(context)) {
    return refuse('dateInTheFuture', { fields: [{ pointer: '/on', message: '核验日期不能晚于今天' }] })
  }
  return [{ type: 'VerificationRecorded', ...seen, ...noteOf(text) }]
}
