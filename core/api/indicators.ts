import * as z from 'zod'
import { breakdownWords } from '../indicators/breakdowns.ts'
import { basisWords } from '../indicators/indicator.ts'
import { indicatorNames } from '../indicators/indicators.ts'
import { parts } from '../indicators/read.ts'
import { topics } from '../indicators/topics.ts'
import { Instant, IssueId, Uscc } from '../scalars.ts'
import { categoryWords, keysOf, stageWords } from '../words.ts'

export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份形如 2026-11')
const breakdowns = keysOf(breakdownWords)
const Basis = z.enum(keysOf(basisWords))
const Sentence = z.object({ zh: z.string(), en: z.string() })

export const IndicatorQuery = z.strictObject({
  month: Month,
  by: z.enum(breakdowns, `分列方式只能是 ${breakdowns.join('、')} 之一`).default('all'),
})

/** What a figure means: shown with it wherever it stands. */
export const IndicatorMeaning = Sentence.extend({
  name: z.enum(indicatorNames),
  topic: z.enum(topics),
  unit: z.enum(['share', 'count', 'workingTime', 'days', 'yuan', 'bp', 'spread']),
  bases: z.array(Basis),
  /** Numerator and denominator are whole yuan, not cases. */
  money: z.boolean().optional(),
  formula: Sentence,
})
export const FigureView = z.object({
  name: z.enum(indicatorNames),
  basis: Basis,
  part: z.number(),
  whole: z.number().optional(),
  excluded: z.int(),
  apart: z.record(z.string(), z.number()).optional(),
  /** A share of one, a count, working minutes, yuan or basis points. Null: there is nothing to divide by. */
  value: z.number().nullable(),
  /** As people may see it: a dash of nothing, the fraction where there are fewer than ten. */
  text: z.string(),
})
export const IndicatorAnswer = z.object({
  month: z.string(),
  by: z.enum(breakdowns),
  /** The counters follow the events by a moment; this is when they were read. */
  asOf: Instant,
  /** The last day whose due times are in the figures on the due basis; null where the month has none yet. */
  dueThrough: z.string().nullable(),
  indicators: z.array(IndicatorMeaning),
  rows: z.array(
    z.object({
      dimension: z.string(),
      /** The bare counters of issues logged in the month. */
      counts: z.record(z.string(), z.number()),
      excluded: z.object({ declined: z.int(), withdrawn: z.int(), merged: z.int(), history: z.int() }),
      figures: z.array(FigureView),
    }),
  ),
})
export type IndicatorAnswer = z.infer<typeof IndicatorAnswer>

export const FigureParams = z.strictObject({ name: z.enum(indicatorNames, '没有这个指标') })
export const FigureIssuesQuery = z.strictObject({
  month: Month,
  basis: Basis.default('cohort'),
  by: z.enum(breakdowns, `分列方式只能是 ${breakdowns.join('、')} 之一`).default('all'),
  /** Which row of the breakdown: a department's id, a category, a park's name. */
  of: z.string().min(1).max(64).optional(),
  part: z.enum(parts).default('denominator'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional(),
})
export const FigureIssue = z.object({
  id: IssueId,
  firm: z.object({ uscc: Uscc, name: z.string() }),
  category: z.enum(keysOf(categoryWords)),
  stage: z.enum(keysOf(stageWords)),
  department: z.string().optional(),
  summary: z.string(),
  loggedAt: Instant,
  /** In the numerator, too. */
  counted: z.boolean(),
  /** The days of the month on which something of this figure was due, on the due basis. */
  days: z.array(z.string()).optional(),
})
export const FigureIssues = z.object({ items: z.array(FigureIssue), cursor: z.string().optional() })

export const SampleQuery = z.strictObject({
  month: Month,
  n: z.coerce.number().int().min(1).max(200).default(10),
  /** Of an earlier draw, to make the same one again. */
  seed: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, '抽样种子只能含字母、数字、横线，最多40个字')
    .optional(),
})
export const Sample = z.object({
  month: z.string(),
  seed: z.string(),
  /** Out of how many issues of the month it was drawn. */
  population: z.int(),
  drawnAt: Instant,
  items: z.array(FigureIssue.omit({ counted: true, days: true })),
})
