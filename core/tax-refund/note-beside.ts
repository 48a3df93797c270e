import type { MonthEstimate } from './answer.ts'
import type { TaxRefundFacts } from './facts.ts'
import { classCBase, lastEnd, monthName } from './filing-month.ts'
import type { TaxRefundRules } from './rule-set.ts'
import { grouped } from './share.ts'

const baseName = (filingMonth: string) => `${classCBase(filingMonth).slice(0, 4)}年12月31日`

const basesDiffer = (main: MonthEstimate, other: MonthEstimate): string =>
  `${[main, other].map(({ filingMonth }) => `${monthName(filingMonth)}申请以${baseName(filingMonth)}为基期`).join('，')}，结果可能相差很大。`

const comparison = (one: MonthEstimate, other: MonthEstimate): string => {
  if (one.amountYuan === undefined || other.amountYuan === undefined) return ''
  const [less, more] = [one, other].sort((a, b) => (a.amountYuan ?? 0) - (b.amountYuan ?? 0))
  const difference = Math.abs(one.amountYuan - other.amountYuan)
  if (!less || !more || difference === 0) return '两个月估算的金额相同。'
  const [moreName, lessName] = [more, less].map(({ filingMonth }) => monthName(filingMonth))
  return `${moreName}申请比${lessName}申请多${grouped(difference)}元。`
}

/** Class C: what the last balance must come to, where only that is still open. */
const needed = (rules: TaxRefundRules, { filingMonth }: MonthEstimate, facts: TaxRefundFacts): string => {
  const last = lastEnd(filingMonth)
  const base = facts.balancesYuan?.[classCBase(filingMonth)]
  if (base === undefined || facts.balancesYuan?.[last] !== undefined) return ''
  const least = grouped(base + rules.classC.floorYuan)
  return `${monthName(last)}末留抵税额须达到${least}元才够门槛；尚未到期的，可以填预计数比较。`
}

/** Why the other month stands there, and which of the two gives more. */
export const noteBeside = (
  rules: TaxRefundRules,
  main: MonthEstimate,
  other: MonthEstimate,
  facts: TaxRefundFacts,
): string =>
  [
    ...(other.classification.class === 'C' ? [basesDiffer(main, other)] : []),
    comparison(main, other),
    ...(other.classification.class === 'C' ? [needed(rules, other, facts)] : []),
  ].join('')
