import { type Classification, type Condition, type Missing, namedOnce, showRule } from './answer.ts'
import { classConditions } from './class-conditions.ts'
import type { TaxRefundFacts } from './facts.ts'
import type { Rule, TaxRefundRules } from './rule-set.ts'
import { percent, SHARE_UNITS, shareUnits, sumUnits } from './share.ts'

/** The class, and what it asks for beyond the common conditions. */
export type Classified = { classification: Classification; conditions: Condition[] }
type WithoutBasis = { classification: Omit<Classification, 'basis'>; conditions: Condition[] }

const shareMissing = ({ industries }: TaxRefundRules, { salesShares }: TaxRefundFacts): Missing[] =>
  industries
    .filter(({ id }) => salesShares?.[id] === undefined)
    .map(({ id, name }) => ({ pointer: `/salesShares/${id}`, what: `${name}销售额占比` }))

const undecided = (
  rule: Rule,
  answer: 'unknown' | 'askTaxOffice',
  reason: string,
  missing: Missing[] = [],
) => ({
  class: 'undecidable' as const,
  answer,
  reason,
  ...showRule(rule),
  missing,
})

const decided = (taxClass: 'A' | 'B' | 'C', rule: Rule, reason: string) => ({
  class: taxClass,
  answer: 'yes' as const,
  reason,
  ...showRule(rule),
  missing: [],
})

const over = ({ salesShare }: TaxRefundRules, units: number) =>
  units * 10_000 > salesShare.overBp * SHARE_UNITS

/** What is known of the two shares; `undefined` where what was left out could still decide it. */
const sharesOf = (rules: TaxRefundRules, facts: TaxRefundFacts) => {
  const units = sumUnits(Object.values(facts.salesShares ?? {}))
  const missing = shareMissing(rules, facts)
  const four = `制造业等${rules.industries.length}个行业占比合计${percent(units / SHARE_UNITS)}`
  const { realEstateShare } = facts
  return {
    isA: over(rules, units) ? true : missing.length > 0 ? undefined : false,
    isRealEstate: realEstateShare === undefined ? undefined : over(rules, shareUnits(realEstateShare)),
    missing: [
      ...missing,
      ...(realEstateShare === undefined
        ? [{ pointer: '/realEstateShare', what: '房地产开发经营占比（含预收款）' }]
        : []),
    ],
    four,
    estate: `房地产开发经营占比${percent(realEstateShare ?? 0)}`,
  }
}

/** A developer is of class B where it meets B's own conditions, else of class C. */
const developer = (rules: TaxRefundRules, facts: TaxRefundFacts, estate: string): WithoutBasis => {
  const asB = classConditions(rules, 'B', facts)
  const failed = asB.filter(({ answer }) => answer === 'no')
  const missing = namedOnce(asB.flatMap((condition) => condition.missing))
  if (failed.length > 0) {
    const reason = `${estate}，但不符合房地产开发经营业的条件（${failed.map(({ found }) => found).join('；')}），按其他纳税人`
    return {
      classification: decided('C', rules.classC, reason),
      conditions: classConditions(rules, 'C', facts),
    }
  }
  if (missing.length > 0) {
    const reason = `${estate}，缺少判断其条件的留抵税额`
    return { classification: undecided(rules.classB, 'unknown', reason, missing), conditions: asB }
  }
  return { classification: decided('B', rules.classB, estate), conditions: asB }
}

const byShares = (rules: TaxRefundRules, facts: TaxRefundFacts): WithoutBasis => {
  const { salesShare } = rules
  const { monthsInOperation: months } = facts
  const { isA, isRealEstate, missing, four, estate } = sharesOf(rules, facts)
  const only = (classification: WithoutBasis['classification']): WithoutBasis => ({
    classification,
    conditions: [],
  })
  if (months === undefined) {
    const unsaid = [{ pointer: '/monthsInOperation', what: '经营期月数' }, ...(isA ? [] : missing)]
    return only(undecided(salesShare, 'unknown', '缺少判定类别的资料', unsaid))
  }
  if (months < salesShare.leastMonths) {
    const reason = `经营期${months}个月，不满${salesShare.leastMonths}个月，暂不能判定类别`
    return only(undecided(salesShare, 'askTaxOffice', reason))
  }
  if (isA && isRealEstate) {
    return only(undecided(salesShare, 'askTaxOffice', `${four}，${estate}，两项都超过门槛`))
  }
  if (isA) return only(decided('A', rules.classA, four))
  if (isA === undefined || isRealEstate === undefined) {
    return only(undecided(salesShare, 'unknown', '缺少销售额占比', missing))
  }
  if (isRealEstate) return developer(rules, facts, estate)
  return {
    classification: decided('C', rules.classC, `${four}，${estate}，均未超过${salesShare.overBp / 100}%`),
    conditions: classConditions(rules, 'C', facts),
  }
}

/** By shares of sales, not by the industry that is registered. */
export const classify = (rules: TaxRefundRules, facts: TaxRefundFacts): Classified => {
  const { classification, conditions } = byShares(rules, facts)
  return { classification: { ...classification, basis: showRule(rules.salesShare) }, conditions }
}
