import * as z from 'zod'
import { keys } from '../store/keys.ts'
import type { Table } from '../store/table.ts'

/** What an execution waits for: the version it has seen, and the token that wakes it. */
export const Wait = z.object({
  token: z.string(),
  execution: z.string(),
  version: z.int(),
  until: z.string(),
})
export type Wait = z.infer<typeof Wait>

export const readWait = async (table: Table, issueId: string): Promise<Wait | undefined> => {
  const row = await table.get(keys.issueWait(issueId))
  return row && Wait.parse(row)
}

/** The waits of several issues by issue, read consistently and together; absent where nothing waits. */
export const readWaits = async (table: Table, issueIds: readonly string[]): Promise<Map<string, Wait>> => {
  const rows = new Map((await table.getMany(issueIds.map(keys.issueWait))).map((row) => [row.pk, row]))
  return new Map(
    issueIds.flatMap((id) => {
      const row = rows.get(keys.issueWait(id).pk)
      return row ? [[id, Wait.parse(row)] as const] : []
    }),
  )
}

/** Puts the wait in place of whatever was there, and answers what was. */
export const replaceWait = async (table: Table, issueId: string, wait: Wait): Promise<Wait | undefined> => {
  const before = await table.swap({ ...keys.issueWait(issueId), ...wait })
  return before && Wait.parse(before)
}
