import type { Missing } from './answer.ts'
import type { TaxRefundFacts } from './facts.ts'
import type { TaxRefundRules } from './rule-set.ts'
import { grouped, percent, SHARE_UNITS, shareUnits } from './share.ts'

/** P as an exact fraction, with how it came about; or what is missing for it. */
export type Composition = { part: bigint; whole: bigint; how: string } | { missing: Missing[] }

export const compositionOf = ({ composition }: TaxRefundRules, { inputVat }: TaxRefundFacts): Composition => {
  const { share, vouchersYuan, allYuan } = inputVat ?? {}
  if (share !== undefined) {
    return {
      part: BigInt(shareUnits(share)),
      whole: BigInt(SHARE_UNITS),
      how: `按填写的比例${percent(share)}`,
    }
  }
  // Nothing at all was said: the share alone would do.
  if (vouchersYuan === undefined && allYuan === undefined) {
    return { missing: [{ pointer: '/inputVat/share', what: '进项构成比例，或各类凭证与全部已抵扣进项税额' }] }
  }
  const missing = composition.vouchers
    .filter(({ id }) => vouchersYuan?.[id] === undefined)
    .map(({ id, name }) => ({ pointer: `/inputVat/vouchersYuan/${id}`, what: `${name}已抵扣的进项税额` }))
  if (allYuan === undefined) missing.push({ pointer: '/inputVat/allYuan', what: '全部已抵扣进项税额' })
  if (missing.length > 0 || allYuan === undefined) return { missing }
  const part = Object.values(vouchersYuan ?? {}).reduce((sum, yuan) => sum + yuan, 0)
  const kinds = composition.vouchers.length
  return {
    part: BigInt(part),
    whole: BigInt(allYuan),
    how: `${kinds}类凭证${grouped(part)} ÷ 全部${grouped(allYuan)}`,
  }
}

/** P for people; the calculation keeps the fraction. */
export const shareOf = ({ part, whole }: { part: bigint; whole: bigint }): number =>
  Number(part) / Number(whole)
