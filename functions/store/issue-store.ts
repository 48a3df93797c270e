import type { IssueEvent, IssueFact } from '../../core/issue/events.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { setApart } from '../../core/retention/apart.ts'
import { erasureWrites } from './erasure-writes.ts'
import { fairWrites } from './fair-rows.ts'
import { deskWrites, eventFrom, headOf, issueFrom, type LoadedIssue, wentOnRequest } from './issue-rows.ts'
import { keys } from './keys.ts'
import { referralWrites } from './referral-rows.ts'
import { type Committed, commitTo, type NewFact, readStream } from './stream.ts'
import type { Table, Write } from './table.ts'

export type AppendIssue = {
  /** The issue as it was read; absent for one that is new. */
  before?: Issue | undefined
  issue: Issue
  version: number
  hash?: string | undefined
  facts: readonly IssueFact[]
  at: string
  by: string
  also?: readonly Write[]
}

/** Issues in the table: load one, append to one, read its history. */
export const makeIssueStore = (table: Table) => ({
  load: async (id: string): Promise<LoadedIssue | undefined> => {
    const row = await table.get(keys.issueHead(id))
    return row && issueFrom(row)
  },

  loadMany: async (ids: readonly string[]): Promise<LoadedIssue[]> =>
    (await table.getMany(ids.map(keys.issueHead))).map(issueFrom),

  append: ({ before, issue, version, hash, facts, at, by, also }: AppendIssue): Promise<Committed> =>
    commitTo(table, {
      pk: keys.issueHead(issue.id).pk,
      id: issue.id,
      version,
      hash,
      facts: (facts as readonly NewFact[]).map(setApart),
      at,
      by,
      head: headOf(issue),
      also: [
        ...(also ?? []),
        ...deskWrites(before, issue, version + facts.length),
        ...fairWrites(before, issue),
        ...referralWrites(before, issue, at),
        ...erasureWrites(before, issue, at),
      ],
    }),

  history: async (id: string): Promise<IssueEvent[]> => {
    const { rows, notes } = await readStream(table, keys.issueHead(id).pk)
    const onRequest = wentOnRequest(rows)
    return rows.map((row) => eventFrom(row, notes.get(row.sk.slice('EVENT#'.length)), onRequest))
  },
})
export type IssueStore = ReturnType<typeof makeIssueStore>
