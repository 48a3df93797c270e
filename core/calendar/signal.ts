import { epochSeconds, fromLocal } from '../zone-time.ts'
import type { Calendar } from './calendar.ts'
import { secondsADay } from './office-hours.ts'
import { shiftWorkingSeconds, workingSecondsBetween } from './working-seconds.ts'

export type Signal = 'green' | 'yellow' | 'red' | 'paused'

/** `pauses` are the finished ones; without them a long pause would pass for time granted. */
export type RunningClock = { startedAt: string; dueAt: string; pauses?: { from: string; to: string }[] }

/** Red after the due time; a clock that was overdue when it was paused stays red. */
export function signal(
  calendar: Calendar,
  clock: RunningClock & { now: string; pausedSince?: string },
): Signal {
  const due = epochSeconds(clock.dueAt)
  if (epochSeconds(clock.pausedSince ?? clock.now) > due) return 'red'
  if (clock.pausedSince !== undefined) return 'paused'
  return epochSeconds(clock.now) >= epochSeconds(yellowAt(calendar, clock)) ? 'yellow' : 'green'
}

/**
 * The instant at which the clock turns yellow: a quarter of its working time or one working day is left,
 * whichever is more. Clocks of one working day or less go by the quarter, or they would be born yellow.
 */
export function yellowAt(calendar: Calendar, clock: RunningClock): string {
  const granted = (clock.pauses ?? []).reduce(
    (sum, { from, to }) => sum - workingSecondsBetween(calendar, from, to),
    workingSecondsBetween(calendar, clock.startedAt, clock.dueAt),
  )
  const aDay = secondsADay(calendar.hours)
  const quarter = Math.floor(granted / 4)
  const warning = granted > aDay ? Math.max(quarter, aDay) : quarter
  // Nothing to count down: imposed from outside and due before the office opens again.
  if (warning <= 0) return clock.startedAt
  const turns = fromLocal(shiftWorkingSeconds(calendar, clock.dueAt, -warning))
  return epochSeconds(turns) < epochSeconds(clock.startedAt) ? clock.startedAt : turns
}
