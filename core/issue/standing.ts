import type { Calendar } from '../calendar/calendar.ts'
import type { Issue } from './issue.ts'
import { deadlineOf, stayAskAt, wakesAt } from './pending.ts'
import { reviewAt } from './review.ts'

/** Where an issue stands, in the one word on which the workflow chooses its way. */
export const standings = [
  'toRoute',
  'toDispatch',
  'toAccept',
  'toHandle',
  'toConfirm',
  'toVerify',
  'over',
] as const
export type Standing = (typeof standings)[number]

export const standingOf = (issue: Issue): Standing => {
  switch (issue.stage) {
    case 'logged':
      return issue.leftToDispatcher ? 'toDispatch' : 'toRoute'
    case 'assigned':
      return 'toAccept'
    case 'handling':
      return 'toHandle'
    case 'confirming':
      return 'toConfirm'
    case 'closed':
      return deadlineOf(issue) === undefined ? 'over' : 'toVerify'
    default:
      return 'over'
  }
}

/** A wait is never shorter than a second nor longer than twenty days: then the issue is looked at again. */
const longestWait = 20 * 24 * 3600

/** Seconds from now to a moment, as a wait takes them. */
export const secondsTo = (at: string | undefined, now: string): number => {
  if (at === undefined) return longestWait
  const seconds = Math.ceil((Date.parse(at) - Date.parse(now)) / 1000)
  return Math.min(Math.max(seconds, 1), longestWait)
}

/** Seconds from now to the next moment at which time itself changes something. */
export const secondsToDeadline = (issue: Issue, now: string, calendar: Calendar): number =>
  secondsTo(wakesAt(issue, calendar), now)

/** The command that time calls for now, if any. */
export const dueCommand = (issue: Issue, now: string, calendar: Calendar) => {
  const at = wakesAt(issue, calendar)
  if (at === undefined || at > now) return undefined
  if (issue.stage === 'confirming' && !issue.ruling) return 'lapseConfirmation' as const
  if (issue.stage === 'closed') {
    const ask = stayAskAt(issue)
    if (ask && ask <= now) return 'askForStay' as const
    return reviewAt(issue) ? ('recordReviewDue' as const) : ('archiveIssue' as const)
  }
  if (issue.stage === 'handling' && issue.work.pause) return 'resumeIssue' as const
  return 'recordOverdue' as const
}
