import { z } from 'zod'
import { deadlineOf } from '../../core/issue/clocks.ts'
import { IssueFact } from '../../core/issue/events.ts'
import { departmentOf, Issue } from '../../core/issue/issue.ts'
import { standingOf } from '../../core/issue/standing.ts'
import { byFirmKey, queues, worklistKey } from './keys.ts'
import type { Item } from './table.ts'

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
      return issue.source.team ? queues.team(issue.source.team) : queues.dispatcher
    case 'toVerify':
      return queues.aftercare(departmentOf(issue) ?? 'none')
    case 'over':
      return undefined
  }
}

/** When the clock that now runs began, from which a list tells green from yellow. */
const sinceOf = (issue: Issue) =>
  'assignment' in issue && issue.assignment ? issue.assignment.at : issue.loggedAt

/** The head row's attributes: the whole current state, and the keys under which lists find it. */
export const headOf = (issue: Issue): Record<string, unknown> => {
  const { content, ...state } = issue
  const summary = summaryOf(content)
  const queue = queueOf(issue)
  const deadline = deadlineOf(issue)
  const department = departmentOf(issue)
  return {
    ...state,
    summary,
    since: sinceOf(issue),
    ...(summary !== content && { content }),
    ...(department && { department }),
    ...('work' in issue && issue.work && { handler: issue.work.handler }),
    ...(queue && deadline && worklistKey(queue, deadline, issue.id)),
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

const EventRow = z.object({
  seq: z.int().min(1),
  at: z.string(),
  by: z.string(),
  fact: z.record(z.string(), z.unknown()),
  prev: z.string(),
  noteDigest: z.string().optional(),
})
export const NoteRow = z.object({ salt: z.string(), note: z.record(z.string(), z.unknown()) })

export const eventRow = (row: Item) => EventRow.parse(row)

/** What stands in place of words that have been erased. */
export const erasedWords = '（已删除）'

/** An event as it was decided, its words joined again where they still exist. */
export const eventFrom = (row: Item, noteRow: Item | undefined) => {
  const { seq, at, by, fact, noteDigest } = EventRow.parse(row)
  const note = noteRow
    ? NoteRow.parse(noteRow).note
    : noteDigest && (fact.type === 'IssueLogged' ? { content: erasedWords } : { text: erasedWords })
  return { ...IssueFact.parse({ ...fact, ...(note && { note }) }), seq, at, by }
}
