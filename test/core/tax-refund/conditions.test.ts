import { describe, expect, it } from 'vitest'
import { type Asked, aDeveloper, aManufacturer, answerTo, aWholesaler, estimate, sixEnds } from './firms.ts'

describe('the conditions for every firm', () => {
  it.each<[string, Asked, string, string]>([
    ['a general taxpayer', {}, 'generalTaxpayer', 'yes'],
    ['a small-scale taxpayer', { generalTaxpayer: false }, 'generalTaxpayer', 'no'],
    ['grade A', { creditGrade: 'A' }, 'creditGrade', 'yes'],
    ['grade B', { creditGrade: 'B' }, 'creditGrade', 'yes'],
    ['grade M', { creditGrade: 'M' }, 'creditGrade', 'no'],
    ['grade C', { creditGrade: 'C' }, 'creditGrade', 'no'],
    ['grade D', { creditGrade: 'D' }, 'creditGrade', 'no'],
    ['no fraud', { fraud: false }, 'fraud', 'yes'],
    ['fraud', { fraud: true }, 'fraud', 'no'],
    ['no evasion', { evasionPenalties: 0 }, 'evasion', 'yes'],
    ['one evasion', { evasionPenalties: 1 }, 'evasion', 'yes'],
    ['two evasions', { evasionPenalties: 2 }, 'evasion', 'no'],
    ['no refund on collection', { refundOnCollection: false }, 'refundOnCollection', 'yes'],
    ['a refund on collection', { refundOnCollection: true }, 'refundOnCollection', 'askTaxOffice'],
  ])('%s', (_case, changes, id, answer) => {
    expect(answerTo(aManufacturer(changes), id)?.answer).toBe(answer)
  })

  it.each([
    ['generalTaxpayer', '/generalTaxpayer'],
    ['creditGrade', '/creditGrade'],
    ['fraud', '/fraud'],
    ['evasionPenalties', '/evasionPenalties'],
    ['refundOnCollection', '/refundOnCollection'],
  ])('that cannot be answered without %s says so', (fact, pointer) => {
    const answer = estimate(aManufacturer({ [fact]: undefined }))
    expect(answer).toMatchObject({ verdict: 'unknown', missing: [{ pointer }] })
  })

  it('carry the text of the rule and its source', () => {
    expect(answerTo(aManufacturer(), 'creditGrade')).toMatchObject({
      text: expect.stringContaining('A级或者B级'),
      source: expect.stringContaining('公告2025年第20号第三条'),
    })
  })
})

describe('the verdict', () => {
  it('is yes where nothing stands against it', () => {
    expect(estimate(aManufacturer())).toMatchObject({ kind: '估算', verdict: 'yes', missing: [] })
  })

  it('is no with one condition not met: the amount is 0, beside what the formula would give', () => {
    const answer = estimate(aManufacturer({ creditGrade: 'M', fraud: undefined }))
    expect(answer).toMatchObject({ verdict: 'no', amountYuan: 0, byFormulaYuan: 1_200_000 })
  })

  it('sends a firm with a refund on collection to the tax office, with the amount that is at stake', () => {
    const answer = estimate(aManufacturer({ refundOnCollection: true }))
    expect(answer).toMatchObject({ verdict: 'askTaxOffice', amountYuan: 1_200_000 })
  })
})

describe('what class C asks for', () => {
  const ends: Record<string, number> = { ...sixEnds('2026-03', 900_000), '2025-12': 200_000 }

  it('is balances above zero, though they may fall', () => {
    const falling = { ...ends, '2025-09': 5_000_000, '2025-10': 3_000_000, '2025-11': 1 }
    expect(estimate(aWholesaler(0, { balancesYuan: falling })).amountYuan).toBe(420_000)
  })

  it('is not met where one of six balances is zero', () => {
    const answer = estimate(aWholesaler(0, { balancesYuan: { ...ends, '2025-10': 0 } }))
    expect(answer).toMatchObject({ verdict: 'no', amountYuan: 0 })
    expect(answer.conditions.find(({ id }) => id === 'periodEnds')?.found).toContain('2025年10月')
  })

  it('is two ends of quarters for a firm that files by the quarter', () => {
    const balancesYuan = { '2025-12': 100_000, '2026-03': 900_000 }
    const answer = estimate(aWholesaler(0, { filingMonth: '2026-04', filesQuarterly: true, balancesYuan }))
    expect(answer).toMatchObject({ verdict: 'yes', amountYuan: 480_000 })
  })

  it('names the month-ends that were left out', () => {
    const { '2025-11': _, ...rest } = ends
    expect(estimate(aWholesaler(0, { balancesYuan: rest }))).toMatchObject({
      verdict: 'unknown',
      missing: [{ pointer: '/balancesYuan/2025-11', what: expect.stringContaining('2025年11月末') }],
    })
  })

  it('does not ask for the base of a firm whose whole credit is below the floor', () => {
    const answer = estimate(
      aWholesaler(0, { filingMonth: '2026-07', balancesYuan: sixEnds('2026-07', 499_999) }),
    )
    expect(answer).toMatchObject({ verdict: 'no', amountYuan: 0, missing: [] })
  })
})

describe('what class B asks for', () => {
  it('is every end above that of March 2019', () => {
    const grown = { ...aDeveloper(600_000).balancesYuan, '2025-10': 300_000 }
    const answer = estimate(aDeveloper(0, { balancesYuan: grown }))
    expect(answer.classification).toMatchObject({ class: 'C', reason: expect.stringContaining('2025年10月') })
  })
})
