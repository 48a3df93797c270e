import * as z from 'zod'
import { isIndustryCode } from '../industry.ts'
import { CalendarDate, text, UnitId } from '../scalars.ts'

/** Whom a policy is for. What it does not name it does not ask for; of several values any one will do. */
export const PolicyFor = z.strictObject({
  parks: z.array(text(40)).min(1).max(20).optional(),
  sizes: z
    .array(z.enum(['微型', '小型', '中型', '大型']))
    .min(1)
    .optional(),
  industries: z
    .array(z.string().refine(isIndustryCode, { error: '须为国民经济行业代码，如 C39' }))
    .min(1)
    .max(60)
    .optional(),
  tags: z.array(text(20)).min(1).max(20).optional(),
})
export type PolicyFor = z.infer<typeof PolicyFor>

/** A policy as it was published: dated, with its source; a change is a new record. */
export const Policy = z.strictObject({
  id: UnitId,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: text(300),
  title: text(120),
  issuer: text(60),
  /** The text itself, where it stands in public. */
  link: z
    .url({ protocol: /^https?$/, error: '须为网址，形如 https://…' })
    .max(500)
    .optional(),
  summary: text(500).optional(),
  for: PolicyFor,
  deadline: CalendarDate.optional(),
  howToApply: text(1000),
  /** Made up to show how it works; nobody may act on it. */
  sample: z.literal(true).optional(),
})
export type Policy = z.infer<typeof Policy>
