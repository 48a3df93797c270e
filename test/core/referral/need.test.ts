import { describe, expect, it } from 'vitest'
import { missingForReferral, needOf } from '../../../core/referral/need.ts'
import type { RecordedNeed } from '../../../core/referral/parts.ts'

describe('a need', () => {
  const recorded: RecordedNeed = {
    at: '2026-11-23T01:30:00Z',
    by: 'finance-1',
    amountYuan: 2_000_000,
    purpose: 'orders',
    collateral: ['none'],
    firstLoan: false,
  }

  it('is the one that the finance office wrote down, and else as it was logged', () => {
    const logged = { amountYuan: 3_000_000, termMonths: 12 }
    expect(needOf({ need: logged, financing: { need: recorded } })).toMatchObject({
      amountYuan: 2_000_000,
      termMonths: 12,
      purpose: 'orders',
      collateral: ['none'],
      firstLoan: false,
    })
    expect(needOf({ need: logged })).toEqual(logged)
    expect(needOf({})).toEqual({})
  })
})

describe('what is missing before a bank is asked', () => {
  const fieldsOf = (need: { amountYuan?: number; termMonths?: number } | undefined) =>
    missingForReferral(needOf(need ? { need } : {})).map(({ field }) => field)

  it('is not asked a second time where the firm said it when the problem was logged', () => {
    expect(fieldsOf(undefined)).toEqual(expect.arrayContaining(['amountYuan', 'termMonths', 'purpose']))
    const logged = fieldsOf({ amountYuan: 10_500_000, termMonths: 6 })
    expect(logged).not.toContain('amountYuan')
    expect(logged).not.toContain('termMonths')
    expect(logged).toContain('purpose')
  })
})
