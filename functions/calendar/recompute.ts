import * as z from 'zod'
import type { Recomputed } from '../../core/api/calendar.ts'
import { theSystem } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { type Container, withFreshReference } from '../lib/container.ts'
import { afterCursor, cursorAt } from '../lib/cursor.ts'
import { giveCommand } from '../lib/give-command.ts'
import { allQueues, type OpenPage, walkOpenWork } from '../lib/open-work.ts'
import { worklistKey } from '../store/keys.ts'

const Place = z.object({ queue: z.string(), at: z.string().optional() })
type Place = z.infer<typeof Place>

const encode = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url')

const decode = (cursor: string): Place | undefined => {
  try {
    return Place.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** Where to go on, if it is one of our places: a cursor is somebody's input like any other. */
const placeOf = (cursor: string) => {
  const place = decode(cursor)
  if (!place) return refuse('badInput', { fields: [{ pointer: '/cursor', message: '游标无效，请从头重算' }] })
  const { queue, at } = place
  if (at === undefined) return { queue }
  const after = afterCursor('worklist', worklistKey(queue, '', '').wl, at)
  return isRefusal(after) ? after : { queue, after: after.value }
}

/** A part ends well before a request may not last any longer; the rest is the next request's. */
const longestMs = 15_000
const atOnce = 8

const recomputeOne = async (container: Container, id: string): Promise<boolean> => {
  const result = await giveCommand(container, {
    command: 'recomputeDues',
    id,
    input: {},
    principal: theSystem,
  })
  // Meanwhile ended: it has no due times any more.
  return !isRefusal(result) && result.answer.events.length > 0
}

const recomputePage = async (container: Container, page: OpenPage, seen: Set<string>) => {
  // A desk that owes a decision shows an issue which its department shows too.
  const own = page.items.filter((item) => item.asks === undefined)
  const ids = own.map((item) => String(item.id)).filter((id) => !seen.has(id))
  for (const id of ids) seen.add(id)
  let moved = 0
  for (let start = 0; start < ids.length; start += atOnce) {
    const part = await Promise.all(ids.slice(start, start + atOnce).map((id) => recomputeOne(container, id)))
    moved += part.filter(Boolean).length
  }
  return { looked: ids.length, moved }
}

/**
 * Computes the due times of all open issues again by the calendar as it is now, in parts that can be resumed. An issue
 * whose times have moved changes its place in the list, perhaps ahead; looking at it twice changes nothing twice.
 */
export const recomputeOpenIssues = async (
  stale: Container,
  cursor: string | undefined,
  forMs = longestMs,
): Promise<Recomputed | Refusal> => {
  const from = cursor === undefined ? undefined : placeOf(cursor)
  if (isRefusal(from)) return from
  const container = withFreshReference(stale)
  const queueNames = allQueues(await container.reference())
  const started = performance.now()
  const seen = new Set<string>()
  const sum = { looked: 0, moved: 0 }
  for await (const page of walkOpenWork(container.table, queueNames, from)) {
    const part = await recomputePage(container, page, seen)
    sum.looked += part.looked
    sum.moved += part.moved
    if (performance.now() - started < forMs) continue
    if (page.next)
      return { ...sum, cursor: encode({ queue: page.queue, at: cursorAt('worklist', page.next) }) }
    const next = queueNames[queueNames.indexOf(page.queue) + 1]
    return next ? { ...sum, cursor: encode({ queue: next }) } : sum
  }
  return sum
}
