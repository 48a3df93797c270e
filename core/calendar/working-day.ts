import { dateAddMonths, dateOfDay, dayOfDate, instantAt, toLocal } from '../zone-time.ts'
import type { Calendar } from './calendar.ts'
import { type Due, dueOf } from './due.ts'
import { closingSecond } from './office-hours.ts'
import { isWorkedDay, touchesProvisionalYear, workedDayFrom } from './worked-days.ts'

/** Whether the office works on this local date; provisional while that year's holidays are not published. */
export function isWorkingDay(calendar: Calendar, date: string): { working: boolean; provisional: boolean } {
  const day = dayOfDate(date)
  return {
    working: isWorkedDay(calendar.years, day),
    provisional: touchesProvisionalYear(calendar.years, day, day),
  }
}

/**
 * Close of business of the last of `days` working days; 0 is the starting day's own close of business.
 * Throws RangeError unless `days` is a whole number from 0.
 *
 * 民法典 201: the starting day does not count. 203: the last day ends when business ends. By the same
 * measure an office receives nothing after its close: what comes then, or on a day off, counts as come at
 * the next opening, and the day of that opening is the starting day. By 201 alone the days would begin on
 * the next date, so a Friday evening + 1 would end on Monday, not Tuesday; 204 lets a period be agreed
 * otherwise, and one rule for days, minutes and months is easier to trust.
 */
export function addWorkingDays(calendar: Calendar, from: string, days: number): Due {
  mustBeWhole(days)
  return closeFrom(calendar, from, workedDayFrom(calendar.years, startingDay(calendar, from), days))
}

/**
 * Close of business of the corresponding day `months` later, or of the next working day when that is a day
 * off (民法典 202, 203). Starts count as for working days. Throws RangeError unless a whole number from 0.
 */
export function addMonths(calendar: Calendar, from: string, months: number): Due {
  mustBeWhole(months)
  const start = dateOfDay(startingDay(calendar, from))
  return closeFrom(calendar, from, dayOfDate(dateAddMonths(start, months)))
}

/** Close of business on a local date, or on the next working day when that is a day off. */
export function closeOfBusiness(calendar: Calendar, date: string): Due {
  return closeFrom(calendar, instantAt(date, '00:00'), dayOfDate(date))
}

// Exactly at close is still that day: a due time is such an instant, and the next clock may start from it.
function startingDay(calendar: Calendar, from: string): number {
  const { day, second } = toLocal(from)
  return workedDayFrom(calendar.years, second > closingSecond(calendar.hours) ? day + 1 : day, 0)
}

function closeFrom(calendar: Calendar, countedFrom: string, lastDay: number): Due {
  const end = workedDayFrom(calendar.years, lastDay, 0)
  return dueOf(calendar, countedFrom, { day: end, second: closingSecond(calendar.hours) })
}

function mustBeWhole(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`not a whole number from 0: ${amount}`)
}
