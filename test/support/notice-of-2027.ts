import type { CalendarYear } from '../../core/calendar/calendar.ts'
import { china2027 } from '../../core/calendar/china-2027.ts'

/** A made-up notice for 2027 in the shape that real ones have: days added around the statutory ones, days worked for them. */
export const noticeOf2027: CalendarYear = {
  ...china2027,
  status: 'published',
  source: '测试用的放假通知',
  off: [
    ...new Set([...china2027.off, '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-01-05']),
  ].toSorted(),
  work: [],
}
