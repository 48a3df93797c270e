import * as z from 'zod'
import { isIndustryCode } from '../industry.ts'
import { collateralWords, purposeWords } from '../referral/words.ts'
import { CalendarDate, text, UnitId, Yuan } from '../scalars.ts'
import { keysOf } from '../words.ts'

export const sizeClasses = ['微型', '小型', '中型', '大型'] as const
export const taxGrades = ['A', 'B', 'M', 'C', 'D'] as const

const IndustryCode = z.string().refine(isIndustryCode, { error: '须为国民经济行业代码，如 C39' })
const months = z.int().min(1).max(600)
const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(60)

/** The wording as published, and where it stands if not in the product's own source; without it the figures speak. */
const said = { text: text(500).optional(), source: text(300).optional() }

/** Inclusive bounds, one of them at least. */
const range = <R extends string, V extends z.ZodType<number>>(rule: R, value: V) =>
  z
    .object({ rule: z.literal(rule), from: value.optional(), upTo: value.optional(), ...said })
    .refine(inOrder, { error: '至少填写上限或下限，且下限不大于上限' })
const inOrder = ({ from, upTo }: { from?: number | undefined; upTo?: number | undefined }) =>
  (from !== undefined || upTo !== undefined) && (from ?? 0) <= (upTo ?? Number.POSITIVE_INFINITY)

/** One condition on the firm or its need. */
export const EligibilityRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('park'), in: some(text(40)), ...said }),
  z.object({ rule: z.literal('size'), in: some(z.enum(sizeClasses)), ...said }),
  /** Codes of GB/T 4754: a shorter one stands for all below it; `except` is barred although `in` names it. */
  z.object({
    rule: z.literal('industry'),
    in: some(IndustryCode).optional(),
    except: some(IndustryCode).optional(),
    ...said,
  }),
  /** Any one of them, unexpired on the day. */
  z.object({ rule: z.literal('tag'), anyOf: some(text(20)), ...said }),
  /** Full months since registration. */
  range('age', months),
  z.object({ rule: z.literal('taxGrade'), in: some(z.enum(taxGrades)), ...said }),
  range('revenue', Yuan),
  range('amount', Yuan),
  range('term', months),
  z.object({ rule: z.literal('collateral'), anyOf: some(z.enum(keysOf(collateralWords))), ...said }),
  z.object({ rule: z.literal('purpose'), anyOf: some(z.enum(keysOf(purposeWords))), ...said }),
  z.object({ rule: z.literal('firstLoan'), is: z.boolean(), ...said }),
])
export type EligibilityRule = z.infer<typeof EligibilityRule>
export type RuleName = EligibilityRule['rule']

/**
 * What banks offer to firms of the zone under one published scheme. Terms change: a change is a new record with the
 * same id and a later `validFrom`.
 */
export const LoanProduct = z.object({
  id: UnitId,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: text(300),
  name: text(60),
  /** Who grants it. */
  banks: some(UnitId),
  rules: z.array(EligibilityRule).max(40),
  /** The rate is at most the LPR of the contract's date plus so many basis points. */
  rateCap: z
    .object({
      overLprBp: z.int().min(-300).max(2000),
      lpr: z.enum(['oneYear', 'fiveYear']).default('oneYear'),
    })
    .optional(),
  /** Who bears which part of a loss, in words. */
  lossSharing: text(300).optional(),
})
export type LoanProduct = z.infer<typeof LoanProduct>
