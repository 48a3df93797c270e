import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../core/refusal.ts'
import { TaxRefundFacts } from '../../../core/tax-refund/facts.ts'
import { type Asked, aManufacturer, judge } from './firms.ts'

describe('input that cannot be', () => {
  it.each<[string, Asked, string, string]>([
    [
      'four shares that add to more than all sales',
      { salesShares: { manufacturing: 0.6, research: 0.3, software: 0.2 } },
      '/salesShares',
      '之和不能超过1',
    ],
    [
      'a share beside real estate that is all of it',
      { salesShares: { manufacturing: 0.1 }, realEstateShare: 1 },
      '/realEstateShare',
      '须为0',
    ],
    [
      'an industry that the rules do not name',
      { salesShares: { farming: 0.1 } },
      '/salesShares/farming',
      '制造业',
    ],
    ['a balance of no month', { balancesYuan: { '2025-13': 1 } }, '/balancesYuan/2025-13', '月份形如'],
    [
      'a balance of a key that needs escaping',
      { balancesYuan: { 'a/b': 1 } },
      '/balancesYuan/a~1b',
      '月份形如',
    ],
    [
      'a quarter filed in February',
      { filingMonth: '2026-02', filesQuarterly: true },
      '/filingMonth',
      '1月、4月、7月或10月',
    ],
    ['a month before any rules', { filingMonth: '2025-08' }, '/filingMonth', '自2025年9月起'],
    [
      'vouchers of more than all input VAT',
      { inputVat: { vouchersYuan: { customs: 6, rail: 5 }, allYuan: 10 } },
      '/inputVat/allYuan',
      '不能小于',
    ],
    [
      'a voucher that is none of the seven',
      { inputVat: { vouchersYuan: { farmProduce: 5 } } },
      '/inputVat/vouchersYuan/farmProduce',
      '增值税专用发票',
    ],
    [
      'P beside what P is made of',
      { inputVat: { share: 0.9, allYuan: 10 } },
      '/inputVat/share',
      '只能填一种',
    ],
  ])('%s', (_case, changes, pointer, message) => {
    const refusal = judge(aManufacturer(changes))
    expect(isRefusal(refusal) && refusal.fields).toEqual([
      { pointer, message: expect.stringContaining(message) },
    ])
  })

  it('three thirds are all sales and no more', () => {
    const third = 1 / 3
    expect(
      isRefusal(
        judge(aManufacturer({ salesShares: { manufacturing: third, research: third, software: third } })),
      ),
    ).toBe(false)
  })
})

describe('a field of the wrong form', () => {
  it.each<[string, unknown, string, string]>([
    ['a share over 1', { realEstateShare: 1.2 }, 'realEstateShare', '占比须在0到1之间，如60%填0.6'],
    [
      'a share of an industry over 1',
      { salesShares: { software: 60 } },
      'salesShares.software',
      '如60%填0.6',
    ],
    ['a share below 0', { inputVat: { share: -0.1 } }, 'inputVat.share', '占比须在0到1之间'],
    ['a negative balance', { balancesYuan: { '2025-12': -1 } }, 'balancesYuan.2025-12', '金额不能为负'],
    ['half a yuan', { balancesYuan: { '2025-12': 0.5 } }, 'balancesYuan.2025-12', '整元'],
    ['a month that is none', { filingMonth: '2026-13' }, 'filingMonth', '月份形如 2026-01'],
    ['no input VAT at all', { inputVat: { allYuan: 0 } }, 'inputVat.allYuan', '须大于0'],
    ['a grade that is none', { creditGrade: 'E' }, 'creditGrade', 'A、B、M、C、D'],
  ])('%s names the field and the rule', (_case, changes, path, message) => {
    const { error } = TaxRefundFacts.safeParse({ filingMonth: '2026-03', ...(changes as object) })
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      [path, expect.stringContaining(message)],
    ])
  })

  it('a fact that nobody asked for is refused', () => {
    const { error } = TaxRefundFacts.safeParse({ filingMonth: '2026-03', uscc: '91511099MA6000016Y' })
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['uscc'] }])
  })
})
