import * as z from 'zod'
import { FirmFacts } from '../firm/firm.ts'
import { LogIssue } from '../issue/commands.ts'
import { CalendarDate, Instant, text, UnitId, Uscc, VisitId } from '../scalars.ts'
import { keysOf, visitKindWords } from '../words.ts'
import { CommandAnswer, Problem, page } from './issues.ts'

export const RegisterFirm = FirmFacts.extend({ confirmUscc: z.boolean().optional() })
export const FindFirms = z.strictObject({
  q: text(60),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const FirmList = page(z.object({ uscc: Uscc, name: z.string(), park: z.string().optional() }))

/** What was heard at a visit or forum: firm, date and one line are enough; "no issues this time" counts in full. */
export const RecordVisit = z.strictObject({
  kind: z.enum(keysOf(visitKindWords)),
  title: text(100).optional(),
  on: CalendarDate,
  team: UnitId.optional(),
  firms: z.array(Uscc).min(1).max(60),
  line: text(500).optional(),
  noIssues: z.boolean().optional(),
  issues: z
    .array(LogIssue.omit({ source: true }))
    .max(30)
    .default([]),
})
export type RecordVisit = z.infer<typeof RecordVisit>
export const Visit = z.object({
  id: VisitId,
  kind: z.enum(keysOf(visitKindWords)),
  title: z.string().optional(),
  on: CalendarDate,
  team: UnitId.optional(),
  firms: z.array(Uscc),
  line: z.string().optional(),
  noIssues: z.boolean().optional(),
  recordedAt: Instant,
  recordedBy: z.string(),
})
export type Visit = z.infer<typeof Visit>
export const VisitView = z.object({ visit: Visit, version: z.int() })
/** The visit, and for each of its issues the answer or the reason, in the order they were sent. */
export const VisitAnswer = z.object({
  id: VisitId,
  version: z.int(),
  issues: z.array(z.object({ answer: CommandAnswer.optional(), problem: Problem.optional() })),
})
