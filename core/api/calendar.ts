import * as z from 'zod'
import { CalendarYear, OfficeHours } from '../calendar/calendar.ts'
import { CalendarDate } from '../scalars.ts'
import { Cursor } from './issues.ts'

export const CalendarView = z.object({
  version: z.string(),
  years: z.array(CalendarYear),
  hours: OfficeHours,
})

/** A year as a notice has it, valid from the day it is entered unless said otherwise. */
export const SetCalendarYear = z.strictObject({ calendar: CalendarYear, validFrom: CalendarDate.optional() })

export const Recompute = z.strictObject({ cursor: Cursor.optional() })
export const Recomputed = z.object({
  /** Open issues looked at, and those of which a due time has moved, in this part. */
  looked: z.int(),
  moved: z.int(),
  /** Absent when all have been looked at; else where to go on. */
  cursor: Cursor.optional(),
})
export type Recomputed = z.infer<typeof Recomputed>
