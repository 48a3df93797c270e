import * as z from 'zod'
import { type ListVisits, type VisitList, VisitRow } from '../../core/api/firms-and-visits.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { keys } from '../store/keys.ts'

/** A further filter looks at this many visits a page at most and may return a short page with a cursor. */
const mostLookedAt = 200

const Place = z.string().regex(/^\d{4}-\d\d-\d\d#V\d{8}-[0-9A-Z]{5,8}$/)

const placeOf = (cursor: string | undefined): { sk?: string } | Refusal => {
  if (cursor === undefined) return {}
  const read = Place.safeParse(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (read.success) return { sk: read.data }
  return refuse('badInput', { fields: [{ pointer: '/cursor', message: '游标无效，请从第一页重新查起' }] })
}

/** A page of the visits of a month, the latest first. */
export const listVisits = async (
  { table }: Container,
  { month, kind, with: counted, limit, cursor }: z.infer<typeof ListVisits>,
): Promise<z.infer<typeof VisitList> | Refusal> => {
  const place = placeOf(cursor)
  if ('refused' in place) return place
  const { pk } = keys.visitOfMonth(month, '')
  const page = await table.query({
    pk,
    limit: kind || counted ? mostLookedAt : limit,
    descending: true,
    ...(place.sk && { after: { pk, sk: place.sk } }),
  })
  const items: z.infer<typeof VisitRow>[] = []
  let last: string | undefined
  for (const item of page.items) {
    if (items.length === limit) break
    last = item.sk
    const row = VisitRow.parse(item)
    if ((!kind || row.kind === kind) && (!counted || row[counted])) items.push(row)
  }
  const more = last !== undefined && (page.next !== undefined || last !== page.items.at(-1)?.sk)
  return { items, ...(more && last && { cursor: Buffer.from(last).toString('base64url') }) }
}
