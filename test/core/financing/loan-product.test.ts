import { describe, expect, it } from 'vitest'
import { EligibilityRule, LoanProduct } from '../../../core/financing/loan-product.ts'
import { sampleRecords } from './products.ts'

describe('a loan product', () => {
  it.each(sampleRecords.products)('of the sample is a record that can be stored: $name', (product) => {
    expect(LoanProduct.parse(product)).toEqual(product)
    expect(product.source).not.toBe('')
  })

  it.each([
    ['no bank', { banks: [] }],
    ['no source', { source: ' ' }],
    ['a cap that is no rate', { rateCap: { overLprBp: 1.5 } }],
    ['a rule of an unknown kind', { rules: [{ rule: 'score', from: 600 }] }],
  ])('is not taken with %s', (_case, changes) => {
    expect(LoanProduct.safeParse({ ...sampleRecords.products[0], ...changes }).success).toBe(false)
  })

  it.each([
    ['without a bound', { rule: 'amount' }],
    ['whose bounds are crossed', { rule: 'amount', from: 5, upTo: 4 }],
    ['on an industry that is none', { rule: 'industry', in: ['Z99'] }],
    ['on an age of no months', { rule: 'age', from: 0 }],
    ['that names nothing', { rule: 'tag', anyOf: [] }],
  ])('has no rule %s', (_case, rule) => {
    expect(EligibilityRule.safeParse(rule).success).toBe(false)
  })
})
