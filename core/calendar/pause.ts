import { epochSeconds, fromLocal, toLocal } from '../zone-time.ts'
import type { Calendar } from './calendar.ts'
import { type Due, dueOf } from './due.ts'
import { shiftWorkingSeconds, workingSecondsBetween } from './working-seconds.ts'
import { workingMinutesBetween } from './working-time.ts'

/** Whole working minutes left until the due time, 0 when it is past. */
export function remainingMinutes(calendar: Calendar, clock: { at: string; dueAt: string }): number {
  return Math.max(0, workingMinutesBetween(calendar, clock.at, clock.dueAt))
}

/**
 * The due time after a pause: just the working time left at the pause, from the resumption on. A clock
 * that was overdue when paused stays overdue.
 */
export function resumeDue(
  calendar: Calendar,
  pause: { pausedAt: string; dueAt: string; resumedAt: string },
): Due {
  const oldDue = epochSeconds(pause.dueAt)
  if (epochSeconds(pause.pausedAt) > oldDue) return dueOf(calendar, pause.dueAt, toLocal(pause.dueAt))
  const left = workingSecondsBetween(calendar, pause.pausedAt, pause.dueAt)
  // The clocks of two machines differ a little: a resumption is never before its pause.
  const resumedAt =
    epochSeconds(pause.resumedAt) < epochSeconds(pause.pausedAt) ? pause.pausedAt : pause.resumedAt
  const resumed = shiftWorkingSeconds(calendar, resumedAt, left)
  // A due time imposed from outside may lie outside office hours: a pause never brings it forward.
  const end = epochSeconds(fromLocal(resumed)) < oldDue ? toLocal(pause.dueAt) : resumed
  return dueOf(calendar, pause.pausedAt, end)
}
