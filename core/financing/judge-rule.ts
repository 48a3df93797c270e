import { collateralWords, purposeWords } from '../referral/words.ts'
import { dateAddMonths } from '../zone-time.ts'
import type { Borrower, LoanNeed, SizeKnown } from './borrower.ts'
import type { EligibilityRule } from './loan-product.ts'
import { monthsWords, yuanWords } from './rule-words.ts'
import type { Datum, RuleAnswerWord } from './words.ts'

/** `found` says what of the firm or its need the answer rests on; `missing` what has to be asked for to say it. */
export type Judged = { answer: RuleAnswerWord; found?: string; missing: readonly Datum[] }

/** All that a rule may look at, on one date of the zone's own calendar. */
export type Case = { firm: Borrower; need: LoanNeed; sizes: SizeKnown; on: string }

const missing = (...data: readonly Datum[]): Judged => ({ answer: 'unknown', missing: data })
const said = (meets: boolean, found: string): Judged => ({
  answer: meets ? 'meets' : 'fails',
  found,
  missing: [],
})

type Bounds = { from?: number | undefined; upTo?: number | undefined }
const within = (
  { from, upTo }: Bounds,
  value: number | undefined,
  datum: Datum,
  say: (n: number) => string,
) =>
  value === undefined
    ? missing(datum)
    : said(value >= (from ?? 0) && value <= (upTo ?? Number.POSITIVE_INFINITY), say(value))

type RuleOf<R extends EligibilityRule['rule']> = Extract<EligibilityRule, { rule: R }>

/** A code too short to tell whether a finer one fits leaves the answer open. */
const judgeIndustry = (rule: RuleOf<'industry'>, code: string | undefined): Judged => {
  if (code === undefined) return missing('industry')
  const within = (codes: readonly string[]) => codes.some((one) => code.startsWith(one))
  const mayBe = (codes: readonly string[]) => codes.some((one) => one.startsWith(code))
  const found = `行业 ${code}`
  if (rule.except && within(rule.except)) return said(false, found)
  if (rule.in && !within(rule.in) && !mayBe(rule.in)) return said(false, found)
  const open = (rule.except && mayBe(rule.except)) || (rule.in && !within(rule.in))
  return open ? { ...missing('industry'), found: `${found}，须细到下一级代码` } : said(true, found)
}

const judgeSize = (rule: RuleOf<'size'>, { sizes, how, missing: asks }: SizeKnown): Judged => {
  const fitting = sizes.filter((size) => rule.in.some((one) => one === size))
  const found = `${sizes.join('或')}${how ? `（${how}）` : ''}`
  if (fitting.length === sizes.length) return said(true, found)
  if (fitting.length === 0) return said(false, found)
  return missing(...asks)
}

const judgeTag = (rule: RuleOf<'tag'>, { firm: { tags }, on }: Case): Judged => {
  if (!tags) return missing('tags')
  const held = tags.filter(({ name }) => rule.anyOf.includes(name))
  const valid = held.find(({ validTo }) => validTo === undefined || validTo >= on)
  if (valid) return said(true, valid.validTo ? `${valid.name}（有效至${valid.validTo}）` : valid.name)
  if (held.length === 0) return said(false, '登记的资质中没有；已取得的请先补登')
  return said(false, held.map(({ name, validTo }) => `${name}（已于${validTo}到期）`).join('、'))
}

const judgeAge = (rule: RuleOf<'age'>, { firm: { registeredOn }, on }: Case): Judged => {
  if (registeredOn === undefined) return missing('registeredOn')
  const old = rule.from === undefined ? registeredOn <= on : dateAddMonths(registeredOn, rule.from) <= on
  const young = rule.upTo === undefined || on <= dateAddMonths(registeredOn, rule.upTo)
  return said(old && young, `${registeredOn}成立`)
}

const judgeCollateral = (rule: RuleOf<'collateral'>, offered: LoanNeed['collateral']): Judged => {
  if (!offered || offered.length === 0) return missing('collateral')
  const found = offered.map((one) => collateralWords[one].zh).join('、')
  return said(
    offered.some((one) => rule.anyOf.includes(one)),
    found,
  )
}

/** Whether one case meets one rule: pure, and silent where a datum that could change the answer is not known. */
export const judgeRule = (rule: EligibilityRule, about: Case): Judged => {
  const { firm, need } = about
  switch (rule.rule) {
    case 'park':
      return firm.park === undefined ? missing('park') : said(rule.in.includes(firm.park), firm.park)
    case 'size':
      return judgeSize(rule, about.sizes)
    case 'industry':
      return judgeIndustry(rule, firm.industry)
    case 'tag':
      return judgeTag(rule, about)
    case 'age':
      return judgeAge(rule, about)
    case 'taxGrade':
      return firm.taxCreditGrade === undefined
        ? missing('taxCreditGrade')
        : said(rule.in.includes(firm.taxCreditGrade), `${firm.taxCreditGrade}级`)
    case 'revenue':
      return within(rule, firm.revenueYuan, 'revenue', yuanWords)
    case 'amount':
      return within(rule, need.amountYuan, 'amount', yuanWords)
    case 'term':
      return within(rule, need.termMonths, 'term', monthsWords)
    case 'collateral':
      return judgeCollateral(rule, need.collateral)
    case 'purpose':
      return need.purpose === undefined
        ? missing('purpose')
        : said(rule.anyOf.includes(need.purpose), purposeWords[need.purpose].zh)
    case 'firstLoan':
      return need.firstLoan === undefined
        ? missing('firstLoan')
        : said(rule.is === need.firstLoan, need.firstLoan ? '首次贷款' : '已有贷款记录')
  }
}
