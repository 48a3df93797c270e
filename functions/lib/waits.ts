import * as z from 'zod'
import { keys } from '../store/keys.ts'
import type { Item, Table } from '../store/table.ts'

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

/** A row that is no wait has no token to wake anybody by: whoever waited is lost, and another may start. */
const waitFrom = (row: Item | undefined): Wait | undefined => row && Wait.safeParse(row).data

export const readWait = async (
  table: Table,
  issueId: string,
  who: Waiting = 'issue',
): Promise<Wait | undefined> => waitFrom(await table.get(keyOf[who](issueId)))

export type Waits = { readonly [W in Waiting]?: Wait } & {
  /** There is something in the place of the issue's wait, and nobody can be woken by it. */
  readonly unreadable?: true
}

/** The waits of several issues by issue, read consistently and together; absent where nothing waits. */
export const readWaits = async (table: Table, issueIds: readonly string[]): Promise<Map<string, Waits>> => {
  const wanted = issueIds.flatMap((id) => [keys.issueWait(id), keys.roundWait(id)])
  const rows = new Map((await table.getMany(wanted)).map((row) => [`${row.pk} ${row.sk}`, row]))
  const waitOf = (id: string, who: Waiting): Waits => {
    const { pk, sk } = keyOf[who](id)
    const row = rows.get(`${pk} ${sk}`)
    const wait = waitFrom(row)
    if (wait) return { [who]: wait }
    return row && who === 'issue' ? { unreadable: true } : {}
  }
  return new Map(issueIds.map((id) => [id, { ...waitOf(id, 'issue'), ...waitOf(id, 'round') }]))
}

/** Puts the wait in place of whatever was there, and answers what was. */
export const replaceWait = async (
  table: Table,
  issueId: string,
  wait: Wait,
  who: Waiting = 'issue',
): Promise<Wait | undefined> => waitFrom(await table.swap({ ...keyOf[who](issueId), ...wait }))
