import fc from 'fast-check'
import { defaultCalendar } from '../../core/calendar/default-calendar.ts'
import { decide } from '../../core/issue/decide/decide.ts'
import type { IssueEvent } from '../../core/issue/events.ts'
import { evolve, replay } from '../../core/issue/evolve.ts'
import { wakesAt } from '../../core/issue/pending.ts'
import { dueCommand } from '../../core/issue/standing.ts'
import { theSystem } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { epochSeconds, instantOf } from '../../core/zone-time.ts'
import { numbered } from '../core/given.ts'
import { happenings } from '../core/issue/arbitraries.ts'
import { playOut } from '../core/issue/play-out.ts'
import { contextFor } from '../core/office.ts'

/** All that time itself brings until then, as the workflows of a running office record it. */
const untilThen = (events: readonly IssueEvent[], now: string): IssueEvent[] => {
  let stream = [...events]
  let issue = replay(stream)
  for (;;) {
    const next = issue && wakesAt(issue, defaultCalendar)
    if (!issue || next === undefined || next > now) return stream
    const last = stream.at(-1)?.at ?? now
    const at = [last, next].toSorted().at(-1) ?? last
    const command = dueCommand(issue, at, defaultCalendar)
    const facts = command && decide({ name: command, input: {} }, issue, contextFor(theSystem, at))
    if (!facts || isRefusal(facts) || facts.length === 0) return stream
    const made = numbered(stream, facts, at, theSystem.id)
    for (const event of made) issue = evolve(issue, event)
    stream = [...stream, ...made]
  }
}

const teams = ['team-1', 'team-2', undefined]
const parks = ['高桥园区', '白马园区', undefined]
const sizes = ['微型', '小型', undefined] as const
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = (n: number) =>
  [4, 3, 2, 1, 0].map((place) => alphabet.charAt(Math.floor(n / 32 ** place) % 32)).join('')

/** Another issue than the story's: an id, a team, a park and a size of its own, some weeks earlier. */
const another = (events: readonly IssueEvent[], n: number): IssueEvent[] => {
  const weeks = n % 9
  const earlier = (instant: string) => instantOf(epochSeconds(instant) - weeks * 7 * 86_400)
  const moved = JSON.parse(
    JSON.stringify(events).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, earlier),
  ) as IssueEvent[]
  return moved.map((event) => {
    if (event.type !== 'IssueLogged') return event
    const { park: _, ...firm } = event.firm
    const { team: __, ...source } = event.source
    const [park, size, team] = [parks[n % 3], sizes[n % 4], teams[n % 5]]
    return {
      ...event,
      id: `20261123-${letters(n)}`,
      firm: { ...firm, ...(park && { park }), ...(size && { size }) },
      source: { ...source, ...(team && { team }) },
    }
  })
}

/** The streams of so many issues, as they stand when everything due by then is recorded. */
export const manyStreams = (count: number, now: string, seed = 11): IssueEvent[][] =>
  fc.sample(happenings, { numRuns: count, seed }).flatMap((story, n) => {
    const events = playOut(story).at(-1)?.events ?? []
    return events.length > 0 ? [another(untilThen(events, now), n)] : []
  })
