import type { IssueEvent } from '../../core/issue/events.ts'
import { evolve } from '../../core/issue/evolve.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { makeIssueStore } from '../../functions/store/issue-store.ts'
import type { Table } from '../../functions/store/table.ts'

/** Puts a stream into the table event by event, telling of each event item that was written. */
export const keepStream = async (table: Table, events: readonly IssueEvent[]): Promise<string> => {
  const store = makeIssueStore(table)
  let issue: Issue | undefined
  let hash: string | undefined
  for (const event of events) {
    const before = issue
    issue = evolve(issue, event)
    const { seq, at, by, ...fact } = event
    const done = await store.append({ before, issue, version: seq - 1, hash, facts: [fact], at, by })
    if (!done.written) throw new Error(`${issue.id} ${seq} was not written`)
    hash = done.hash
  }
  return issue?.id ?? ''
}
