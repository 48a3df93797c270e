import type { Fact, IssueEvent } from './events.ts'
import { withStayDue } from './evolve-hiring.ts'
import { withRefundDue } from './evolve-refund.ts'
import type { Issue, IssueAt } from './issue.ts'

type Marks = NonNullable<Issue['overdue']>
const withMark = (marks: Marks | undefined, { clock, due }: Marks[number]): Marks => [
  ...(marks ?? []),
  { clock, due },
]

const extended = (issue: IssueAt<'handling'>, close: string, provisional: boolean | undefined): Issue => {
  const { extensionAsked: _, ...assignment } = issue.assignment
  const { dues } = assignment
  return {
    ...issue,
    assignment: {
      ...assignment,
      extensions: (assignment.extensions ?? 0) + 1,
      dues: {
        ...dues,
        close,
        closeOriginal: dues.closeOriginal ?? dues.close,
        ...(provisional && { provisional }),
      },
    },
  }
}

const whileHandling = (issue: IssueAt<'handling'>, event: IssueEvent): Issue | undefined => {
  const { assignment, work } = issue
  switch (event.type) {
    case 'ExtensionAsked': {
      const extensionAsked = { at: event.at, by: event.by, until: event.until }
      return { ...issue, assignment: { ...assignment, extensionAsked } }
    }
    case 'ExtensionDecided': {
      if (event.granted && event.close) return extended(issue, event.close, event.provisional)
      const { extensionAsked: _, ...rest } = assignment
      return { ...issue, assignment: rest }
    }
    case 'IssuePaused':
      return {
        ...issue,
        work: { ...work, pause: { at: event.at, reason: event.reason, resumeAt: event.resumeAt } },
      }
    case 'IssueResumed': {
      const { pause, nextReply: _, ...rest } = work
      if (!pause) return issue
      const pauses = [...(work.pauses ?? []), { from: pause.at, to: event.resumedAt ?? event.at }]
      const next = event.nextReply ? { nextReply: event.nextReply } : {}
      const { supervisionDue: due } = event
      return {
        ...issue,
        ...(due && { supervision: { ...issue.supervision, due } }),
        assignment: { ...assignment, dues: event.dues },
        work: { ...rest, ...next, pauses },
      }
    }
    default:
      return undefined
  }
}

const recomputed = (issue: Issue, event: Fact<'DuesRecomputed'>): Issue => {
  const { routeDue, dues, nextReply, confirmDue, reopenUntil, refundDue, stayDue } = event
  switch (issue.stage) {
    case 'logged':
      return routeDue ? { ...issue, routeDue } : issue
    case 'assigned':
      return dues ? { ...issue, assignment: { ...issue.assignment, dues } } : issue
    case 'handling':
      return {
        ...issue,
        ...withRefundDue(issue.refund, refundDue),
        assignment: { ...issue.assignment, ...(dues && { dues }) },
        work: { ...issue.work, ...(nextReply && { nextReply }) },
      }
    case 'confirming':
      return confirmDue ? { ...issue, confirmDue } : issue
    case 'closed':
      return {
        ...issue,
        ...(reopenUntil && { reopenUntil }),
        ...(stayDue && withStayDue(issue.hiring, stayDue)),
      }
    default:
      return issue
  }
}

/** Facts about clocks; undefined where an event is none of these, the same issue where it does not fit the stage. */
export const evolveTiming = (issue: Issue, event: IssueEvent): Issue | undefined => {
  switch (event.type) {
    case 'DueSoonRecorded':
      return issue.stage === 'closed' ? issue : { ...issue, soon: withMark(issue.soon, event) }
    case 'OverdueRecorded':
      return issue.stage === 'closed' ? issue : { ...issue, overdue: withMark(issue.overdue, event) }
    case 'SupervisionProposed':
      if (issue.stage !== 'assigned' && issue.stage !== 'handling') return issue
      return { ...issue, supervision: { proposedAt: event.at } }
    case 'SupervisionDecided': {
      if (issue.stage !== 'assigned' && issue.stage !== 'handling') return issue
      const { proposedAt } = issue.supervision ?? {}
      const supervision = {
        ...(proposedAt && { proposedAt }),
        decidedAt: event.at,
        ...(event.due && { due: event.due }),
      }
      return { ...issue, supervision }
    }
    case 'DuesRecomputed':
      return recomputed(issue, event)
    case 'ExtensionAsked':
    case 'ExtensionDecided':
    case 'IssuePaused':
    case 'IssueResumed':
      return issue.stage === 'handling' ? whileHandling(issue, event) : issue
    default:
      return undefined
  }
}
