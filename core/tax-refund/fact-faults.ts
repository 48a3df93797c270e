import type { FieldFault } from '../refusal.ts'
import type { TaxRefundFacts } from './facts.ts'
import { isQuarterlyFiling } from './filing-month.ts'
import { Month, type TaxRefundRules } from './rule-set.ts'
import { SHARE_UNITS, sumUnits } from './share.ts'

const fault = (pointer: string, message: string): FieldFault => ({ pointer, message })
const faultIf = (wrong: boolean, pointer: string, message: string) => (wrong ? [fault(pointer, message)] : [])

const unknownKeys = (given: object | undefined, known: { id: string; name: string }[], at: string) =>
  Object.keys(given ?? {})
    .filter((key) => !known.some(({ id }) => id === key))
    .map((key) =>
      fault(
        `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        `只能填写：${known.map(({ id, name }) => `${id}（${name}）`).join('、')}`,
      ),
    )

const monthFaults = ({ filingMonth, filesQuarterly, balancesYuan }: TaxRefundFacts) => [
  ...faultIf(
    filesQuarterly && !isQuarterlyFiling(filingMonth),
    '/filingMonth',
    '按季申报的，申请月份须为1月、4月、7月或10月',
  ),
  ...Object.keys(balancesYuan ?? {})
    .filter((month) => !Month.safeParse(month).success)
    .map((month) =>
      fault(`/balancesYuan/${month.replaceAll('~', '~0').replaceAll('/', '~1')}`, '月份形如 2026-01'),
    ),
]

const shareFaults = ({ industries }: TaxRefundRules, { salesShares, realEstateShare }: TaxRefundFacts) => {
  const shares = Object.values(salesShares ?? {})
  // Each share may have been rounded up in its last place.
  const sum = sumUnits(shares)
  return [
    ...unknownKeys(salesShares, industries, '/salesShares'),
    ...faultIf(sum > SHARE_UNITS + shares.length, '/salesShares', '各行业销售额占比之和不能超过1'),
    // Below 1 both may add to more than 1: advance receipts count for real estate alone.
    ...faultIf(
      realEstateShare === 1 && sum > 0,
      '/realEstateShare',
      '房地产开发经营占比为1时，其他行业的销售额占比须为0',
    ),
  ]
}

const inputVatFaults = ({ composition }: TaxRefundRules, { inputVat }: TaxRefundFacts) => {
  const { vouchersYuan, allYuan, share } = inputVat ?? {}
  const ofVouchers = Object.values(vouchersYuan ?? {}).reduce((sum, yuan) => sum + yuan, 0)
  return [
    ...unknownKeys(vouchersYuan, composition.vouchers, '/inputVat/vouchersYuan'),
    ...faultIf(
      share !== undefined && (vouchersYuan !== undefined || allYuan !== undefined),
      '/inputVat/share',
      '进项构成比例与各类凭证税额只能填一种',
    ),
    ...faultIf(
      allYuan !== undefined && ofVouchers > allYuan,
      '/inputVat/allYuan',
      '全部已抵扣进项税额不能小于各类凭证税额之和',
    ),
  ]
}

/** What cannot be, beyond the form of each field: the field and the rule that it breaks. */
export const factFaults = (rules: TaxRefundRules, facts: TaxRefundFacts): FieldFault[] => [
  ...monthFaults(facts),
  ...shareFaults(rules, facts),
  ...inputVatFaults(rules, facts),
]
