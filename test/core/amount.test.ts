import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MoneyUnit, readAmount } from '../../core/amount.ts'

const plain: [string | number, MoneyUnit | undefined, number][] = [
  ['300', '万元', 3_000_000],
  [300, '万元', 3_000_000],
  [0.07, '亿元', 7_000_000],
  ['12.5', '千元', 12_500],
  ['300万元', undefined, 3_000_000],
  ['300万元', '万元', 3_000_000],
  ['3000000元', '万元', 3_000_000],
  ['约300万', undefined, 3_000_000],
  ['300万左右', undefined, 3_000_000],
  ['1.5亿', undefined, 150_000_000],
  ['1亿2000万', undefined, 120_000_000],
  ['３００万', undefined, 3_000_000],
  ['３００', '万元', 3_000_000],
  ['1,200,000元', undefined, 1_200_000],
  ['￥1,200.50', undefined, 1201],
  ['三百万', undefined, 3_000_000],
  ['一亿二千万元', undefined, 120_000_000],
  ['5百万', undefined, 5_000_000],
  ['3000余万元', undefined, 30_000_000],
  ['不超过500万', undefined, 5_000_000],
  ['人民币20万元整', undefined, 200_000],
]

describe('an amount as an office writes it', () => {
  it.each(plain)('%j under %s is %i yuan', (cell, unit, value) => {
    expect(readAmount(cell, unit)).toEqual({ value })
  })

  it.each(['', '  ', '无', '/', '—', '0', 0, '暂无'])('%j asks for nothing', (cell) => {
    expect(readAmount(cell, '万元')).toBeUndefined()
  })

  it.each([
    '面议',
    '若干',
    '-300',
    -300,
    '100万美元',
    '300万、500万',
    '很多',
    '2亿5',
    Number.NaN,
    '3'.repeat(80),
  ])('%j is not read', (cell) => {
    expect(readAmount(cell, '万元')).toHaveProperty('fault')
  })

  it.each(['300万-500万', '300-500万元', '300—500', '300至500万', '300万～500万'])(
    '%s is a range: the lower end counts, and both ends are told',
    (cell) => {
      expect(readAmount(cell, '万元')).toEqual({ value: 3_000_000, caution: expect.stringContaining(cell) })
    },
  )

  it('says which unit it took where none is written', () => {
    expect(readAmount('300')).toEqual({ value: 3_000_000, caution: expect.stringContaining('300万元') })
    expect(readAmount('3000000')).toEqual({ value: 3_000_000, caution: expect.stringContaining('3000000元') })
  })

  it('believes a sentence that names one amount, and says so', () => {
    expect(readAmount('首期300万元，视情况追加')).toMatchObject({
      value: 3_000_000,
      caution: expect.any(String),
    })
  })

  it('asks whether whole yuan were written under 万元', () => {
    expect(readAmount(3_000_000, '万元')).toMatchObject({ caution: expect.stringContaining('300亿元') })
  })

  it('gives whole yuan, nothing or a fault for whatever stands in a cell', () => {
    const pieces = fc.constantFrom(
      ...'0123456789.,-~万亿千百十元约一二三半年月人 （）',
      '300',
      '万元',
      '美元',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (text) => {
        const read = readAmount(text.join(''), '万元')
        if (read && 'value' in read) expect(Number.isSafeInteger(read.value)).toBe(true)
      }),
    )
  })
})
