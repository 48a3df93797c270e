import { describe, expect, it } from 'vitest'
import { defaultTaxRefundRules } from '../../../core/reference/default-tax-refund-rules.ts'
import { isRefusal } from '../../../core/refusal.ts'
import { estimateTaxRefund, rulesIn } from '../../../core/tax-refund/estimate.ts'
import { TaxRefundFacts } from '../../../core/tax-refund/facts.ts'
import { TaxRefundRules } from '../../../core/tax-refund/rule-set.ts'
import { aWholesaler, estimate, sixEnds } from './firms.ts'

const [since2025] = defaultTaxRefundRules
if (!since2025) throw new Error('no rules')
/** A later announcement, as a record of its own. */
const since2027: TaxRefundRules = {
  ...since2025,
  validFrom: '2027-01-01',
  title: '新公告',
  classC: { text: '新规定', source: '新公告', floorYuan: 100_000, brackets: [{ rateBp: 5000 }] },
}
const both = [since2027, since2025]

describe('the rules', () => {
  it.each(defaultTaxRefundRules)('since $validFrom are a record that could be stored', (rules) => {
    expect(TaxRefundRules.parse(rules)).toEqual(rules)
  })

  it('are those of the filing month', () => {
    expect(rulesIn(both, '2026-12')?.validFrom).toBe('2025-09-01')
    expect(rulesIn(both, '2027-01')?.validFrom).toBe('2027-01-01')
    expect(rulesIn(both, '2025-08')).toBeUndefined()
  })

  it('of a new announcement need a new record and nothing else', () => {
    const balancesYuan = { ...sixEnds('2027-01', 400_000), '2025-12': 200_000 }
    const facts = TaxRefundFacts.parse(aWholesaler(0, { filingMonth: '2027-01', balancesYuan }))
    const answer = estimateTaxRefund(both, facts)
    expect(isRefusal(answer) || [answer.rules.title, answer.amountYuan]).toEqual(['新公告', 100_000])
  })

  it.each([
    ['a floor that is not money', { classC: { ...since2025.classC, floorYuan: -1 } }],
    [
      'brackets without an open end',
      { classC: { ...since2025.classC, brackets: [{ upToYuan: 5, rateBp: 1 }] } },
    ],
    [
      'brackets out of order',
      {
        classC: {
          ...since2025.classC,
          brackets: [{ upToYuan: 5, rateBp: 1 }, { upToYuan: 5, rateBp: 1 }, { rateBp: 1 }],
        },
      },
    ],
    ['a start within a filing period', { validFrom: '2027-01-15' }],
  ])('are not taken with %s', (_case, changes) => {
    expect(TaxRefundRules.safeParse({ ...since2025, ...changes }).success).toBe(false)
  })
})

describe('what was not read', () => {
  it('has no source: shares of sales, and P in the formulas', () => {
    expect(since2025.salesShare.source).toBeUndefined()
    expect(since2025.composition.source).toBeUndefined()
  })

  it('is said of the months after the last check for a newer announcement', () => {
    const notes = (filingMonth: string) => estimate(aWholesaler(0, { filingMonth })).notes.join('')
    expect(notes('2026-01')).not.toContain('新公告')
    expect(notes('2026-02')).toContain('已核对到2026年1月未见新公告')
  })
})
