import type { IssueFact } from '../events.ts'
import type { Issue } from '../issue.ts'
import { newlyOverdue, newlySoon, type Pending } from '../pending.ts'
import { dueCommand } from '../standing.ts'
import { reopenUntil } from './dates.ts'
import type { Decider } from './decider.ts'

/** What is not taken over or not closed in time is proposed for supervision, once until a manager has decided. */
const proposes = new Set(['accept', 'close'])

const supervisionFor = (issue: Issue, late: readonly Pending[]): IssueFact[] => {
  const cause = late.find((pending) => proposes.has(pending.clock))
  return cause && !issue.supervision ? [{ type: 'SupervisionProposed', clock: cause.clock }] : []
}

/** Everything that has turned yellow or red since it was last looked at, each recorded once. */
export const recordOverdue: Decider<'recordOverdue'> = (issue, _, context) => {
  const late = newlyOverdue(issue, context.now)
  const soon = newlySoon(issue, context.now, context.calendar)
  return [
    ...soon.map(({ clock, due }) => ({ type: 'DueSoonRecorded' as const, clock, due })),
    ...late.map(({ clock, due }) => ({ type: 'OverdueRecorded' as const, clock, due })),
    ...supervisionFor(issue, late),
  ]
}

/** An unanswered confirmation ends as "not reached", never as solved or satisfied. */
export const lapseConfirmation: Decider<'lapseConfirmation'> = (issue, _, context) =>
  dueCommand(issue, context.now, context.calendar) === 'lapseConfirmation'
    ? [{ type: 'ConfirmationLapsed', reopenUntil: reopenUntil(issue, context) }]
    : []

export const archiveIssue: Decider<'archiveIssue'> = (issue, _, context) =>
  dueCommand(issue, context.now, context.calendar) === 'archiveIssue' ? [{ type: 'IssueArchived' }] : []
