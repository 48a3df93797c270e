import type { Calendar } from '../calendar/calendar.ts'
import { defaultCalendar } from '../calendar/default-calendar.ts'
import { type Reference, validOn } from './records.ts'

type Records = Pick<Reference, 'calendarYear' | 'officeHours'>

/** The calendar by the records that hold on a date. Its version names them, so that a change can be told. */
export const calendarInForce = (records: Records, date: string): Calendar => {
  const years = validOn(records.calendarYear, date).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const [hours] = validOn(records.officeHours, date)
  if (years.length === 0 && !hours) return defaultCalendar
  return {
    years: years.length > 0 ? years.map((record) => record.calendar) : defaultCalendar.years,
    hours: hours?.hours ?? defaultCalendar.hours,
    version: [...years, ...(hours ? [hours] : [])]
      .map((record) => `${record.id}@${record.validFrom}`)
      .join(' '),
  }
}
