import { lastStep } from '../tax-refund/progress.ts'
import type { Fact, IssueEvent } from './events.ts'
import type { Issue, IssueAt } from './issue.ts'
import { common, unsupervised } from './kept.ts'
import type { Dues } from './parts.ts'
import { pastOf } from './runs.ts'

/** An assignment without what was asked about its old due times. */
const settled = ({ extensionAsked: _, ...assignment }: IssueAt<'handling'>['assignment']) => assignment

/** The department says that it is done; what was asked or supervised on the way is over. */
export const proposed = (
  issue: IssueAt<'handling'>,
  event: Fact<'ClosureProposed'> & { at: string; by: string },
): Issue => {
  const { at, by, closure: type, reviewOn, cited, citedElse, confirmDue } = event
  return {
    ...unsupervised(issue),
    stage: 'confirming',
    assignment: settled(issue.assignment),
    work: issue.work,
    closure: {
      type,
      at,
      by,
      ...(reviewOn && { reviewOn }),
      ...(cited && { cited }),
      ...(citedElse && { citedElse }),
    },
    confirmDue,
  }
}

/** The work goes on where it was, with new due times. */
const goesOn = (issue: IssueAt<'confirming' | 'closed'>, event: { at: string; dues: Dues }): Issue => {
  const { assignment, work } = issue
  if (!assignment || !work) return issue
  return {
    ...common(issue),
    ...pastOf(issue, event.at),
    stage: 'handling',
    assignment: { ...settled(assignment), dues: event.dues, since: event.at },
    work: { acceptedAt: work.acceptedAt, handler: work.handler, contactedAt: work.contactedAt ?? event.at },
  }
}

/** The work goes on one step higher. */
const steppedUp = (issue: IssueAt<'confirming' | 'closed'>, event: { at: string; dues: Dues }): Issue => {
  const again = goesOn(issue, event)
  return again === issue ? issue : { ...again, steppedUp: (issue.steppedUp ?? 0) + 1 }
}

/** What was kept on the list is looked at: it goes on, stays on the list, or comes off it. */
const reviewed = (issue: IssueAt<'closed'>, event: Fact<'ClosureReviewed'> & { at: string }): Issue => {
  if (event.redo) return goesOn(issue, { at: event.at, dues: event.redo })
  const { reviewDueAt: _, ...rest } = issue
  const { reviewOn: __, ...closure } = issue.closure
  return { ...rest, closure: { ...closure, ...(event.reviewOn && { reviewOn: event.reviewOn }) } }
}

/** The second dispute waits for the manager, wherever the first closing had brought it. */
const referred = (
  issue: IssueAt<'confirming' | 'closed'>,
  event: Fact<'DisputeReferred'> & { at: string },
): Issue => {
  const { assignment, work, closure } = issue
  if (!assignment || !work) return issue
  const ruling = { askedAt: event.at, due: event.due }
  return { ...common(issue), stage: 'confirming', assignment, work, closure, confirmDue: event.due, ruling }
}

/** Money that had arrived before the issue was closed was seen already: nobody is asked for it again. */
const refundSeen = ({ refund }: IssueAt<'confirming'>): IssueAt<'closed'>['verification'] => {
  const mark = lastStep(refund)
  if (mark?.step !== 'arrived') return undefined
  const { on, at, by, amountYuan } = mark
  return { what: 'refundReceived', on, at, by, ...(amountYuan !== undefined && { amountYuan }) }
}

const closeWith = (
  issue: IssueAt<'confirming'>,
  confirmation: IssueAt<'closed'>['confirmation'],
  reopenUntil: string,
): Issue => {
  const { assignment, work, closure, failedCalls } = issue
  const verification = refundSeen(issue)
  return {
    ...common(issue),
    stage: 'closed',
    assignment,
    work,
    closure,
    confirmation,
    reopenUntil,
    ...(failedCalls && { failedCalls }),
    ...(verification && { verification }),
  }
}

/** From the department's word that it is done to the firm's, and back where the firm says otherwise. */
export const evolveClosing = (issue: IssueAt<'confirming' | 'closed'>, event: IssueEvent): Issue => {
  const { at, by } = event
  switch (event.type) {
    case 'ClosureConfirmed': {
      if (issue.stage !== 'confirming') return issue
      const { result, via, file, satisfaction } = event
      const more = { ...(file && { file }), ...(satisfaction && { satisfaction }) }
      return closeWith(issue, { result, at, via, ...more }, event.reopenUntil)
    }
    case 'ConfirmationLapsed':
      return issue.stage === 'confirming'
        ? closeWith(issue, { result: 'notReached', at }, event.reopenUntil)
        : issue
    case 'ClosureDisputed':
      return { ...steppedUp(issue, event), disputes: (issue.disputes ?? 0) + 1 }
    case 'CallFailed':
      if (issue.stage !== 'confirming') return issue
      return { ...issue, failedCalls: [...(issue.failedCalls ?? []), event.on] }
    case 'DisputeReferred':
      return referred(issue, event)
    case 'DisputeRuled':
      if (issue.stage !== 'confirming' || !issue.ruling) return issue
      if (event.redo) return steppedUp(issue, { at, dues: event.redo })
      // A reasoned ruling ends it: there is no window after it.
      return closeWith(issue, { result: 'unsolved', at }, at)
    case 'IssueReopened':
      return issue.stage === 'closed' ? steppedUp(issue, event) : issue
    case 'VerificationRecorded': {
      if (issue.stage !== 'closed') return issue
      const { what, on, amountYuan, headcount } = event
      const numbers = {
        ...(amountYuan !== undefined && { amountYuan }),
        ...(headcount !== undefined && { headcount }),
      }
      return { ...issue, verification: { what, on, at, by, ...numbers } }
    }
    case 'ReviewDueRecorded':
      return issue.stage === 'closed' ? { ...issue, reviewDueAt: at } : issue
    case 'ClosureReviewed':
      return issue.stage === 'closed' ? reviewed(issue, event) : issue
    case 'IssueArchived':
      return issue.stage === 'closed' ? { ...issue, archivedAt: at } : issue
    default:
      return issue
  }
}
