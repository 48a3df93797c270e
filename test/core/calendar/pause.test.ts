import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { remainingMinutes, resumeDue } from '../../../core/calendar/pause.ts'
import { addWorkingDays } from '../../../core/calendar/working-day.ts'
import { workingSecondsBetween } from '../../../core/calendar/working-seconds.ts'
import { at, calendars, instants } from './arbitraries.ts'

describe('a pause', () => {
  const dueAt = at('2026-11-27', '17:00')

  it('gives back just the working time that was left', () => {
    const pausedAt = at('2026-11-26', '15:00')
    expect(remainingMinutes(defaultCalendar, { at: pausedAt, dueAt })).toBe(2 * 60 + 420)
    expect(resumeDue(defaultCalendar, { pausedAt, dueAt, resumedAt: at('2026-12-07', '10:00') })).toEqual({
      at: at('2026-12-08', '12:00'),
      provisional: false,
    })
  })

  it('that ends at night goes on at the next opening', () => {
    const pause = { pausedAt: at('2026-11-27', '16:00'), dueAt, resumedAt: at('2026-12-04', '22:00') }
    expect(resumeDue(defaultCalendar, pause).at).toBe(at('2026-12-07', '10:00'))
  })

  it('that crosses into a year without a notice makes the deadline provisional', () => {
    const pause = { pausedAt: at('2026-11-27', '16:00'), dueAt, resumedAt: at('2027-01-04', '09:00') }
    expect(resumeDue(defaultCalendar, pause)).toEqual({ at: at('2027-01-04', '10:00'), provisional: true })
  })

  it('does not heal a clock that was overdue already', () => {
    const pausedAt = at('2026-11-30', '10:00')
    expect(remainingMinutes(defaultCalendar, { at: pausedAt, dueAt })).toBe(0)
    expect(resumeDue(defaultCalendar, { pausedAt, dueAt, resumedAt: at('2026-12-07') }).at).toBe(dueAt)
  })

  it('never brings forward a deadline that was imposed outside office hours', () => {
    const outside = at('2026-11-27', '20:00')
    const pause = {
      pausedAt: at('2026-11-27', '12:10'),
      dueAt: outside,
      resumedAt: at('2026-11-27', '12:50'),
    }
    expect(resumeDue(defaultCalendar, pause).at).toBe(outside)
  })

  it('whose end is stamped a moment before its start changes nothing', () => {
    const pause = { pausedAt: '2026-11-26T02:00:02Z', dueAt, resumedAt: '2026-11-26T02:00:01Z' }
    expect(resumeDue(defaultCalendar, pause).at).toBe(dueAt)
  })

  it('leaves as much after it as there was before it, to the second', () => {
    const amounts = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(calendars, fc.tuple(instants, instants, instants), amounts, (calendar, three, days) => {
        const [startedAt = '', pausedAt = '', resumedAt = ''] = three.toSorted()
        const due = addWorkingDays(calendar, startedAt, days).at
        fc.pre(pausedAt <= due)
        const resumed = resumeDue(calendar, { pausedAt, dueAt: due, resumedAt })
        expect(workingSecondsBetween(calendar, resumedAt, resumed.at)).toBe(
          workingSecondsBetween(calendar, pausedAt, due),
        )
        expect(resumed.at >= due).toBe(true)
      }),
    )
  })
})
