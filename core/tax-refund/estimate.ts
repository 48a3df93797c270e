import { validOn } from '../reference/records.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { amountOf } from './amount.ts'
import { type AnswerWord, type MonthEstimate, namedOnce, type TaxRefundEstimate } from './answer.ts'
import { classify } from './classify.ts'
import { commonConditions } from './common-conditions.ts'
import { factFaults } from './fact-faults.ts'
import type { TaxRefundFacts } from './facts.ts'
import { acrossTheYear, monthName } from './filing-month.ts'
import { noteBeside } from './note-beside.ts'
import type { TaxRefundRules } from './rule-set.ts'

/** The record that holds in a filing month: rules begin with a filing period, so its first day decides. */
export const rulesIn = (
  records: readonly TaxRefundRules[],
  filingMonth: string,
): TaxRefundRules | undefined =>
  validOn(records, `${filingMonth}-01`).reduce<TaxRefundRules | undefined>(
    (latest, one) => (latest && latest.validFrom >= one.validFrom ? latest : one),
    undefined,
  )

/** One no settles it; a missing datum comes before what only the tax office can say. */
const verdictOf = (answers: readonly AnswerWord[]): AnswerWord =>
  (['no', 'unknown', 'askTaxOffice'] as const).find((word) => answers.includes(word)) ?? 'yes'

const shownRules = ({ id, validFrom, source, title, industries, composition }: TaxRefundRules) => ({
  id,
  validFrom,
  source,
  title,
  industries,
  vouchers: composition.vouchers,
})

const monthEstimate = (rules: TaxRefundRules, facts: TaxRefundFacts): MonthEstimate => {
  const common = commonConditions(rules, facts)
  const { classification, conditions: ofClass } = classify(rules, facts)
  const classAnswer = verdictOf(ofClass.map(({ answer }) => answer))
  const meets = classAnswer === 'unknown' ? undefined : classAnswer !== 'no'
  const amount = amountOf(rules, facts, classification.class, meets)
  const conditions = [...common, ...ofClass]
  const answers = [...conditions, classification].map(({ answer }) => answer)
  const missing = namedOnce([
    ...[...conditions, classification].flatMap((one) => one.missing),
    ...amount.missing,
  ])
  const verdict = verdictOf(missing.length > 0 ? [...answers, 'unknown'] : answers)
  const yuan = verdict === 'no' ? 0 : amount.yuan
  return {
    filingMonth: facts.filingMonth,
    rules: shownRules(rules),
    conditions,
    classification,
    verdict,
    ...(yuan !== undefined && { amountYuan: yuan }),
    ...(amount.yuan !== undefined && { byFormulaYuan: amount.yuan }),
    steps: amount.steps,
    missing,
  }
}

const besideOf = (records: readonly TaxRefundRules[], facts: TaxRefundFacts, main: MonthEstimate) => {
  const filingMonth = acrossTheYear(facts.filingMonth, facts.filesQuarterly)
  if (main.classification.class !== 'C' || !filingMonth) return undefined
  const rules = rulesIn(records, filingMonth)
  if (!rules) return undefined
  const other = { ...facts, filingMonth }
  if (factFaults(rules, other).length > 0) return undefined
  const estimate = monthEstimate(rules, other)
  return { ...estimate, note: noteBeside(rules, main, estimate, facts) }
}

const notesOf = ({ composition, checkedThrough }: TaxRefundRules, filingMonth: string): string[] => [
  '估算结果仅供参考，测算不留存；是否准予退税、退多少，以主管税务机关审核为准。',
  composition.vouchersRule.source
    ? `${composition.vouchersRule.text}（${composition.vouchersRule.source}）`
    : `${composition.vouchersRule.text}（口径待核）`,
  ...(filingMonth > checkedThrough
    ? [`已核对到${monthName(checkedThrough)}未见新公告；之后的申报期请先向主管税务机关核实规则有无变化。`]
    : []),
]

/** What a firm may expect if it applies in a month. Pure, and keeps nothing. Refused: input that cannot be. */
export const estimateTaxRefund = (
  records: readonly TaxRefundRules[],
  facts: TaxRefundFacts,
): TaxRefundEstimate | Refusal => {
  const rules = rulesIn(records, facts.filingMonth)
  if (!rules) {
    const first = records.map(({ validFrom }) => validFrom.slice(0, 7)).sort()[0]
    const message = first
      ? `没有适用于该申报期的规则；已有规则自${monthName(first)}起`
      : '尚未录入留抵退税规则'
    return refuse('badInput', { fields: [{ pointer: '/filingMonth', message }] })
  }
  const fields = factFaults(rules, facts)
  if (fields.length > 0) return refuse('badInput', { fields })
  const main = monthEstimate(rules, facts)
  const beside = besideOf(records, facts, main)
  return { kind: '估算', ...main, ...(beside && { beside }), notes: notesOf(rules, facts.filingMonth) }
}
