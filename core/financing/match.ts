import * as z from 'zod'
import { validOn } from '../reference/records.ts'
import { CalendarDate, UnitId } from '../scalars.ts'
import type { SizeStandard } from '../size-standard.ts'
import { keysOf } from '../words.ts'
import { type Borrower, type LoanNeed, sizesOf } from './borrower.ts'
import { judgeRule } from './judge-rule.ts'
import { EligibilityRule, type LoanProduct } from './loan-product.ts'
import { type Lpr, LprAnswer, lprOn } from './lpr.ts'
import { ruleText } from './rule-words.ts'
import { datumWords, ruleAnswerWords } from './words.ts'

const Datum = z.enum(keysOf(datumWords))
const ruleNames = EligibilityRule.options.map((option) => option.shape.rule.value)

/** One rule with its words and source, and what it answers. */
export const RuleAnswer = z.object({
  rule: z.enum(ruleNames),
  answer: z.enum(keysOf(ruleAnswerWords)),
  text: z.string(),
  source: z.string(),
  found: z.string().optional(),
  missing: z.array(z.object({ datum: Datum, of: z.enum(['firm', 'need']), zh: z.string(), en: z.string() })),
})
export type RuleAnswer = z.infer<typeof RuleAnswer>

/** A product as it is shown; `highestBp` is the cap by the LPR of the day, absent where no LPR is known. */
export const ProductShown = z.object({
  id: UnitId,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  name: z.string(),
  source: z.string(),
  banks: z.array(z.object({ id: UnitId, name: z.string() })),
  lossSharing: z.string().optional(),
  rateCap: z
    .object({
      overLprBp: z.int(),
      lpr: z.enum(['oneYear', 'fiveYear']),
      highestBp: z.int().optional(),
      /** The LPR behind it is the latest recorded, and there must have been publications since. */
      toCheck: z.boolean(),
    })
    .optional(),
})
export type ProductShown = z.infer<typeof ProductShown>

/** How many rules are not met, and of how many it cannot be said: the fit, and the only order there is. */
export const ProductMatch = z.object({
  product: ProductShown,
  notMet: z.int().min(0),
  unknown: z.int().min(0),
  rules: z.array(RuleAnswer),
})
export type ProductMatch = z.infer<typeof ProductMatch>

/** Rules compared and nothing else: to score a borrower for lenders is a licensed business in China. */
export const disclaimer = {
  zh: '仅按已公开的产品条件逐条比对，不是信用评价，也不代表银行同意；是否授信、额度和利率由银行独立决定。',
  en: 'Published conditions compared one by one: no credit rating and no promise. Whether, how much and at what rate to lend is for the bank alone to decide.',
} as const

export const Matches = z.object({
  on: CalendarDate,
  items: z.array(ProductMatch),
  lpr: LprAnswer,
  disclaimer: z.object({ zh: z.string(), en: z.string() }),
})
export type Matches = z.infer<typeof Matches>

export type ProductRecords = {
  products: readonly LoanProduct[]
  lpr: readonly Lpr[]
  banks: readonly { id: string; name: string }[]
  sizeStandard?: SizeStandard | undefined
}

const shown = (product: LoanProduct, { banks }: ProductRecords, lpr: LprAnswer): ProductShown => {
  const { id, validFrom, validTo, name, source, lossSharing, rateCap } = product
  const base = lpr.known === 'no' ? undefined : rateCap && lpr[`${rateCap.lpr}Bp`]
  return {
    id,
    validFrom,
    ...(validTo !== undefined && { validTo }),
    name,
    source,
    // A bank that has left the office's list grants nothing here any more.
    banks: product.banks.flatMap((wanted) =>
      banks.filter((bank) => bank.id === wanted).map((bank) => ({ id: bank.id, name: bank.name })),
    ),
    ...(lossSharing !== undefined && { lossSharing }),
    ...(rateCap && {
      rateCap: {
        ...rateCap,
        ...(base !== undefined && { highestBp: base + rateCap.overLprBp }),
        toCheck: lpr.known !== 'yes',
      },
    }),
  }
}

/** The products in force on a date, by name. */
export const productsOn = (records: ProductRecords, on: string): ProductShown[] => {
  const lpr = lprOn(records.lpr, on)
  return validOn(records.products, on)
    .map((product) => shown(product, records, lpr))
    .filter(({ banks }) => banks.length > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Every product in force on a date, each of its rules answered for a firm and its need: meets, does not meet, or
 * cannot be said for lack of a datum. Those with the fewest rules not met come first, then with the fewest unknown,
 * then by the cap of the rate; it is no score and says nothing of the firm's credit.
 */
export const matchProducts = (
  records: ProductRecords,
  firm: Borrower,
  need: LoanNeed,
  on: string,
): Matches => {
  const about = { firm, need, on, sizes: sizesOf(records.sizeStandard, firm) }
  const kept = new Map(validOn(records.products, on).map((product) => [product.id, product]))
  const items = productsOn(records, on).map((product): ProductMatch => {
    const { rules: asked = [], source = '' } = kept.get(product.id) ?? {}
    const rules = asked.map((rule): RuleAnswer => {
      const { answer, found, missing } = judgeRule(rule, about)
      return {
        rule: rule.rule,
        answer,
        text: ruleText(rule),
        source: rule.source ?? source,
        ...(found !== undefined && { found }),
        missing: missing.map((datum) => ({ datum, ...datumWords[datum] })),
      }
    })
    const count = (word: RuleAnswer['answer']) => rules.filter(({ answer }) => answer === word).length
    return { product, notMet: count('fails'), unknown: count('unknown'), rules }
  })
  const cap = ({ product }: ProductMatch) => product.rateCap?.overLprBp ?? Number.POSITIVE_INFINITY
  const order = (a: ProductMatch, b: ProductMatch) =>
    a.notMet - b.notMet || a.unknown - b.unknown || (cap(a) === cap(b) ? 0 : cap(a) - cap(b))
  return { on, items: items.toSorted(order), lpr: lprOn(records.lpr, on), disclaimer }
}
