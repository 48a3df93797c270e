import * as z from 'zod'
import { type Desk, desksOf } from '../../core/issue/desks.ts'
import { IssueFact } from '../../core/issue/events.ts'
import { departmentOf } from '../../core/issue/in-hand.ts'
import { Issue } from '../../core/issue/issue.ts'
import { deadlineOf, pendingClocks } from '../../core/issue/pending.ts'
import { standingOf } from '../../core/issue/standing.ts'
import { openRoundOf } from '../../core/referral/referrals.ts'
import { joined, readErased } from '../../core/retention/apart.ts'
import { lastState } from '../../core/retention/due.ts'
import { placeholderOf } from '../../core/retention/retention.ts'
import { byFirmKey, keys, queues, retentionKey, worklistKey } from './keys.ts'
import type { Item, Write } from './table.ts'

/** As much of the content as a list shows. Longer content stands beside it whole; shorter is not kept twice. */
const summaryLength = 60
const summaryOf = (content: string) => [...content].slice(0, summaryLength).join('')

/** Who has to move next. An issue that is over is in nobody's queue. */
export const queueOf = (issue: Issue): string | undefined => {
  switch (standingOf(issue)) {
    case 'toRoute':
    case 'toDispatch':
      return (issue.returns?.length ?? 0) > 1 ? queues.manager : queues.dispatcher
    case 'toAccept':
    case 'toHandle':
      return queues.department(departmentOf(issue) ?? 'none')
    case 'toConfirm':
      if (issue.stage === 'confirming' && issue.ruling) return queues.manager
      return issue.source.team ? queues.team(issue.source.team) : queues.dispatcher
    case 'toVerify':
      return queues.aftercare(departmentOf(issue) ?? 'none')
    case 'over':
      return undefined
  }
}

/** When the clock that now runs began, from which a list tells green from yellow. */
const sinceOf = (issue: Issue) => {
  const deadline = deadlineOf(issue)
  const own = pendingClocks(issue).find(
    ({ clock, due }) => (clock === 'refund' || clock === 'stay') && due === deadline,
  )
  if (own) return own.startedAt
  return 'assignment' in issue && issue.assignment ? issue.assignment.at : issue.loggedAt
}

/** What a list shows of an issue beyond the state itself. */
const listed = (issue: Issue) => {
  const department = departmentOf(issue)
  const round = openRoundOf(issue.financing)
  return {
    since: sinceOf(issue),
    ...(department && { department }),
    ...(round && { round: round.no }),
    ...('work' in issue && issue.work && { handler: issue.work.handler }),
    ...(issue.stage === 'handling' && issue.work.pause && { pausedAt: issue.work.pause.at }),
  }
}

const deskQueue = (desk: Desk['desk']) =>
  typeof desk === 'string' ? queues[desk] : queues.department(desk.department)

/** Rows by which another desk finds an issue on which it owes a decision. */
const deskRows = (issue: Issue, version: number): Item[] => {
  const { id, stage, category, urgency, firm, content, loggedAt } = issue
  const row = {
    id,
    version,
    stage,
    category,
    urgency,
    firm,
    summary: summaryOf(content),
    loggedAt,
    ...listed(issue),
  }
  return desksOf(issue).map(({ desk, asks, by }) => {
    const queue = deskQueue(desk)
    return { ...keys.issueDesk(id, queue), ...row, asks, ...worklistKey(queue, by, id) }
  })
}

/** The desk rows as they should be now, and those of before that nobody needs any more. */
export const deskWrites = (before: Issue | undefined, after: Issue, version: number): Write[] => {
  const rows = deskRows(after, version)
  const kept = new Set(rows.map((row) => row.sk))
  const gone = before ? deskRows(before, 0).filter((row) => !kept.has(row.sk)) : []
  return [...rows.map((put) => ({ put })), ...gone.map(({ pk, sk }) => ({ remove: { pk, sk } }))]
}

/** The head row's attributes: the whole current state, and the keys under which lists find it. */
export const headOf = (issue: Issue): Record<string, unknown> => {
  const { content, ...state } = issue
  const summary = summaryOf(content)
  const queue = queueOf(issue)
  const deadline = deadlineOf(issue)
  const last = lastState(issue)
  return {
    ...state,
    summary,
    ...listed(issue),
    ...(summary !== content && { content }),
    ...(queue && deadline && worklistKey(queue, deadline, issue.id)),
    ...(last && retentionKey(last.state, last.since, issue.id)),
    ...byFirmKey(issue.firm.uscc, issue.loggedAt, issue.id),
  }
}

const Versioned = z.object({
  version: z.int().min(1),
  hash: z.string(),
  summary: z.string(),
  content: z.string().optional(),
})

export type LoadedIssue = { issue: Issue; version: number; hash: string }

/** Rows are parsed before they are believed, those that we wrote included; one that does not parse is a fault. */
export const issueFrom = (row: Item): LoadedIssue => {
  const { version, hash, summary, content } = Versioned.parse(row)
  return { issue: Issue.parse({ ...row, content: content ?? summary }), version, hash }
}

/** As much of an event's row as says what happened. */
const Told = z.object({
  seq: z.int().min(1),
  at: z.string(),
  by: z.string(),
  fact: z.looseObject({ type: z.string() }),
  noteDigest: z.string().optional(),
})
const EventRow = Told.extend({
  prev: z.string(),
  via: z.object({ role: z.string(), request: z.string() }).optional(),
})
export const NoteRow = z.object({ salt: z.string(), note: z.record(z.string(), z.unknown()) })

export const eventRow = (row: Item) => EventRow.parse(row)

/** Whether the words of a stream went because its firm asked, and not when their time was over. */
export const wentOnRequest = (rows: readonly Item[]): boolean =>
  rows.some((row) => {
    const { fact } = EventRow.parse(row)
    return fact.type === 'PersonalDataErased' && fact.request !== undefined
  })

type Told = z.infer<typeof Told>
const eventOf = ({ seq, at, by }: Told, fact: object) => ({ ...IssueFact.parse(fact), seq, at, by })

/** An event as it was decided, its words joined again where they still exist. */
export const eventFrom = (row: Item, noteRow: Item | undefined, onRequest = false) => {
  const told = Told.parse(row)
  if (!noteRow) {
    const { noteDigest, fact } = told
    return eventOf(told, noteDigest === undefined ? fact : readErased(fact, placeholderOf(onRequest)))
  }
  const { apart, ...note } = NoteRow.parse(noteRow).note
  const words = Object.keys(note).length > 0 && { note }
  return eventOf(told, { ...joined(told.fact, apart), ...words })
}

/** An event for whoever needs no words of it, whether they still exist or not. */
export const eventWithoutWords = (row: Item) => {
  const told = Told.parse(row)
  return eventOf(told, readErased(told.fact, placeholderOf(false)))
}
