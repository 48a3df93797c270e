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

/** The workflow of an issue, or that of the one round of banks that may be open. */
export type Waiting = 'issue' | 'round'
const keyOf = { issue: keys.issueWait, round: keys.roundWait } as const

export const readWait = async (
  table: Table,
  issueId: string,
  who: Waiting = 'issue',
): Promise<Wait | undefined> => {
  const row = await table.get(keyOf[who](issueId))
  return row && Wait.parse(row)
}

export type Waits = { readonly [W in Waiting]?: Wait }

/** The waits of several issues by issue, read consistently and together; absent where nothing waits. */
export const readWaits = async (table: Table, issueIds: readonly string[]): Promise<Map<string, Waits>> => {
  const wanted = issueIds.flatMap((id) => [keys.issueWait(id), keys.roundWait(id)])
  const rows = new Map((await table.getMany(wanted)).map((row) => [`${row.pk} ${row.sk}`, row]))
  const waitOf = (id: string, who: Waiting): Waits => {
    const { pk, sk } = keyOf[who](id)
    const row = rows.get(`${pk} ${sk}`)
    return row ? { [who]: Wait.parse(row) } : {}
  }
  return new Map(issueIds.map((id) => [id, { ...waitOf(id, 'issue'), ...waitOf(id, 'round') }]))
}

/** Puts the wait in place of whatever was there, and answers what was. */
export const replaceWait = async (
  table: Table,
  issueId: string,
  wait: Wait,
  who: Waiting = 'issue',
): Promise<Wait | undefined> => {
  const before = await table.swap({ ...keyOf[who](issueId), ...wait })
  return before && Wait.parse(before)
}
