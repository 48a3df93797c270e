import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { signal, yellowAt } from '../../../core/calendar/signal.ts'
import { addWorkingDays } from '../../../core/calendar/working-day.ts'
import { addWorkingMinutes } from '../../../core/calendar/working-time.ts'
import { instantOf } from '../../../core/zone-time.ts'
import { at, calendars, instants } from './arbitraries.ts'

describe('a clock of five working days', () => {
  const startedAt = at('2026-11-23', '10:00')
  const dueAt = addWorkingDays(defaultCalendar, startedAt, 5).at
  const seen = (now: string, pausedSince?: string) =>
    signal(defaultCalendar, { startedAt, dueAt, now, pausedSince })

  it('is green until a quarter of its time is left', () => {
    expect(seen(startedAt)).toBe('green')
    expect(seen(at('2026-11-27', '13:44'))).toBe('green')
    expect(seen(at('2026-11-27', '13:45'))).toBe('yellow')
  })

  it('is yellow up to its last second and red after it', () => {
    expect(seen(dueAt)).toBe('yellow')
    expect(seen('2026-11-30T09:00:01Z')).toBe('red')
  })

  it('is paused while it is paused, however long', () => {
    expect(seen(at('2026-12-20'), at('2026-11-24'))).toBe('paused')
  })

  it('stays red when it was overdue before it was paused', () => {
    expect(seen(at('2026-12-20'), at('2026-12-01'))).toBe('red')
  })
})

describe('a clock turns yellow', () => {
  it('a working day before its end, when a quarter is less than that', () => {
    const startedAt = at('2026-11-23', '10:00')
    const dueAt = addWorkingDays(defaultCalendar, startedAt, 2).at
    expect(yellowAt(defaultCalendar, { startedAt, dueAt })).toBe(at('2026-11-24', '17:00'))
  })

  it('at a quarter, when it is shorter than a working day, and is not born yellow', () => {
    const startedAt = at('2026-11-23', '09:00')
    const dueAt = addWorkingMinutes(defaultCalendar, startedAt, 120).at
    expect(yellowAt(defaultCalendar, { startedAt, dueAt })).toBe(at('2026-11-23', '10:30'))
    expect(signal(defaultCalendar, { startedAt, dueAt, now: startedAt })).toBe('green')
  })

  it('after a long pause as late as it would have without', () => {
    const clock = {
      startedAt: at('2026-11-02', '17:00'),
      dueAt: at('2026-11-23', '17:00'),
      pauses: [{ from: at('2026-11-02', '17:00'), to: at('2026-11-16', '17:00') }],
    }
    // five working days granted and ten paused: a quarter of five is 8 h 45 min
    expect(yellowAt(defaultCalendar, clock)).toBe(at('2026-11-20', '15:15'))
    expect(yellowAt(defaultCalendar, { ...clock, pauses: [] })).toBe(at('2026-11-18', '10:45'))
  })

  it('at once, when it is due before the office opens again', () => {
    const clock = { startedAt: at('2026-11-21', '10:00'), dueAt: at('2026-11-22', '10:00') }
    expect(signal(defaultCalendar, { ...clock, now: clock.startedAt })).toBe('yellow')
  })

  it('never before it starts nor after it is due, and never back to green', () => {
    const shades = ['green', 'yellow', 'red']
    const later = fc.integer({ min: 0, max: 60 * 86_400 })
    const days = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(calendars, instants, days, later, later, (calendar, startedAt, amount, a, b) => {
        const dueAt = addWorkingDays(calendar, startedAt, amount).at
        const turns = yellowAt(calendar, { startedAt, dueAt })
        expect(startedAt <= turns && turns < dueAt).toBe(true)
        const start = Date.parse(startedAt) / 1000
        const shadeAfter = (seconds: number) =>
          shades.indexOf(signal(calendar, { startedAt, dueAt, now: instantOf(start + seconds) }))
        expect(shadeAfter(Math.min(a, b))).toBeLessThanOrEqual(shadeAfter(Math.max(a, b)))
      }),
    )
  })
})
