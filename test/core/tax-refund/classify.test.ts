import { describe, expect, it } from 'vitest'
import { type Asked, aDeveloper, aManufacturer, aWholesaler, estimate, sixEnds } from './firms.ts'

const classOf = (asked: Asked) => estimate(asked).classification
const four = (manufacturing: number, research = 0, software = 0, ecology = 0) => ({
  salesShares: { manufacturing, research, software, ecology },
})

describe('the class', () => {
  it.each<[string, Asked, string]>([
    ['A over half of sales in the four industries together', four(0.2, 0.2, 0.1, 0.01), 'A'],
    ['C at exactly half, however the tenths add up', four(0.1, 0.2, 0.2), 'C'],
    ['A one yuan over half in a billion', four(0.500000001), 'A'],
    ['C below half', four(0.49), 'C'],
  ])('is %s', (_case, changes, taxClass) => {
    const { balancesYuan } = aWholesaler(900_000)
    expect(classOf(aManufacturer({ balancesYuan, ...changes })).class).toBe(taxClass)
  })

  it('is B for a developer that meets its own conditions', () => {
    expect(classOf(aDeveloper(500_000))).toMatchObject({ class: 'B', answer: 'yes' })
  })

  it('is C for a developer that does not, with what failed', () => {
    expect(classOf(aDeveloper(499_999))).toMatchObject({
      class: 'C',
      reason: expect.stringContaining('不符合房地产开发经营业的条件'),
    })
  })

  it('is C for a developer at exactly half', () => {
    expect(classOf(aDeveloper(900_000, { realEstateShare: 0.5 })).class).toBe('C')
  })

  it('names its source, and marks as not yet checked the shares by which it was told', () => {
    const { source, basis } = classOf(aManufacturer())
    expect(source).toContain('公告2025年第7号第一条第一项')
    expect(basis).toEqual({ text: expect.stringContaining('50%'), unverified: '口径待核' })
  })
})

describe('the class cannot be told', () => {
  it('of a firm in operation for less than three months', () => {
    const answer = estimate(aManufacturer({ monthsInOperation: 2 }))
    expect(answer).toMatchObject({
      verdict: 'askTaxOffice',
      classification: { class: 'undecidable', reason: expect.stringContaining('不满3个月') },
    })
    expect(answer.amountYuan).toBeUndefined()
  })

  it('but of one in operation for three', () => {
    expect(classOf(aManufacturer({ monthsInOperation: 3 })).class).toBe('A')
  })

  it('where advance receipts lift both shares over half', () => {
    expect(classOf(aManufacturer({ realEstateShare: 0.6 }))).toMatchObject({
      class: 'undecidable',
      answer: 'askTaxOffice',
    })
  })

  it.each<[string, Asked, string[]]>([
    ['the months in operation', aManufacturer({ monthsInOperation: undefined }), ['/monthsInOperation']],
    [
      'a share that could still lift the firm over half',
      aManufacturer({ salesShares: { manufacturing: 0.4, research: 0, software: 0 } }),
      ['/salesShares/ecology'],
    ],
    ['the share of real estate', aWholesaler(1, { realEstateShare: undefined }), ['/realEstateShare']],
    [
      "the base of a developer's own condition",
      aDeveloper(0, { balancesYuan: sixEnds('2026-03', 900_000) }),
      ['/balancesYuan/2019-03'],
    ],
  ])('without %s', (_case, asked, pointers) => {
    const { classification, verdict } = estimate(asked)
    expect({ class: classification.class, verdict }).toEqual({ class: 'undecidable', verdict: 'unknown' })
    expect(classification.missing.map(({ pointer }) => pointer)).toEqual(pointers)
  })

  it('is no reason to ask for shares that would change nothing', () => {
    expect(
      classOf(aManufacturer({ salesShares: { software: 0.51 }, realEstateShare: undefined })).class,
    ).toBe('A')
  })
})

describe('a firm that says nothing but the month', () => {
  it('is told what to bring, and what the vouchers and industries are called', () => {
    const answer = estimate({ filingMonth: '2026-03' })
    expect(answer.missing.map(({ pointer }) => pointer)).toEqual([
      '/generalTaxpayer',
      '/creditGrade',
      '/fraud',
      '/evasionPenalties',
      '/refundOnCollection',
      '/monthsInOperation',
      '/salesShares/manufacturing',
      '/salesShares/research',
      '/salesShares/software',
      '/salesShares/ecology',
      '/realEstateShare',
    ])
    expect(answer.rules.vouchers).toHaveLength(7)
    expect(answer.rules.industries).toHaveLength(4)
  })
})
