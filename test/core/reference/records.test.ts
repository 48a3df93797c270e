import { describe, expect, it } from 'vitest'
import { validOn } from '../../../core/reference/records.ts'

const from = (validFrom: string, validTo?: string) => ({ id: 'a', validFrom, ...(validTo && { validTo }) })
const begins = (records: ReturnType<typeof from>[], date: string) =>
  validOn(records, date).map(({ validFrom }) => validFrom)

describe('a dated record', () => {
  it.each([
    ['2026-06-30', []],
    ['2026-07-01', ['2026-07-01']],
    ['2026-12-31', ['2026-07-01']],
    ['2027-01-01', []],
  ])('holds from its first to its last day: on %s', (date, found) => {
    expect(begins([from('2026-07-01', '2026-12-31')], date)).toEqual(found)
  })

  it('is replaced by a later one of the same id from that day on', () => {
    const both = [from('2026-07-01'), from('2020-01-01')]
    expect(begins(both, '2026-06-30')).toEqual(['2020-01-01'])
    expect(begins(both, '2026-07-01')).toEqual(['2026-07-01'])
  })

  it('does not come back when the one that replaced it ends', () => {
    expect(begins([from('2020-01-01'), from('2026-07-01', '2026-07-31')], '2026-08-01')).toEqual([])
  })

  it('stands beside those of other ids', () => {
    const records = [from('2020-01-01'), { ...from('2020-01-01'), id: 'b' }]
    expect(validOn(records, '2026-01-01').map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
