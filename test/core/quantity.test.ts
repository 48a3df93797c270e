import { describe, expect, it } from 'vitest'
import { readCount, readMonths } from '../../core/quantity.ts'

describe('how many people', () => {
  it.each([
    ['13', 13],
    [13, 13],
    ['13人', 13],
    ['约20名', 20],
    ['十余人', 10],
    ['３０人', 30],
    ['二十五人', 25],
  ])('%j is %i', (cell, value) => {
    expect(readCount(cell)).toEqual({ value })
  })

  it('takes the lower end of a range and says so', () => {
    expect(readCount('5-8人')).toEqual({ value: 5, caution: expect.stringContaining('5-8人') })
  })

  it.each(['若干', 1.5, -3, '100001', '普工3人'])('%j is no count', (cell) => {
    expect(readCount(cell)).toHaveProperty('fault')
  })

  it.each(['', '0', 0, '无'])('%j asks for nobody', (cell) => {
    expect(readCount(cell)).toBeUndefined()
  })
})

describe('for how many months', () => {
  it.each([
    ['12个月', undefined, 12],
    ['12月', undefined, 12],
    ['十二个月', undefined, 12],
    [12, '月', 12],
    ['1年', '月', 12],
    ['一年半', undefined, 18],
    ['半年', undefined, 6],
    ['1年零6个月', undefined, 18],
    ['90天', undefined, 3],
    [1.5, '年', 18],
    ['两年', undefined, 24],
  ] as const)('%j under %s is %i', (cell, unit, value) => {
    expect(readMonths(cell, unit)).toEqual({ value })
  })

  it('says that it took months where no unit is written', () => {
    expect(readMonths('12')).toEqual({ value: 12, caution: expect.stringContaining('12个月') })
  })

  it('reads a range in the unit at its end', () => {
    expect(readMonths('1-3年')).toEqual({ value: 12, caution: expect.stringContaining('1-3年') })
  })

  it.each(['长期', '12.5个月', '100天', '601个月'])('%j is no term', (cell) => {
    expect(readMonths(cell)).toHaveProperty('fault')
  })
})
