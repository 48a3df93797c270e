import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { isWorkingDay } from '../../../core/calendar/working-day.ts'
import { dateAdd } from '../../../core/zone-time.ts'

describe('the year 2026, as published', () => {
  it.each([
    ['元旦', '2026-01-01', '2026-01-03'],
    ['春节', '2026-02-15', '2026-02-23'],
    ['清明', '2026-04-04', '2026-04-06'],
    ['劳动节', '2026-05-01', '2026-05-05'],
    ['端午', '2026-06-19', '2026-06-21'],
    ['中秋', '2026-09-25', '2026-09-27'],
    ['国庆', '2026-10-01', '2026-10-07'],
  ])('%s is off from %s to %s', (_name, first, last) => {
    for (const date of daysOf(first, last)) {
      expect([date, isWorkingDay(defaultCalendar, date)]).toEqual([
        date,
        { working: false, provisional: false },
      ])
    }
  })

  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a weekend day that is worked',
    (date) => {
      expect(isWorkingDay(defaultCalendar, date)).toEqual({ working: true, provisional: false })
    },
  )

  it('has 248 working days', () => {
    const days = daysOf('2026-01-01', '2026-12-31')
    expect(days.filter((date) => isWorkingDay(defaultCalendar, date).working)).toHaveLength(248)
  })
})

describe('a year without a notice', () => {
  it('2027 keeps its thirteen statutory days off', () => {
    const statutory = [
      '2027-01-01',
      ...daysOf('2027-02-05', '2027-02-08'),
      '2027-04-05',
      ...daysOf('2027-05-01', '2027-05-02'),
      '2027-06-09',
      '2027-09-15',
      ...daysOf('2027-10-01', '2027-10-03'),
    ]
    expect(statutory).toHaveLength(13)
    for (const date of statutory) expect(isWorkingDay(defaultCalendar, date).working).toBe(false)
  })

  it('2027 is provisional on every day, worked or not', () => {
    expect(isWorkingDay(defaultCalendar, '2027-01-01').provisional).toBe(true)
    expect(isWorkingDay(defaultCalendar, '2027-03-01').provisional).toBe(true)
  })

  it.each(['2025-12-31', '2028-01-04'])(
    '%s, of a year not recorded at all, is a provisional weekday',
    (date) => {
      expect(isWorkingDay(defaultCalendar, date)).toEqual({ working: true, provisional: true })
    },
  )

  it('a weekend of a year not recorded at all is off', () => {
    expect(isWorkingDay(defaultCalendar, '2028-01-01')).toEqual({ working: false, provisional: true })
  })

  it('becomes certain when its record is published', () => {
    const published: Calendar = {
      ...defaultCalendar,
      years: defaultCalendar.years.map((year) => ({ ...year, status: 'published' as const })),
    }
    expect(isWorkingDay(published, '2027-01-01')).toEqual({ working: false, provisional: false })
  })

  it('may have its notice move days of the December before', () => {
    const moved: Calendar = {
      ...defaultCalendar,
      years: [
        { year: 2027, status: 'published', source: '通知', off: ['2026-12-31'], work: ['2026-12-27'] },
        ...defaultCalendar.years.filter(({ year }) => year !== 2027),
      ],
    }
    expect(isWorkingDay(moved, '2026-12-31').working).toBe(false)
    expect(isWorkingDay(moved, '2026-12-27').working).toBe(true)
  })
})

function daysOf(first: string, last: string): string[] {
  const days: string[] = []
  for (let date = first; date <= last; date = dateAdd(date, 1)) days.push(date)
  return days
}
