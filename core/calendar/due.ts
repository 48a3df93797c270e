import { fromLocal, type LocalPoint, toLocal } from '../zone-time.ts'
import type { Calendar } from './calendar.ts'
import { touchesProvisionalYear } from './worked-days.ts'

/**
 * `at` is a UTC instant. `provisional` says that the span counted over touches a year whose holidays are not
 * published: the time will be computed again when they are.
 */
export type Due = { at: string; provisional: boolean }

export function dueOf(calendar: Calendar, countedFrom: string, end: LocalPoint): Due {
  return {
    at: fromLocal(end),
    provisional: touchesProvisionalYear(calendar.years, toLocal(countedFrom).day, end.day),
  }
}
