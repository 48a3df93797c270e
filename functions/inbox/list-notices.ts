import type { z } from 'zod'
import { type ListNotices, mostUnread, type NoticeList } from '../../core/api/notices.ts'
import { boxesOf } from '../../core/notices/boxes.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { type NoticeRow, readInbox, readMark } from '../lib/inbox.ts'

/** Rows that are looked at in each inbox for a page; a page with many own deeds may be short, with a cursor. */
const lookedAt = mostUnread

/** Latest first, from several inboxes, what stands in two of them once. */
const merged = (boxes: readonly (readonly NoticeRow[])[]): NoticeRow[] => {
  const byKey = new Map(boxes.flat().map((row) => [row.sk, row]))
  // Further down, an inbox that was cut off could have rows in between.
  return [...byKey.values()].sort((a, b) => (a.sk < b.sk ? 1 : -1)).slice(0, lookedAt)
}

const placePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z#[0-9A-Z-]{14,18}#\d{6}#[a-zA-Z]{1,40}$/
const toCursor = (sk: string) => Buffer.from(sk).toString('base64url')
const fromCursor = (cursor: string): { value: string } | Refusal => {
  const value = Buffer.from(cursor, 'base64url').toString('utf8')
  if (placePattern.test(value)) return { value }
  return refuse('badInput', { fields: [{ pointer: '/cursor', message: '游标无效，请从第一页重新查起' }] })
}

/** A page of what someone is told, personally and as one of a unit. Their own deeds are no news to them. */
export const listNotices = async (
  { table, now }: Container,
  { limit, cursor }: z.infer<typeof ListNotices>,
  principal: Principal,
): Promise<NoticeList | Refusal> => {
  const place = cursor === undefined ? undefined : fromCursor(cursor)
  if (place && isRefusal(place)) return place
  const asOf = now()
  const read = await readMark(table, principal.id)
  const rowsUpTo = async (upTo: string | undefined) =>
    merged(
      await Promise.all(
        boxesOf(principal).map((box) => readInbox(table, box, { now: asOf, limit: lookedAt, upTo })),
      ),
    )
  const isNews = (row: NoticeRow) => row.by !== principal.id
  const isUnread = (row: NoticeRow) => read === undefined || row.arrivedAt > read

  const latest = await rowsUpTo(undefined)
  const rows = place ? (await rowsUpTo(place.value)).filter((row) => row.sk < place.value) : latest
  const shown = rows.filter(isNews).slice(0, limit)
  const last = shown.length === limit ? shown.at(-1) : rows.at(-1)
  const more = last !== undefined && (last !== rows.at(-1) || rows.length >= lookedAt - 1)
  return {
    items: shown.map((row) => {
      const { sk: id, at, issue, uscc, firm, kind, zh, en, referral } = row
      const about = { ...(issue && { issue }), ...(uscc && { uscc }), ...(referral && { referral }) }
      return { id, at, ...about, firm, kind, zh, en, unread: isUnread(row) }
    }),
    unread: latest.filter((row) => isNews(row) && isUnread(row)).length,
    asOf,
    ...(more && { cursor: toCursor(last.sk) }),
  }
}
