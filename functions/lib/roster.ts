import * as z from 'zod'
import { RosterRow as Row } from '../../core/api/firms.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { Uscc } from '../../core/scalars.ts'
import { rosterPartition, rosterShards } from '../store/keys.ts'
import type { Table } from '../store/table.ts'

/** A filter looks at this many firms a page at most and may return a short page with a cursor. */
const mostLookedAt = 200

type Place = { shard: number; after?: string | undefined }
const PlaceText = z.tuple([
  z
    .int()
    .min(0)
    .max(rosterShards - 1),
  Uscc.nullable(),
])

export type RosterRow = z.infer<typeof Row>
export type RosterPage = { items: RosterRow[]; cursor?: string }

const cursorOf = ({ shard, after }: Place) =>
  Buffer.from(JSON.stringify([shard, after ?? null])).toString('base64url')

/** A cursor is somebody's input like any other. */
const placeOf = (cursor: string | undefined): Place | Refusal => {
  if (cursor === undefined) return { shard: 0 }
  const wrong = refuse('badInput', {
    fields: [{ pointer: '/cursor', message: '游标无效，请从第一页重新查起' }],
  })
  try {
    const read = PlaceText.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return read.success ? { shard: read.data[0], after: read.data[1] ?? undefined } : wrong
  } catch {
    return wrong
  }
}

const queryAt = (table: Table, { shard, after }: Place, limit: number) => {
  const pk = rosterPartition(shard)
  return table.query({ pk, limit, ...(after && { after: { pk, sk: after } }) })
}

/** Where the next page begins: in this part of the roster, in the next one, or nowhere. */
const nextPlace = (shard: number, last: string | undefined, more: boolean): Place | undefined => {
  if (more) return { shard, after: last }
  return shard + 1 < rosterShards ? { shard: shard + 1 } : undefined
}

/** A page of the roster, in an order that stays; `limit` firms at most, fewer where a filter leaves few. */
export const rosterPage = async (
  table: Table,
  asked: { limit: number; cursor?: string | undefined; keep?: (row: RosterRow) => boolean },
): Promise<RosterPage | Refusal> => {
  const { limit, cursor, keep = () => true } = asked
  const from = placeOf(cursor)
  if ('refused' in from) return from
  const items: RosterRow[] = []
  let place: Place | undefined = from
  let looked = 0
  while (place && items.length < limit && looked < mostLookedAt) {
    const { shard }: Place = place
    const page = await queryAt(table, place, mostLookedAt - looked)
    looked += page.items.length
    let last: string | undefined
    for (const item of page.items) {
      if (items.length === limit) break
      last = item.sk
      const row = Row.parse({ ...item, uscc: item.sk })
      if (keep(row)) items.push(row)
    }
    place = nextPlace(shard, last, page.next !== undefined || last !== page.items.at(-1)?.sk)
  }
  return { items, ...(place && { cursor: cursorOf(place) }) }
}

/** All firms, for what concerns the whole zone. */
export const walkRoster = async function* (table: Table): AsyncGenerator<RosterRow> {
  let cursor: string | undefined
  do {
    const page: RosterPage | Refusal = await rosterPage(table, { limit: mostLookedAt, cursor })
    if ('refused' in page) return
    yield* page.items
    cursor = page.cursor
  } while (cursor)
}
