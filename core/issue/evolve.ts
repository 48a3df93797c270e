import { endStages, type Stage } from '../words.ts'
import { localDate } from '../zone-time.ts'
import type { Fact, IssueEvent } from './events.ts'
import { evolveTiming } from './evolve-timing.ts'
import { commonFields, type Issue, type IssueAt } from './issue.ts'

/** What all stages share, without what belongs to the stage it leaves. */
const common = (issue: Issue) =>
  Object.fromEntries(
    commonFields.filter((field) => issue[field] !== undefined).map((field) => [field, issue[field]]),
  ) as Pick<Issue, (typeof commonFields)[number]>

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

/** An assignment without what was asked about its old due times. */
const settled = ({ extensionAsked: _, ...assignment }: IssueAt<'handling'>['assignment']) => assignment

/** What was supervised is done, or given to others: a later lapse is proposed anew. */
const unsupervised = ({ supervision: _, ...shared }: ReturnType<typeof common>) => shared

/** The work goes on where it was, with new due times and one step higher. */
const steppedUp = (
  issue: IssueAt<'confirming' | 'closed'>,
  event: { at: string; by: string; dues: Routed['dues'] },
): Issue => {
  const { assignment, work } = issue
  if (!assignment || !work) return issue
  return {
    ...common(issue),
    stage: 'handling',
    steppedUp: (issue.steppedUp ?? 0) + 1,
    assignment: { ...settled(assignment), dues: event.dues, since: event.at },
    work: { acceptedAt: work.acceptedAt, handler: work.handler, contactedAt: work.contactedAt ?? event.at },
  }
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

const closeWith = (
  issue: IssueAt<'confirming'>,
  confirmation: IssueAt<'closed'>['confirmation'],
  reopenUntil: string,
): Issue => {
  const { assignment, work, closure } = issue
  return { ...common(issue), stage: 'closed', assignment, work, closure, confirmation, reopenUntil }
}

const whileClosing = (issue: IssueAt<'confirming' | 'closed'>, event: IssueEvent): Issue => {
  const { at, by } = event
  switch (event.type) {
    case 'ClosureConfirmed': {
      if (issue.stage !== 'confirming') return issue
      const { result, via, satisfaction } = event
      return closeWith(issue, { result, at, via, ...(satisfaction && { satisfaction }) }, event.reopenUntil)
    }
    case 'ConfirmationLapsed':
      return issue.stage === 'confirming'
        ? closeWith(issue, { result: 'notReached', at }, event.reopenUntil)
        : issue
    case 'ClosureDisputed':
      return steppedUp(issue, event)
    case 'CallFailed':
      if (issue.stage !== 'confirming') return issue
      return { ...issue, failedCalls: [...(issue.failedCalls ?? []), event.on] }
    case 'DisputeReferred':
      return referred(issue, event)
    case 'DisputeRuled':
      if (issue.stage !== 'confirming' || !issue.ruling) return issue
      if (event.redo) return steppedUp(issue, { at, by, dues: event.redo })
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
    case 'IssueArchived':
      return issue.stage === 'closed' ? { ...issue, archivedAt: at } : issue
    default:
      return issue
  }
}

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
        ...common(issue),
        stage: 'logged',
        returns,
        routeDue: event.routeDue,
        leftToDispatcher: { at },
      }
    }
    case 'IssueTransferred':
      return { ...unsupervised(common(issue)), stage: 'assigned', assignment: assignmentFrom(event) }
    case 'ContactRecorded':
      if (issue.stage === 'assigned') return { ...issue, contactedAt: issue.contactedAt ?? at }
      return { ...issue, work: { ...issue.work, contactedAt: issue.work.contactedAt ?? at } }
    case 'ReplyRecorded': {
      if (issue.stage !== 'handling') return issue
      const { nextReply: _, ...work } = issue.work
      const next = event.nextReply ? { nextReply: event.nextReply } : {}
      // An answer to the firm is a contact with it.
      return { ...issue, work: { ...work, contactedAt: work.contactedAt ?? at, repliedAt: at, ...next } }
    }
    case 'ClosureProposed': {
      if (issue.stage !== 'handling') return issue
      const { work } = issue
      const assignment = settled(issue.assignment)
      const closure = {
        type: event.closure,
        at,
        by,
        ...(event.reviewOn && { reviewOn: event.reviewOn }),
      }
      return {
        ...unsupervised(common(issue)),
        stage: 'confirming',
        assignment,
        work,
        closure,
        confirmDue: event.confirmDue,
      }
    }
    default:
      return issue
  }
}

const whileLogged = (issue: IssueAt<'logged'>, event: IssueEvent): Issue => {
  switch (event.type) {
    case 'RoutingLeftToDispatcher': {
      const { suggestion } = event
      return { ...issue, leftToDispatcher: { at: event.at, ...(suggestion && { suggestion }) } }
    }
    case 'IssueRouted':
      return { ...common(issue), stage: 'assigned', assignment: assignmentFrom(event) }
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
      return { ...common(issue), stage: 'withdrawn', endedAt: event.at }
    case 'IssueMerged':
      if (issue.stage === 'confirming' || issue.stage === 'closed') return issue
      return { ...common(issue), stage: 'merged', endedAt: event.at, into: event.into }
    default:
      return undefined
  }
}

const isEnd = (stage: Stage) => (endStages as readonly Stage[]).includes(stage)

/** The issue after an event. Total: a fact that does not fit the stage changes nothing. */
export const evolve = (issue: Issue | undefined, event: IssueEvent): Issue => {
  if (event.type === 'IssueLogged') return issue ?? born(event)
  if (!issue) throw new Error(`a stream begins with IssueLogged, not with ${event.type}`)
  if (isEnd(issue.stage)) return issue
  const same = atAnyStage(issue, event) ?? evolveTiming(issue, event)
  if (same) return same
  switch (issue.stage) {
    case 'logged':
      return whileLogged(issue, event)
    case 'assigned':
    case 'handling':
      return whileInHand(issue, event)
    case 'confirming':
    case 'closed':
      return whileClosing(issue, event)
    default:
      return issue
  }
}

export const replay = (events: readonly IssueEvent[]): Issue | undefined =>
  events.reduce<Issue | undefined>((issue, event) => evolve(issue, event), undefined)
