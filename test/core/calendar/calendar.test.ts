import { describe, expect, it } from 'vitest'
import { Calendar, CalendarYear, OfficeHours } from '../../../core/calendar/calendar.ts'
import { china2026 } from '../../../core/calendar/china-2026.ts'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'

describe('a calendar an administrator edits', () => {
  it('starts from one that passes its own check', () => {
    expect(Calendar.parse(defaultCalendar)).toEqual(defaultCalendar)
  })

  it.each([
    ['a day that does not exist', { off: ['2026-02-30'] }, '形如 2026-11-23'],
    ['a day named twice', { off: ['2026-10-01', '2026-10-01'] }, '重复'],
    ['a day both off and worked', { off: ['2026-10-10'], work: ['2026-10-10'] }, '重复'],
    ['a day of another year', { off: ['2027-01-01'] }, '不属于 2026 年'],
    ['a day long before the year', { off: ['2025-11-30'] }, '不属于 2026 年'],
    ['a make-up day that is a weekday anyway', { work: ['2026-10-09'] }, '不是周六或周日'],
    ['no source', { source: ' ' }, '依据'],
  ])('is refused with %s', (_case, change, says) => {
    const result = CalendarYear.safeParse({ ...china2026, off: [], work: [], ...change })
    expect(result.success).toBe(false)
    expect(result.error?.message).toContain(says)
  })

  it('points at the date that is wrong', () => {
    const result = CalendarYear.safeParse({ ...china2026, work: ['2026-02-14', '2026-10-09'] })
    expect(result.error?.issues.map(({ path }) => path)).toEqual([['work', 1]])
  })

  it('has one record a year', () => {
    const twice = { ...defaultCalendar, years: [china2026, china2026] }
    expect(Calendar.safeParse(twice).success).toBe(false)
  })
})

describe('office hours', () => {
  it.each([
    ['none at all', []],
    ['a span that ends before it begins', [{ from: '17:00', to: '09:00' }]],
    ['an empty span', [{ from: '09:00', to: '09:00' }]],
    [
      'spans that overlap',
      [
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '17:00' },
      ],
    ],
    ['a time of day that is none', [{ from: '09:00', to: '24:00' }]],
  ])('are refused with %s', (_case, hours) => {
    expect(OfficeHours.safeParse(hours).success).toBe(false)
  })

  it('may go through without lunch', () => {
    expect(OfficeHours.safeParse([{ from: '08:30', to: '17:30' }]).success).toBe(true)
  })
})
