import { type AnswerWord, type Condition, type Missing, showRule } from './answer.ts'
import type { TaxRefundFacts } from './facts.ts'
import { classCBase, lastEnd, monthName, periodEnds } from './filing-month.ts'
import type { TaxRefundRules } from './rule-set.ts'
import { grouped } from './share.ts'

const missingEnd = (month: string): Missing => ({
  pointer: `/balancesYuan/${month}`,
  what: `${monthName(month)}末留抵税额（当时尚未成立的填0）`,
})

const balanceOf = (facts: TaxRefundFacts, month: string): number | undefined => facts.balancesYuan?.[month]

const missingOf = (facts: TaxRefundFacts, months: readonly string[]): Missing[] =>
  [...new Set(months)].filter((month) => balanceOf(facts, month) === undefined).map(missingEnd)

/** The balance that the class grows from, and the last one; undefined where it was left out. */
export type Increase = {
  base: { month: string; yuan: number | undefined }
  last: { month: string; yuan: number | undefined }
  missing: Missing[]
}

export const increaseOf = (rules: TaxRefundRules, taxClass: 'B' | 'C', facts: TaxRefundFacts): Increase => {
  const base = taxClass === 'B' ? rules.classB.baseMonth : classCBase(facts.filingMonth)
  const last = lastEnd(facts.filingMonth)
  return {
    base: { month: base, yuan: balanceOf(facts, base) },
    last: { month: last, yuan: balanceOf(facts, last) },
    missing: missingOf(facts, [base, last]),
  }
}

/** B wants each end above its base, C wants each end above zero: balances, not increases. */
const periodEndsCondition = (rules: TaxRefundRules, taxClass: 'B' | 'C', facts: TaxRefundFacts) => {
  const ends = periodEnds(rules, facts.filingMonth, facts.filesQuarterly)
  const base = taxClass === 'B' ? increaseOf(rules, 'B', facts).base : undefined
  const over = base ? base.yuan : 0
  const at = (month: string) => balanceOf(facts, month)
  const low = ends.filter((month) => {
    const yuan = at(month)
    return yuan !== undefined && yuan <= (over ?? 0)
  })
  const wanted = base ? `高于${monthName(base.month)}末` : '大于零'
  if (low.length > 0) {
    return {
      answer: 'no' as const,
      found: `${low.map(monthName).join('、')}末留抵税额没有${wanted}`,
      missing: [],
    }
  }
  const missing = missingOf(facts, base ? [base.month, ...ends] : ends)
  if (missing.length > 0) return unknown(missing)
  return { answer: 'yes' as const, found: `${ends.map(monthName).join('、')}末留抵税额均${wanted}`, missing }
}

const floorCondition = (floorYuan: number, { base, last, missing }: Increase) => {
  // No base is below zero: a balance under the floor settles it.
  if (last.yuan !== undefined && last.yuan < floorYuan) {
    return {
      answer: 'no' as const,
      found: `${monthName(last.month)}末留抵税额只有${grouped(last.yuan)}元，新增加额不会达到${grouped(floorYuan)}元`,
      missing: [],
    }
  }
  if (last.yuan === undefined || base.yuan === undefined) return unknown(missing)
  const increase = last.yuan - base.yuan
  return {
    answer: (increase >= floorYuan ? 'yes' : 'no') as AnswerWord,
    found: `与${monthName(base.month)}末相比新增加${grouped(increase)}元，门槛${grouped(floorYuan)}元`,
    missing: [],
  }
}

const unknown = (missing: Missing[]) => ({
  answer: 'unknown' as const,
  found: `未填写：${missing.map(({ what }) => what).join('、')}`,
  missing,
})

/** What class B or C asks for beyond the common conditions. Class A asks for nothing more. */
export const classConditions = (
  rules: TaxRefundRules,
  taxClass: 'B' | 'C',
  facts: TaxRefundFacts,
): Condition[] => {
  const rule = taxClass === 'B' ? rules.classB : rules.classC
  return [
    { id: 'periodEnds', ...showRule(rule), ...periodEndsCondition(rules, taxClass, facts) },
    { id: 'floor', ...showRule(rule), ...floorCondition(rule.floorYuan, increaseOf(rules, taxClass, facts)) },
  ]
}
