import type { Calendar } from './calendar.ts'
import { china2026 } from './china-2026.ts'
import { china2027 } from './china-2027.ts'

/** What an office starts with, until it edits its own years and hours. */
export const defaultCalendar: Calendar = {
  years: [china2026, china2027],
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  version: 'cn-2026-published-2027-statutory',
}
