import { type EventType, eventTypes } from '../issue/events.ts'
import type { Box } from './boxes.ts'
import { noticeLines } from './notice-lines.ts'
import type { Line, Sentence, Told } from './told.ts'

export type Notice = Sentence & {
  readonly to: Box
  readonly kind: string
  readonly aloud: boolean
}

const linesOf = (type: EventType) => noticeLines[type] as readonly Line[]

/** Facts of which somebody hears; all others need not be looked at. */
export const noticedTypes: ReadonlySet<string> = new Set(
  eventTypes.filter((type) => linesOf(type).length > 0),
)

/**
 * Who hears of a fact, and what: one notice for each inbox at most, the first line of the table that names it. A
 * person is not told what they did themselves; in a unit's inbox the reader leaves out the own deeds.
 */
export const noticesOf = (told: Told): Notice[] => {
  const reached = new Set<Box>([`user:${told.event.by}`])
  return linesOf(told.event.type).flatMap((line) =>
    line.to(told).flatMap((to) => {
      if (reached.has(to)) return []
      reached.add(to)
      return [{ to, kind: line.kind, aloud: line.aloud?.(told) ?? false, ...line.says(told) }]
    }),
  )
}
