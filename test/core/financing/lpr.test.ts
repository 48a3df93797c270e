import { describe, expect, it } from 'vitest'
import { Lpr, lprOn } from '../../../core/financing/lpr.ts'

const published = (validFrom: string, oneYearBp: number): Lpr =>
  Lpr.parse({ id: 'lpr', validFrom, oneYearBp, fiveYearBp: oneYearBp + 50, source: `${validFrom}公布` })
const table = [published('2025-05-20', 300), published('2024-10-21', 310), published('2026-02-24', 295)]

describe('the LPR of a contract', () => {
  it.each([
    ['on the day of a publication', '2025-05-20', 300],
    ['the day before it', '2025-05-19', 310],
    ['between two publications', '2026-02-23', 300],
    ['soon after the last one', '2026-04-05', 295],
  ])('is the one published last: %s', (_case, date, oneYearBp) => {
    expect(lprOn(table, date)).toMatchObject({ known: 'yes', oneYearBp, fiveYearBp: oneYearBp + 50 })
  })

  it('cannot be said before the first publication that the office has', () => {
    expect(lprOn(table, '2024-10-20')).toEqual({ known: 'no' })
    expect(lprOn([], '2026-01-01')).toEqual({ known: 'no' })
  })

  it('is the latest known, to be checked, where a publication must have come since', () => {
    expect(lprOn(table, '2026-04-06')).toEqual({
      known: 'toCheck',
      publishedOn: '2026-02-24',
      oneYearBp: 295,
      fiveYearBp: 345,
      source: '2026-02-24公布',
    })
  })

  it('is sure again when a month without change has been entered', () => {
    expect(lprOn([...table, published('2026-04-20', 295)], '2026-04-06').known).toBe('yes')
    expect(lprOn([...table, published('2026-04-20', 295)], '2026-05-19').known).toBe('yes')
  })

  it('cannot be said after the end that the last record names', () => {
    const ended = { ...published('2025-05-20', 300), validTo: '2025-12-31' }
    expect(lprOn([ended], '2025-12-31').known).toBe('toCheck')
    expect(lprOn([ended], '2026-01-01')).toEqual({ known: 'no' })
  })
})
