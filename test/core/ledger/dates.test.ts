import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../../core/ledger/dates.ts'

describe('a date in a ledger', () => {
  it.each([
    '2026-03-11',
    '2026/3/11',
    '2026.3.11',
    '2026年3月11日',
    '2026 年 3 月 11 日',
    '２０２６－０３－１１',
    '20260311',
    '26.3.11',
    '2026-03-11 14:30:00',
    '2026年3月11日上午',
    '46092',
    46092,
    46092.604,
    { date: '2026-03-11' },
  ])('%j is 11 March 2026', (cell) => {
    expect(readDate(cell)).toEqual({ date: '2026-03-11' })
  })

  it.each([null, '', ' ', '/', '—', '无'])('%j is no date and no mistake', (cell) => {
    expect(readDate(cell)).toBeUndefined()
  })

  it.each(['2026-02-30', '2026年3月', 2026.3, 12, '03/11/26', '3/11/26', '近期', true])(
    '%j is not read',
    (cell) => {
      expect(readDate(cell)).toHaveProperty('fault')
    },
  )

  it('without a year takes the one year of its neighbours, and says so', () => {
    expect(readDate('3月11日', '2026')).toEqual({
      date: '2026-03-11',
      caution: expect.stringContaining('2026年'),
    })
    expect(readDate('3.11', '2026')).toHaveProperty('date', '2026-03-11')
  })

  it('without a year and without neighbours is not read', () => {
    expect(readDate('3月11日')).toHaveProperty('fault')
  })

  it('is the same as a serial number and as the text that Excel shows for it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 73_050 }), (serial) => {
        const read = readDate(serial)
        expect(readDate(String(read && 'date' in read ? read.date : ''))).toEqual(read)
      }),
    )
  })
})
