import fc from 'fast-check'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { instantAt, instantOf } from '../../../core/zone-time.ts'

const START = Date.parse('2025-10-01T00:00:00Z') / 1000
const DAYS = 1000

/** Other hours than the default ones, two spans touching: no rule may lean on nine to five. */
export const longHours: Calendar = {
  ...defaultCalendar,
  hours: [
    { from: '08:30', to: '11:45' },
    { from: '13:30', to: '15:00' },
    { from: '15:00', to: '18:20' },
  ],
}

export const calendars = fc.constantFrom(defaultCalendar, longHours)

/** Any second from October 2025 to mid-2028, so over unknown, published and provisional years. */
export const instants = fc.integer({ min: START, max: START + DAYS * 86_400 }).map(instantOf)

/** An instant during a day: `at('2026-09-18', '10:00')`, ten in the morning where nothing else is said. */
export function at(date: string, time = '10:00'): string {
  return instantAt(date, time)
}
