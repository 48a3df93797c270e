import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import {
  addMonths,
  addWorkingDays,
  closeOfBusiness,
  isWorkingDay,
} from '../../../core/calendar/working-day.ts'
import { localDate, localTime } from '../../../core/zone-time.ts'
import { at, calendars, instants } from './arbitraries.ts'

const days = fc.integer({ min: 0, max: 300 })

describe('a deadline in working days', () => {
  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-30', 5, '2026-10-13'],
  ])('from %s, %i days later, is the close of %s', (from, amount, last) => {
    expect(addWorkingDays(defaultCalendar, at(from), amount)).toEqual({
      at: at(last, '17:00'),
      provisional: false,
    })
  })

  it('from 2026-12-29 + 3 steps over New Year and says that it is provisional', () => {
    expect(addWorkingDays(defaultCalendar, at('2026-12-29'), 3)).toEqual({
      at: at('2027-01-04', '17:00'),
      provisional: true,
    })
  })

  it('is not provisional on the last published day', () => {
    expect(addWorkingDays(defaultCalendar, at('2026-12-29'), 2)).toEqual({
      at: at('2026-12-31', '17:00'),
      provisional: false,
    })
  })

  it('is provisional when only its beginning lies in a year without a notice', () => {
    expect(addWorkingDays(defaultCalendar, at('2025-12-31'), 3).provisional).toBe(true)
  })

  it('moves and becomes certain when the notice is published', () => {
    const published: Calendar = {
      ...defaultCalendar,
      version: 'with 2027',
      years: defaultCalendar.years.map((year) =>
        year.year === 2027 ? { ...year, status: 'published', off: [...year.off, '2027-01-04'] } : year,
      ),
    }
    expect(addWorkingDays(published, at('2026-12-29'), 3)).toEqual({
      at: at('2027-01-05', '17:00'),
      provisional: false,
    })
  })

  it('ends when the office in question closes', () => {
    const early: Calendar = { ...defaultCalendar, hours: [{ from: '08:30', to: '15:30' }] }
    expect(addWorkingDays(early, at('2026-11-23'), 1).at).toBe(at('2026-11-24', '15:30'))
  })
})

describe('the day a deadline starts from', () => {
  it.each([
    ['before opening', at('2026-11-20', '07:00'), '2026-11-23'],
    ['during lunch', at('2026-11-20', '12:30'), '2026-11-23'],
    ['exactly at close', at('2026-11-20', '17:00'), '2026-11-23'],
    ['a minute after close on Friday', at('2026-11-20', '17:01'), '2026-11-24'],
    ['on Saturday', at('2026-11-21', '10:00'), '2026-11-24'],
    ['on Sunday night', at('2026-11-22', '23:59'), '2026-11-24'],
    ['at Monday’s opening', at('2026-11-23', '09:00'), '2026-11-24'],
  ])('%s: one working day ends in the right place', (_case, from, last) => {
    expect(addWorkingDays(defaultCalendar, from, 1).at).toBe(at(last, '17:00'))
  })

  it('is the deadline itself for zero days', () => {
    expect(addWorkingDays(defaultCalendar, at('2026-11-20', '16:00'), 0).at).toBe(at('2026-11-20', '17:00'))
    expect(addWorkingDays(defaultCalendar, at('2026-11-20', '18:00'), 0).at).toBe(at('2026-11-23', '17:00'))
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('takes no %d days', (amount) => {
    expect(() => addWorkingDays(defaultCalendar, at('2026-11-20'), amount)).toThrow(RangeError)
  })
})

describe('whatever the start, a deadline in working days', () => {
  it('ends at the close of a working day, not before it began', () => {
    fc.assert(
      fc.property(calendars, instants, days, (calendar, from, amount) => {
        const end = addWorkingDays(calendar, from, amount).at
        expect(isWorkingDay(calendar, localDate(end)).working).toBe(true)
        expect(localTime(end)).toBe(calendar.hours.at(-1)?.to)
        expect(end >= from).toBe(true)
      }),
    )
  })

  it('is never earlier for a later start', () => {
    fc.assert(
      fc.property(calendars, instants, instants, days, (calendar, one, other, amount) => {
        const [earlier = one, later = other] = [one, other].toSorted()
        expect(
          addWorkingDays(calendar, earlier, amount).at <= addWorkingDays(calendar, later, amount).at,
        ).toBe(true)
      }),
    )
  })

  it('is later for each day more', () => {
    fc.assert(
      fc.property(calendars, instants, days, (calendar, from, amount) => {
        expect(
          addWorkingDays(calendar, from, amount).at < addWorkingDays(calendar, from, amount + 1).at,
        ).toBe(true)
      }),
    )
  })

  it('may be counted in two parts', () => {
    fc.assert(
      fc.property(calendars, instants, days, days, (calendar, from, a, b) => {
        const inTwo = addWorkingDays(calendar, addWorkingDays(calendar, from, a).at, b).at
        expect(inTwo).toBe(addWorkingDays(calendar, from, a + b).at)
      }),
    )
  })

  it('is provisional exactly when it leaves the published year', () => {
    fc.assert(
      fc.property(instants, days, (from, amount) => {
        const { at: end, provisional } = addWorkingDays(defaultCalendar, from, amount)
        const published = localDate(from) >= '2026-01-01' && localDate(end) <= '2026-12-31'
        expect(provisional).toBe(!published)
      }),
    )
  })
})

describe('a deadline in months', () => {
  it.each([
    ['on the same day a month later', at('2026-11-09'), '2026-12-09'],
    ['on the next working day when that is a Sunday', at('2026-10-22'), '2026-11-23'],
    ['on a Saturday that is worked', at('2026-01-28'), '2026-02-28'],
    ['after the holidays when it falls into them', at('2026-09-01'), '2026-10-08'],
    ['on the last day of a shorter month', at('2026-08-31'), '2026-09-30'],
    ['counted from the next opening after close', at('2026-11-09', '18:00'), '2026-12-10'],
  ])('ends %s', (_case, from, last) => {
    expect(addMonths(defaultCalendar, from, 1)).toEqual({ at: at(last, '17:00'), provisional: false })
  })

  it('is provisional when it ends in a year without a notice', () => {
    expect(addMonths(defaultCalendar, at('2026-12-01'), 1)).toEqual({
      at: at('2027-01-04', '17:00'),
      provisional: true,
    })
  })
})

describe('a deadline on a named date', () => {
  it.each([
    ['a working day', '2026-11-24', '2026-11-24', false],
    ['a Saturday, so the Monday after', '2026-11-28', '2026-11-30', false],
    ['a holiday in a year without a notice', '2027-01-01', '2027-01-04', true],
  ])('is the close of %s', (_case, date, last, provisional) => {
    expect(closeOfBusiness(defaultCalendar, date)).toEqual({ at: at(last, '17:00'), provisional })
  })
})
