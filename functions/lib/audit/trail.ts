import * as z from 'zod'
import { AuditFact, type AuditLine, type OnlyThose } from '../../../core/api/audit.ts'
import type { User } from '../../../core/reference/records.ts'
import { type Refusal, refuse } from '../../../core/refusal.ts'
import { keysOf, roleWords } from '../../../core/words.ts'
import { dateAdd, instantAt } from '../../../core/zone-time.ts'
import { journalPartition, journalShards, trailPartition } from '../../store/keys.ts'
import type { Item, Table } from '../../store/table.ts'

/** From this instant on and before that one, UTC. */
export type Stretch = { from: string; to: string }

/** A day of the zone, or one hour of it. */
export const stretchOf = (day: string, hour?: number): Stretch => {
  const two = (n: number) => `${String(n).padStart(2, '0')}:00`
  const midnight = instantAt(dateAdd(day, 1), '00:00')
  if (hour === undefined) return { from: instantAt(day, '00:00'), to: midnight }
  return { from: instantAt(day, two(hour)), to: hour === 23 ? midnight : instantAt(day, two(hour + 1)) }
}

const partitionsOf = ({ from, to }: Stretch): string[] => {
  const days = [...new Set([from.slice(0, 10), to.slice(0, 10)])]
  const shards = Array.from({ length: journalShards }, (_, shard) => shard)
  return days.flatMap((day) =>
    shards.flatMap((shard) => [journalPartition(day, shard), trailPartition(day, shard)]),
  )
}

export type TrailPage = { rows: Item[]; next?: string }

const placeOf = (row: Item) => String(row.jnAt)

/**
 * A page of all that is on record in a stretch of time, events and lines of the audit together, in time order. `after`
 * is the place of the last row of the page before. Every partition is asked for a page, so the cost does not grow.
 */
export const readTrail = async (
  table: Table,
  stretch: Stretch,
  limit: number,
  after?: string,
): Promise<TrailPage> => {
  // No place begins with another one whole, so this is behind `after` and before what follows it.
  const from = after === undefined ? stretch.from : `${after}#`
  const sk = { from, to: stretch.to }
  const pages = await Promise.all(
    partitionsOf(stretch).map((pk) => table.query({ index: 'journal', pk, sk, limit })),
  )
  const rows = pages
    .flatMap((page) => page.items)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .slice(0, limit)
  const found = pages.reduce((sum, page) => sum + page.items.length, 0)
  const more = found > rows.length || pages.some((page) => page.next !== undefined)
  const last = rows.at(-1)
  return { rows, ...(more && last && { next: placeOf(last) }) }
}

/** Whether a row is one of those that were asked for. */
export const isAmong =
  ({ type, by, about }: OnlyThose) =>
  (row: Item): boolean => {
    const { pk, by: who, fact } = Row.parse(row)
    const subject = pk.startsWith('AUDIT#') ? String(fact.about ?? '') : pk.replace('#', ' ')
    const isAbout = about === undefined || subject === about || subject.endsWith(` ${about}`)
    return (type === undefined || fact.type === type) && (by === undefined || who === by) && isAbout
  }

const readAtOnce = 500
/** A day of a large office is looked through in some pages: each answer comes soon, and may hold fewer lines. */
const mostRead = 5_000

/** A page of those rows of a stretch that were asked for. */
export const readAmong = async (
  table: Table,
  stretch: Stretch,
  only: OnlyThose,
  limit: number,
  after?: string,
): Promise<TrailPage> => {
  if (Object.values(only).every((one) => one === undefined)) return readTrail(table, stretch, limit, after)
  const rows: Item[] = []
  let from = after
  for (let read = 0; read < Math.max(mostRead, limit); read += readAtOnce) {
    const page = await readTrail(table, stretch, readAtOnce, from)
    for (const row of page.rows.filter(isAmong(only))) {
      rows.push(row)
      if (rows.length === limit) return { rows, next: placeOf(row) }
    }
    from = page.next
    if (from === undefined) return { rows }
  }
  return { rows, ...(from !== undefined && { next: from }) }
}

export const cursorOf = (place: string) => Buffer.from(place).toString('base64url')

/** A cursor is somebody's input like any other: one that does not lie in the stretch is refused. */
export const placeFrom = (cursor: string, { from, to }: Stretch): { value: string } | Refusal => {
  const place = Buffer.from(cursor, 'base64url').toString('utf8')
  if (/^[\x21-\x7e]{20,200}$/.test(place) && place >= from && place < to) return { value: place }
  return refuse('badInput', {
    fields: [{ pointer: '/cursor', message: '游标无效，请从第一页重新查起' }],
  })
}

const Row = z.object({
  pk: z.string(),
  sk: z.string(),
  at: z.string(),
  by: z.string(),
  fact: z.looseObject({ type: z.string() }),
  via: z.object({ role: z.enum(keysOf(roleWords)), request: z.string() }).optional(),
})

/** A row as the auditor reads it. Of an event only what happened to what: its words and names stay where they are. */
export const lineFrom = (item: Item, names: ReadonlyMap<string, string>): AuditLine => {
  const { pk, sk, at, by, fact, via } = Row.parse(item)
  const byName = names.get(by)
  const who = { at, by, ...(byName && { byName }), ...via }
  const line = `${pk} ${sk}`
  if (!pk.startsWith('AUDIT#')) return { ...who, type: fact.type, about: pk.replace('#', ' '), line }
  const { about = '', ...rest } = AuditFact.parse(fact)
  return { ...who, ...rest, about, line }
}

export const namesOf = (users: readonly User[]): ReadonlyMap<string, string> =>
  new Map(users.map(({ id, name }) => [id, name]))
