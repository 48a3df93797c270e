import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateAdd,
  dateAddMonths,
  daysBetween,
  epochSeconds,
  instantAt,
  isInstant,
  isIsoDate,
  localDate,
  localMinute,
  localTime,
} from '../../core/zone-time.ts'

const date = fc.integer({ min: -10_000, max: 40_000 }).map((days) => dateAdd('2000-01-01', days))

describe('the time people in the Zone read', () => {
  it('is eight hours ahead of the machine, so the evening in UTC is already tomorrow', () => {
    expect(localDate('2026-11-22T16:00:00Z')).toBe('2026-11-23')
    expect(localDate('2026-11-22T15:59:59Z')).toBe('2026-11-22')
    expect(localTime('2026-11-22T15:59:59Z')).toBe('23:59')
  })

  it('counts minutes from local midnight', () => {
    expect(localMinute('2026-11-22T16:00:00Z')).toBe(0)
    expect(localMinute('2026-11-22T01:30:59Z')).toBe(9 * 60 + 30)
  })

  it('reads instants with fractions of a second and writes them without', () => {
    expect(localMinute('2026-11-22T01:30:00.999Z')).toBe(9 * 60 + 30)
    expect(instantAt('2026-11-23', '00:30')).toBe('2026-11-22T16:30:00Z')
  })

  it('comes back to the minute it was written for', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const instant = instantAt(on, time)
        expect([localDate(instant), localTime(instant), localMinute(instant)]).toEqual([on, time, minute])
      }),
    )
  })
})

describe('what is no time is refused', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', ''])(
    'date %s',
    (value) => {
      expect(isIsoDate(value)).toBe(false)
      expect(() => dateAdd(value, 1)).toThrow(RangeError)
    },
  )

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T09:00:00',
    '2026-01-01T09:00:00+08:00',
    '2026-01-01',
  ])('instant %s', (value) => {
    expect(isInstant(value)).toBe(false)
    expect(() => epochSeconds(value)).toThrow(RangeError)
  })

  it.each(['24:00', '9:00', '09:60', '0900'])('time of day %s', (value) => {
    expect(() => instantAt('2026-01-01', value)).toThrow(RangeError)
  })
})

describe('dates', () => {
  it('go over the ends of months, years and Februaries', () => {
    expect(dateAdd('2026-12-31', 1)).toBe('2027-01-01')
    expect(dateAdd('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2)
  })

  it('keep the day of the month in a later month, or take its last day', () => {
    expect(dateAddMonths('2026-10-15', 1)).toBe('2026-11-15')
    expect(dateAddMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(dateAddMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(dateAddMonths('2026-12-31', 2)).toBe('2027-02-28')
    expect(dateAddMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(dateAddMonths('2026-03-31', 0)).toBe('2026-03-31')
  })

  it('move by as many days as lie between them', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, dateAdd(from, days))).toBe(days)
      }),
    )
  })
})
