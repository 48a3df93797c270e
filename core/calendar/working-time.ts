import { fromLocal, toLocal } from '../zone-time.ts'
import type { Calendar } from './calendar.ts'
import { type Due, dueOf } from './due.ts'
import { nextWorkingPoint, shiftWorkingSeconds, workingSecondsBetween } from './working-seconds.ts'

/**
 * The moment when so many working minutes have passed, lunch and days off left out. Minutes that run out
 * at noon or at close end there, not at the next opening. 0 is the start itself, or the next opening when
 * that is not working time. Throws RangeError unless `minutes` is a whole number from 0.
 */
export function addWorkingMinutes(calendar: Calendar, from: string, minutes: number): Due {
  if (!Number.isSafeInteger(minutes) || minutes < 0) {
    throw new RangeError(`not a whole number of minutes: ${minutes}`)
  }
  return dueOf(calendar, from, shiftWorkingSeconds(calendar, from, minutes * 60))
}

/** Whole working minutes between two instants; negative when the second is the earlier one. */
export function workingMinutesBetween(calendar: Calendar, from: string, to: string): number {
  // `|| 0` for the minus zero of an earlier instant less than a minute away
  return Math.trunc(workingSecondsBetween(calendar, from, to) / 60) || 0
}

/** The instant itself while the office works, close included, else its next opening. */
export function nextOpening(calendar: Calendar, from: string): string {
  return fromLocal(nextWorkingPoint(calendar, toLocal(from)))
}
