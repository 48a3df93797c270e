import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asked, aDeveloper, aManufacturer, aWholesaler, estimate } from './firms.ts'

const amount = (asked: Asked) => estimate(asked).amountYuan
const share = (part: number) => ({ inputVat: { share: part } })

describe('class A', () => {
  it('gets the whole credit times P', () => {
    expect(amount(aManufacturer(share(0.95)))).toBe(1_140_000)
  })

  it('knows no floor', () => {
    expect(amount(aManufacturer({ balancesYuan: { '2026-02': 7 } }))).toBe(7)
  })
})

describe('class B', () => {
  it('gets 60% of what grew since March 2019, however much', () => {
    expect(amount(aDeveloper(150_000_000, share(0.9)))).toBe(81_000_000)
  })

  it.each([
    [499_999, 0],
    [500_000, 300_000],
  ])('that grew by %i yuan gets %i', (increase, yuan) => {
    expect(estimate(aDeveloper(increase)).byFormulaYuan).toBe(yuan)
  })
})

describe('class C', () => {
  it.each([
    [499_999, 1, 0],
    [500_000, 1, 300_000],
    [800_000, 0.9, 432_000],
    [100_000_000, 1, 60_000_000],
    [150_000_000, 0.9, 67_500_000],
  ])('that grew by %i yuan with P %d gets %i', (increase, part, yuan) => {
    expect(amount(aWholesaler(increase, share(part)))).toBe(yuan)
  })

  it('shows how the amount came about', () => {
    expect(estimate(aWholesaler(150_000_000, share(0.9))).steps).toEqual([
      { what: '期末留抵税额（2026年2月末）', yuan: 150_200_000 },
      { what: '基期留抵税额（2025年12月末）', yuan: 200_000 },
      { what: '新增加留抵税额 D', how: '150,200,000 − 200,000', yuan: 150_000_000 },
      { what: '不超过100,000,000元的部分', how: '100,000,000 × 60%', yuan: 60_000_000 },
      { what: '超过100,000,000元的部分', how: '50,000,000 × 30%', yuan: 15_000_000 },
      { what: '进项构成比例 P', how: '按填写的比例90%', share: 0.9, unverified: '口径待核' },
      { what: '估算可退税额', how: '各档之和 × P，舍去不足1元的部分', yuan: 67_500_000 },
    ])
  })
})

describe('the share of input VAT on the seven vouchers', () => {
  const vouchersYuan = {
    specialInvoice: 500_000,
    customs: 100_000,
    taxPaid: 0,
    vehicle: 40_000,
    toll: 5000,
    air: 4000,
    rail: 1000,
  }

  it('is their sum over all that was deducted, without rounding on the way', () => {
    expect(amount(aManufacturer({ inputVat: { vouchersYuan, allYuan: 975_000 } }))).toBe(800_000)
    expect(amount(aManufacturer({ inputVat: { vouchersYuan, allYuan: 900_000 } }))).toBe(866_666)
  })

  it('is shown as not yet checked, without a source', () => {
    const step = estimate(aManufacturer()).steps.find(({ what }) => what === '进项构成比例 P')
    expect(step).toEqual({
      what: expect.any(String),
      how: expect.any(String),
      share: 1,
      unverified: '口径待核',
    })
  })

  it('names each voucher that was left out', () => {
    const { rail: _, ...six } = vouchersYuan
    const answer = estimate(aManufacturer({ inputVat: { vouchersYuan: six, allYuan: 975_000 } }))
    expect(answer).toMatchObject({
      verdict: 'unknown',
      missing: [{ pointer: '/inputVat/vouchersYuan/rail' }],
    })
    expect(answer.amountYuan).toBeUndefined()
  })
})

describe('whatever a firm says', () => {
  const yuan = fc.integer({ min: 0, max: 1_000_000_000_000 })
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const classes = {
    A: (credit: number, p: number) => aManufacturer({ balancesYuan: { '2026-02': credit }, ...share(p) }),
    B: (credit: number, p: number) => {
      const ends = { ...aDeveloper(1_000_000).balancesYuan, '2026-02': credit }
      return aDeveloper(0, { balancesYuan: ends, ...share(p) })
    },
    C: (credit: number, p: number) => aWholesaler(credit - 200_000, share(p)),
  }
  const anyClass = fc.constantFrom<keyof typeof classes>('A', 'B', 'C')
  const got = (taxClass: keyof typeof classes, credit: number, p: number) =>
    amount(classes[taxClass](credit, p)) ?? Number.NaN

  it('the amount never exceeds the credit and is whole', () => {
    fc.assert(
      fc.property(anyClass, yuan, part, (taxClass, credit, p) => {
        const refund = got(taxClass, credit, p)
        expect(refund).toBeGreaterThanOrEqual(0)
        expect(refund).toBeLessThanOrEqual(credit)
        expect(Number.isInteger(refund)).toBe(true)
      }),
    )
  })

  it('a larger credit never brings less', () => {
    fc.assert(
      fc.property(anyClass, yuan, yuan, part, (taxClass, one, other, p) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(got(taxClass, more, p)).toBeGreaterThanOrEqual(got(taxClass, less, p))
      }),
    )
  })

  it('a larger share on the seven vouchers never brings less', () => {
    fc.assert(
      fc.property(anyClass, yuan, part, part, (taxClass, credit, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(got(taxClass, credit, more)).toBeGreaterThanOrEqual(got(taxClass, credit, less))
      }),
    )
  })

  it('a developer or any firm of class C below the floor gets nothing', () => {
    const below = fc.integer({ min: 0, max: 499_999 })
    fc.assert(
      fc.property(below, part, (increase, p) => {
        expect(amount(aWholesaler(increase, share(p)))).toBe(0)
        expect(amount(aDeveloper(increase, share(p)))).toBe(0)
      }),
    )
  })
})
