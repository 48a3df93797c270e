import { endStages, type Stage } from '../words.ts'
import { localDate } from '../zone-time.ts'
import type { Fact, IssueEvent } from './events.ts'
import { evolveClosing, proposed } from './evolve-closing.ts'
import { evolveFinancing, financingOver } from './evolve-financing.ts'
import { bornPosts, evolveHiring } from './evolve-hiring.ts'
import { evolveRefund } from './evolve-refund.ts'
import { evolveRetention } from './evolve-retention.ts'
import { evolveTiming } from './evolve-timing.ts'
import { evolveTogether } from './evolve-together.ts'
import { departmentOf } from './in-hand.ts'
import type { Issue, IssueAt } from './issue.ts'
import { common, unsupervised } from './kept.ts'
import { pastOf, withReply } from './runs.ts'

const born = (event: Fact<'IssueLogged'> & { at: string; by: string }): Issue => {
  const { id, firm, category, urgency, tags, need, source, repeatOf, ledgerDepartment, note } = event
  const base = {
    id,
    firm,
    category,
    urgency,
    source,
    content: note.content,
    ...(note.contact && { contact: note.contact }),
    ...(tags && { tags }),
    ...(need && { need }),
    ...bornPosts(event.posts),
    ...(repeatOf && { repeatOf }),
    ...(ledgerDepartment && { ledgerDepartment }),
    loggedAt: event.at,
    loggedBy: event.by,
  }
  if (!event.history) return { ...base, stage: 'logged', routeDue: event.routeDue }
  const closedOn = event.history.closedOn ?? source.on ?? localDate(event.at)
  return {
    ...base,
    history: true,
    stage: 'closed',
    closure: { type: 'recorded', at: `${closedOn}T00:00:00Z`, by: event.by },
    confirmation: { result: 'notAsked', at: event.at },
    reopenUntil: event.at,
  }
}

type Routed = Omit<Fact<'IssueRouted'>, 'type' | 'note'> & { at: string }

const assignmentFrom = ({ department, assisting, basis, complexity, dues, at, ruling }: Routed) => ({
  department,
  ...(assisting && { assisting }),
  basis,
  complexity,
  at,
  dues,
  ...(ruling === 'sentBack' && { final: true }),
})

const whileInHand = (issue: IssueAt<'assigned' | 'handling'>, event: IssueEvent): Issue => {
  const { at, by } = event
  switch (event.type) {
    case 'AssignmentAccepted': {
      if (issue.stage !== 'assigned') return issue
      const { assignment, contactedAt } = issue
      const work = { acceptedAt: at, handler: by, ...(contactedAt && { contactedAt }) }
      return { ...common(issue), stage: 'handling', assignment, work }
    }
    case 'AssignmentReturned': {
      if (issue.stage !== 'assigned') return issue
      const { department } = issue.assignment
      const returns = [...(issue.returns ?? []), { department, reason: event.reason, at, by }]
      return {
        ...unsupervised(issue),
        ...pastOf(issue, at),
        stage: 'logged',
        returns,
        routeDue: event.routeDue,
        leftToDispatcher: { at },
      }
    }
    case 'IssueTransferred':
      return {
        ...unsupervised(issue),
        ...pastOf(issue, at),
        stage: 'assigned',
        assignment: assignmentFrom(event),
      }
    case 'ContactRecorded':
      if (issue.stage === 'assigned') return { ...issue, contactedAt: issue.contactedAt ?? at }
      return { ...issue, work: { ...issue.work, contactedAt: issue.work.contactedAt ?? at } }
    case 'ReplyRecorded': {
      if (issue.stage !== 'handling') return issue
      const { nextReply: _, ...work } = issue.work
      const next = event.nextReply ? { nextReply: event.nextReply } : {}
      // An answer to the firm is a contact with it.
      const answered = { ...work, contactedAt: work.contactedAt ?? at, repliedAt: at, ...next }
      return { ...issue, ...withReply(issue, at), work: answered }
    }
    case 'ClosureProposed':
      return issue.stage === 'handling' ? proposed(issue, event) : issue
    default:
      return issue
  }
}

const ruled = ({ returns }: Issue, ruling: Fact<'IssueRouted'>['ruling']) => {
  const last = returns?.at(-1)
  return last && ruling ? { returns: [...(returns ?? []).slice(0, -1), { ...last, ruling }] } : {}
}

const wasWith = (issue: Issue) => {
  const department = departmentOf(issue)
  return department ? { wasWith: department } : {}
}

const whileLogged = (issue: IssueAt<'logged'>, event: IssueEvent): Issue => {
  switch (event.type) {
    case 'RoutingLeftToDispatcher': {
      const { suggestion } = event
      return { ...issue, leftToDispatcher: { at: event.at, ...(suggestion && { suggestion }) } }
    }
    case 'IssueRouted':
      return {
        ...common(issue),
        ...ruled(issue, event.ruling),
        stage: 'assigned',
        assignment: assignmentFrom(event),
      }
    case 'IssueDeclined':
      return { ...common(issue), stage: 'declined', endedAt: event.at, ground: event.ground }
    default:
      return issue
  }
}

/** Facts that mean the same at every stage; undefined where a fact is the stage's own. */
const atAnyStage = (issue: Issue, event: IssueEvent): Issue | undefined => {
  switch (event.type) {
    case 'NoteAdded':
      return issue
    case 'MergeAbsorbed':
      return { ...issue, absorbed: [...(issue.absorbed ?? []), event.from] }
    case 'FileAttached':
      return { ...issue, files: [...(issue.files ?? []), event.file] }
    case 'FirmLinkIssued':
      return { ...issue, link: event.link }
    case 'FirmLinkRevoked': {
      const { link: _, ...rest } = issue
      return rest
    }
    case 'IssueWithdrawn':
      if (issue.stage === 'closed') return issue
      return {
        ...common(issue),
        ...financingOver(issue.financing, event.at),
        stage: 'withdrawn',
        endedAt: event.at,
        ...wasWith(issue),
      }
    case 'IssueMerged':
      if (issue.stage === 'confirming' || issue.stage === 'closed') return issue
      return {
        ...common(issue),
        ...financingOver(issue.financing, event.at),
        stage: 'merged',
        endedAt: event.at,
        into: event.into,
        ...wasWith(issue),
      }
    default:
      return undefined
  }
}

const isEnd = (stage: Stage) => (endStages as readonly Stage[]).includes(stage)

/** The issue after an event. Total: a fact that does not fit the stage changes nothing. */
export const evolve = (issue: Issue | undefined, event: IssueEvent): Issue => {
  if (event.type === 'IssueLogged') return issue ?? born(event)
  if (!issue) throw new Error(`a stream begins with IssueLogged, not with ${event.type}`)
  const kept = evolveRetention(issue, event)
  if (kept) return kept
  if (isEnd(issue.stage)) return issue
  const same =
    atAnyStage(issue, event) ??
    evolveTiming(issue, event) ??
    evolveTogether(issue, event) ??
    evolveFinancing(issue, event) ??
    evolveHiring(issue, event) ??
    evolveRefund(issue, event)
  if (same) return same
  switch (issue.stage) {
    case 'logged':
      return whileLogged(issue, event)
    case 'assigned':
    case 'handling':
      return whileInHand(issue, event)
    case 'confirming':
    case 'closed':
      return evolveClosing(issue, event)
    default:
      return issue
  }
}

export const replay = (events: readonly IssueEvent[]): Issue | undefined =>
  events.reduce<Issue | undefined>((issue, event) => evolve(issue, event), undefined)
