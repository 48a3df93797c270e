import { refuse } from '../../refusal.ts'
import { localDate } from '../../zone-time.ts'
import { duesFrom, levelFor, newlyOverdue } from '../clocks.ts'
import type { Context } from '../context.ts'
import type { Issue } from '../issue.ts'
import { dueCommand } from '../standing.ts'
import { type Decider, noteOf } from './decider.ts'
import { daysFromNow } from './logging.ts'

const reopenUntil = (issue: Issue, context: Context) =>
  daysFromNow(context, levelFor(context, issue.urgency).reopenDays)

/** The firm itself speaks through its link and in no other way; everyone else says how they heard it. */
const notHeardThus = (via: string, context: Context) =>
  (via === 'link') !== (context.principal.role === 'firm')

export const confirmClosure: Decider<'confirmClosure'> = (issue, input, context) => {
  if (notHeardThus(input.via, context)) return refuse('notAllowed')
  const { text, ...said } = input
  return [{ type: 'ClosureConfirmed', ...said, reopenUntil: reopenUntil(issue, context), ...noteOf(text) }]
}

const newDues = (issue: Issue, context: Context) => {
  const complexity = 'assignment' in issue ? issue.assignment?.complexity : undefined
  return duesFrom(context, issue.urgency, issue.category, complexity).dues
}

/** After the window, or on history that nobody here handled, a problem that is back is a new issue. */
const beyondReopening = (issue: Issue, now: string) =>
  issue.stage === 'closed' && (issue.history !== undefined || now > issue.reopenUntil)

export const disputeClosure: Decider<'disputeClosure'> = (issue, input, context) => {
  if (notHeardThus(input.via, context)) return refuse('notAllowed')
  if (beyondReopening(issue, context.now)) return refuse('windowOver')
  const { text, ...said } = input
  return [{ type: 'ClosureDisputed', ...said, dues: newDues(issue, context), note: { text } }]
}

export const reopenIssue: Decider<'reopenIssue'> = (issue, { text }, context) => {
  if (beyondReopening(issue, context.now)) return refuse('windowOver')
  return [{ type: 'IssueReopened', dues: newDues(issue, context), note: { text } }]
}

export const recordVerification: Decider<'recordVerification'> = (_, input, context) => {
  const { text, ...seen } = input
  if (seen.on > localDate(context.now)) {
    return refuse('dateInTheFuture', { fields: [{ pointer: '/on', message: '核验日期不能晚于今天' }] })
  }
  return [{ type: 'VerificationRecorded', ...seen, ...noteOf(text) }]
}

export const recordOverdue: Decider<'recordOverdue'> = (issue, _, context) =>
  newlyOverdue(issue, context.now).map(({ clock, due }) => ({ type: 'OverdueRecorded' as const, clock, due }))

/** An unanswered confirmation ends as "not reached", never as solved or satisfied. */
export const lapseConfirmation: Decider<'lapseConfirmation'> = (issue, _, context) =>
  dueCommand(issue, context.now) === 'lapseConfirmation'
    ? [{ type: 'ConfirmationLapsed', reopenUntil: reopenUntil(issue, context) }]
    : []

export const archiveIssue: Decider<'archiveIssue'> = (issue, _, context) =>
  dueCommand(issue, context.now) === 'archiveIssue' ? [{ type: 'IssueArchived' }] : []
