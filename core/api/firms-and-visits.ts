import * as z from 'zod'
import { FirmFacts } from '../firm/firm.ts'
import { CalendarDate, Instant, text, UnitId, Uscc, VisitId } from '../scalars.ts'
import { keysOf, visitKindWords } from '../words.ts'
import { CommandAnswer, Cursor, Limit, LogIssueRequest, Problem, page } from './issues.ts'

export const RegisterFirm = FirmFacts.extend({ confirmUscc: z.boolean().optional() })
export const FindFirms = z.strictObject({
  q: text(60),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const FirmList = page(z.object({ uscc: Uscc, name: z.string(), park: z.string().optional() }))

/** What an event counts besides its issues; all of it optional, as photo and signature are not asked for at all. */
const counted = {
  /** Person-times of policy training. */
  trained: z.int().min(1, '培训人次至少为1，没有培训请留空').max(10_000).optional(),
  leaflets: z.int().min(1, '宣传资料至少1份，没有发放请留空').max(100_000).optional(),
  place: text(100).optional(),
}

/** What was heard at a visit or forum: firm, date and one line are enough; "no issues this time" counts in full. */
export const RecordVisit = z.strictObject({
  kind: z.enum(keysOf(visitKindWords)),
  title: text(100).optional(),
  on: CalendarDate,
  team: UnitId.optional(),
  firms: z.array(Uscc).min(1).max(60),
  line: text(500).optional(),
  noIssues: z.boolean().optional(),
  ...counted,
  issues: z
    .array(LogIssueRequest.omit({ source: true, confirmUscc: true }))
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
  ...counted,
  recordedAt: Instant,
  recordedBy: z.string(),
})
export type Visit = z.infer<typeof Visit>
export const VisitView = z.object({ visit: Visit, version: z.int() })
/** What whoever visits should know of a firm; it was recorded all the same. */
export const VisitWarning = z.object({
  firm: Uscc,
  code: z.enum(['visitedLately', 'askedForQuiet']),
  /** The day of the earlier visit, or the last day of quiet. */
  on: CalendarDate,
  team: UnitId.optional(),
  zh: z.string(),
  en: z.string(),
})
export type VisitWarning = z.infer<typeof VisitWarning>
/** Visits of a month, the latest first; what they count stands with them. */
export const ListVisits = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份形如 2026-11'),
  kind: z.enum(keysOf(visitKindWords)).optional(),
  /** Only those at which this was counted. */
  with: z.enum(['trained', 'leaflets', 'noIssues']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export const VisitRow = z.object({
  id: VisitId,
  kind: z.enum(keysOf(visitKindWords)),
  on: CalendarDate,
  firms: z.int(),
  issues: z.int(),
  title: z.string().optional(),
  team: UnitId.optional(),
  trained: z.int().optional(),
  leaflets: z.int().optional(),
  noIssues: z.boolean().optional(),
})
export const VisitList = page(VisitRow)
/** The visit, and for each of its issues the answer or the reason, in the order they were sent. */
export const VisitAnswer = z.object({
  id: VisitId,
  version: z.int(),
  warnings: z.array(VisitWarning),
  issues: z.array(z.object({ answer: CommandAnswer.optional(), problem: Problem.optional() })),
})
