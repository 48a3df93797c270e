import { z } from 'zod'
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

/** Puts the wait in place of whatever was there, and answers what was. */
export const replaceWait = async (table: Table, issueId: string, wait: Wait): Promise<Wait | undefined> => {
  const before = await table.swap({ ...keys.issueWait(issueId), ...wait })
  return before && Wait.parse(before)
}
