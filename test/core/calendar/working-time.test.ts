import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { isWorkingDay } from '../../../core/calendar/working-day.ts'
import { addWorkingMinutes, nextOpening, workingMinutesBetween } from '../../../core/calendar/working-time.ts'
import { instantOf, localDate, localTime } from '../../../core/zone-time.ts'
import { at, calendars, instants } from './arbitraries.ts'

const minutes = fc.integer({ min: 0, max: 100_000 })

describe('a deadline in working hours', () => {
  it.each([
    ['within the morning', at('2026-11-23', '09:30'), at('2026-11-23', '11:30')],
    ['over lunch', at('2026-11-23', '11:00'), at('2026-11-23', '14:00')],
    ['at noon, not after lunch', at('2026-11-23', '10:00'), at('2026-11-23', '12:00')],
    ['at close, not next morning', at('2026-11-23', '15:00'), at('2026-11-23', '17:00')],
    ['next morning', at('2026-11-23', '16:00'), at('2026-11-24', '10:00')],
    ['after the weekend', at('2026-11-20', '16:30'), at('2026-11-23', '10:30')],
    ['two hours after opening, for a start at night', at('2026-11-20', '22:00'), at('2026-11-23', '11:00')],
    ['on a Sunday that is worked', at('2026-09-19', '12:00'), at('2026-09-20', '11:00')],
    ['to the second', '2026-11-23T08:00:30Z', '2026-11-24T02:00:30Z'],
  ])('of two hours ends %s', (_case, from, end) => {
    expect(addWorkingMinutes(defaultCalendar, from, 120)).toEqual({ at: end, provisional: false })
  })

  it('is provisional over New Year', () => {
    expect(addWorkingMinutes(defaultCalendar, at('2026-12-31', '16:00'), 120)).toEqual({
      at: at('2027-01-04', '10:00'),
      provisional: true,
    })
  })

  it.each([
    ['the start itself in working time', at('2026-11-23', '11:00'), at('2026-11-23', '11:00')],
    ['the start itself at close', at('2026-11-23', '17:00'), at('2026-11-23', '17:00')],
    ['the end of lunch', at('2026-11-23', '12:30'), at('2026-11-23', '13:00')],
    ['the next opening', at('2026-11-21', '12:30'), at('2026-11-23', '09:00')],
  ])('of no time at all is %s', (_case, from, end) => {
    expect(addWorkingMinutes(defaultCalendar, from, 0).at).toBe(end)
    expect(nextOpening(defaultCalendar, from)).toBe(end)
  })

  it.each([-1, 0.5, Number.NaN])('takes no %d minutes', (amount) => {
    expect(() => addWorkingMinutes(defaultCalendar, at('2026-11-20'), amount)).toThrow(RangeError)
  })
})

describe('working minutes between two instants', () => {
  it.each([
    ['a whole day without lunch', at('2026-11-23', '00:00'), at('2026-11-24', '00:00'), 420],
    ['a week without its weekend', at('2026-11-23', '09:00'), at('2026-11-30', '09:00'), 5 * 420],
    ['nothing on a day off', at('2026-11-21', '09:00'), at('2026-11-22', '17:00'), 0],
    ['the time overdue, as a negative', at('2026-11-23', '11:00'), at('2026-11-23', '09:30'), -90],
    ['the year 2026', at('2026-01-01', '00:00'), at('2027-01-01', '00:00'), 248 * 420],
  ])('are %s', (_case, from, to, amount) => {
    expect(workingMinutesBetween(defaultCalendar, from, to)).toBe(amount)
  })
})

describe('whatever the start, working time', () => {
  it('ends while the office works', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, (calendar, from, amount) => {
        expectWorkingTime(calendar, addWorkingMinutes(calendar, from, amount).at)
      }),
    )
  })

  it('measures what was added', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, (calendar, from, amount) => {
        const { at: end } = addWorkingMinutes(calendar, from, amount)
        expect(workingMinutesBetween(calendar, from, end)).toBe(amount)
      }),
    )
  })

  it('may be added in two parts', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, minutes, (calendar, from, a, b) => {
        const inTwo = addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, a).at, b).at
        expect(inTwo).toBe(addWorkingMinutes(calendar, from, a + b).at)
      }),
    )
  })

  it('is never earlier for a later start or for more minutes', () => {
    fc.assert(
      fc.property(calendars, instants, instants, minutes, (calendar, one, other, amount) => {
        const [earlier = one, later = other] = [one, other].toSorted()
        const end = addWorkingMinutes(calendar, earlier, amount).at
        expect(end <= addWorkingMinutes(calendar, later, amount).at).toBe(true)
        expect(end < addWorkingMinutes(calendar, earlier, amount + 1).at).toBe(true)
      }),
    )
  })

  it('agrees with counting minute by minute', () => {
    const within = fc.integer({ min: 0, max: 4 * 86_400 })
    fc.assert(
      fc.property(calendars, instants, within, (calendar, from, seconds) => {
        const start = Math.floor(Date.parse(from) / 60_000) * 60
        const end = start + Math.floor(seconds / 60) * 60
        let counted = 0
        for (let second = start; second < end; second += 60) {
          if (worksDuringMinute(calendar, instantOf(second))) counted += 1
        }
        expect(workingMinutesBetween(calendar, instantOf(start), instantOf(end))).toBe(counted)
      }),
      { numRuns: 30 },
    )
  })
})

function expectWorkingTime(calendar: Calendar, instant: string): void {
  const time = localTime(instant)
  expect(isWorkingDay(calendar, localDate(instant)).working).toBe(true)
  expect(calendar.hours.some(({ from, to }) => from <= time && time <= to)).toBe(true)
}

function worksDuringMinute(calendar: Calendar, instant: string): boolean {
  const time = localTime(instant)
  return (
    isWorkingDay(calendar, localDate(instant)).working &&
    calendar.hours.some(({ from, to }) => from <= time && time < to)
  )
}
