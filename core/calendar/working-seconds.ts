import { type LocalPoint, toLocal } from '../zone-time.ts'
import type { Calendar } from './calendar.ts'
import {
  nextOpenSecond,
  openingSecond,
  secondsADay,
  secondWhenWorked,
  workedBySecond,
} from './office-hours.ts'
import { isWorkedDay, workedDayFrom, workedDaysBetween } from './worked-days.ts'

/** Counted in seconds, so that a pause neither gives nor takes the odd ones. Negative when `to` is earlier. */
export function workingSecondsBetween(calendar: Calendar, from: string, to: string): number {
  const start = toLocal(from)
  const end = toLocal(to)
  const wholeDays = workedDaysBetween(calendar.years, start.day, end.day)
  return wholeDays * secondsADay(calendar.hours) + workedOnDay(calendar, end) - workedOnDay(calendar, start)
}

/** Moves an instant along working time, backwards with a negative amount. */
export function shiftWorkingSeconds(calendar: Calendar, from: string, seconds: number): LocalPoint {
  const start = toLocal(from)
  if (seconds === 0) return nextWorkingPoint(calendar, start)
  const aDay = secondsADay(calendar.hours)
  const worked = workedOnDay(calendar, start) + seconds
  // A full day's seconds end at that day's close, so the days gone by are one less than the quotient.
  const days = Math.ceil(worked / aDay) - 1
  return {
    day: workedDayFrom(calendar.years, start.day, days),
    second: secondWhenWorked(calendar.hours, worked - days * aDay),
  }
}

/** The point itself while the office works, else its next opening. */
export function nextWorkingPoint({ years, hours }: Calendar, { day, second }: LocalPoint): LocalPoint {
  const open = isWorkedDay(years, day) ? nextOpenSecond(hours, second) : undefined
  if (open !== undefined) return { day, second: open }
  return { day: workedDayFrom(years, day + 1, 0), second: openingSecond(hours) }
}

function workedOnDay({ years, hours }: Calendar, { day, second }: LocalPoint): number {
  return isWorkedDay(years, day) ? workedBySecond(hours, second) : 0
}
