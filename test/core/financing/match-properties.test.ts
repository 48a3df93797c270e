import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Borrower, LoanNeed } from '../../../core/financing/borrower.ts'
import { sizeClasses, taxGrades } from '../../../core/financing/loan-product.ts'
import { matchProducts } from '../../../core/financing/match.ts'
import { aMaker, aNeed, on, sampleRecords, withRules } from './products.ts'

const allRules = withRules(
  { rule: 'park', in: ['白马园区', '高桥园区'] },
  { rule: 'size', in: ['微型', '小型'] },
  { rule: 'size', in: ['中型'] },
  { rule: 'industry', in: ['C', 'I65'], except: ['C16'] },
  { rule: 'tag', anyOf: ['高新技术企业', '科小'] },
  { rule: 'age', from: 12, upTo: 120 },
  { rule: 'taxGrade', in: ['A', 'B', 'M'] },
  { rule: 'revenue', from: 1_000_000, upTo: 50_000_000 },
  { rule: 'amount', upTo: 5_000_000 },
  { rule: 'term', upTo: 36 },
  { rule: 'collateral', anyOf: ['none', 'equity'] },
  { rule: 'purpose', anyOf: ['workingCapital', 'research'] },
  { rule: 'firstLoan', is: true },
)
const records = { ...allRules, products: [...allRules.products, ...sampleRecords.products] }

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const firms: fc.Arbitrary<Borrower> = fc.record({
  park: maybe(fc.constantFrom('白马园区', '高桥园区', '城区')),
  industry: maybe(
    fc.constantFrom('C', 'C16', 'C39', 'C3912', 'I', 'I65', 'G', 'G59', 'F52', 'E47', 'J66', 'K7010'),
  ),
  size: maybe(fc.constantFrom(...sizeClasses)),
  staff: maybe(fc.integer({ min: 0, max: 1500 })),
  revenueYuan: maybe(fc.integer({ min: 0, max: 500_000_000 })),
  assetsYuan: maybe(fc.integer({ min: 0, max: 900_000_000 })),
  registeredOn: maybe(fc.constantFrom('2010-01-01', '2016-03-11', '2025-03-11', '2025-09-01')),
  tags: maybe(
    fc.subarray([{ name: '高新技术企业' }, { name: '科小', validTo: '2025-12-31' }, { name: '规上' }]),
  ),
  taxCreditGrade: maybe(fc.constantFrom(...taxGrades)),
})
const needs: fc.Arbitrary<LoanNeed> = fc.record({
  amountYuan: maybe(fc.integer({ min: 0, max: 20_000_000 })),
  termMonths: maybe(fc.integer({ min: 1, max: 60 })),
  collateral: maybe(fc.subarray(['none', 'equity', 'equipment'] as const, { minLength: 1 })),
  purpose: maybe(fc.constantFrom('workingCapital', 'equipment', 'research')),
  firstLoan: maybe(fc.boolean()),
})
const answersOf = (firm: Borrower, need: LoanNeed) =>
  new Map(
    matchProducts(records, firm, need, on).items.map(({ product, rules }) => [
      product.id,
      rules.map(({ answer }) => answer),
    ]),
  )

const without = <T extends object>(whole: T, name: string): T =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as T
const firmData = Object.keys({ ...aMaker, size: 0, assetsYuan: 0 })
const needData = Object.keys(aNeed)

describe('one datum more', () => {
  it('never turns what was answered into what cannot be said', () => {
    fc.assert(
      fc.property(firms, needs, fc.constantFrom(...firmData, ...needData), (firm, need, name) => {
        const more = answersOf(firm, need)
        for (const [id, before] of answersOf(without(firm, name), without(need, name))) {
          const after = more.get(id) ?? []
          for (const [at, answer] of before.entries()) {
            if (answer !== 'unknown') expect(after[at], `${id} rule ${at} with ${name}`).not.toBe('unknown')
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never turns an answer round, but where figures correct the size that was entered', () => {
    fc.assert(
      fc.property(
        firms,
        needs,
        fc.constantFrom(...firmData, ...needData),
        ({ size: _, ...firm }, need, name) => {
          const more = answersOf(firm, need)
          for (const [id, before] of answersOf(without(firm, name), without(need, name))) {
            const after = more.get(id) ?? []
            for (const [at, answer] of before.entries())
              if (answer !== 'unknown') expect(after[at]).toBe(answer)
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('all data', () => {
  it('leave nothing unknown', () => {
    fc.assert(
      fc.property(firms, needs, (firm, need) => {
        const whole = { ...aMaker, assetsYuan: 1, size: '小型', ...defined(firm), industry: 'C39' } as const
        for (const { unknown } of matchProducts(records, whole, { ...aNeed, ...defined(need) }, on).items) {
          expect(unknown).toBe(0)
        }
      }),
    )
  })
})

describe('a larger amount', () => {
  it('never fits a product better, where it has no least amount', () => {
    fc.assert(
      fc.property(firms, needs, fc.nat(20_000_000), fc.nat(20_000_000), (firm, need, one, other) => {
        const notMet = (amountYuan: number) =>
          matchProducts(records, firm, { ...need, amountYuan }, on)
            .items.toSorted((a, b) => (a.product.id < b.product.id ? -1 : 1))
            .map((item) => item.notMet)
        const large = notMet(Math.max(one, other))
        for (const [at, misses] of notMet(Math.min(one, other)).entries()) {
          expect(misses).toBeLessThanOrEqual(large[at] ?? -1)
        }
      }),
    )
  })
})

describe('the order', () => {
  it('goes by rules not met, then by rules unknown, whatever order the records are in', () => {
    fc.assert(
      fc.property(
        firms,
        needs,
        fc.shuffledSubarray([...records.products], { minLength: 4 }),
        (firm, need, products) => {
          const { items } = matchProducts({ ...records, products }, firm, need, on)
          const fits = items.map(({ notMet, unknown }) => notMet * 1000 + unknown)
          expect(fits).toEqual(fits.toSorted((a, b) => a - b))
          const again = matchProducts({ ...records, products: products.toReversed() }, firm, need, on)
          expect(again.items).toEqual(items)
        },
      ),
    )
  })
})

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>
}
