import * as z from 'zod'
import { firmEventWords } from '../firm/events.ts'
import { Firm } from '../firm/firm.ts'
import { CalendarDate, Instant, IssueId, text, UnitId, Uscc, VisitId } from '../scalars.ts'
import {
  categoryWords,
  closureTypeWords,
  confirmationWords,
  keysOf,
  stageWords,
  visitKindWords,
} from '../words.ts'
import { Cursor, Limit, page } from './issues.ts'

/** What the thresholds say of the firm's size, or which datum is missing to say it. */
export const SizeSaid = z.object({
  standard: z.object({ id: z.string(), validFrom: CalendarDate, source: z.string() }),
  size: z.enum(['微型', '小型', '中型', '大型']).optional(),
  /** The industry of the standard that was applied. */
  row: z.string().optional(),
  /** Whether the figures of that row were seen in a publication. */
  checked: z.boolean().optional(),
  unknown: z.enum(['industry', 'staff', 'revenue', 'assets', 'standard']).optional(),
})
export type SizeSaid = z.infer<typeof SizeSaid>

const RecentVisit = z.object({
  id: VisitId,
  kind: z.enum(keysOf(visitKindWords)),
  on: CalendarDate,
  team: UnitId.optional(),
})

/** A firm with what follows from its record today. */
export const FirmView = z.object({
  firm: Firm,
  version: z.int(),
  size: SizeSaid,
  /** Tags that hold today: those of certificates that have run out are not among them. */
  tags: z.array(z.string()),
  /** Visits and forums of the last 30 days, the latest first. */
  visitedLately: z.array(RecentVisit),
})
export type FirmView = z.infer<typeof FirmView>
/** As it was written. */
export const FirmSaved = z.object({ firm: Firm, version: z.int() })

export const FirmCommandAnswer = z.object({ uscc: Uscc, version: z.int(), changed: z.boolean() })
export type FirmCommandAnswer = z.infer<typeof FirmCommandAnswer>

export const ListRoster = z.strictObject({
  park: text(40).optional(),
  /** An official, `any`, or `none` for firms that nobody stands by. */
  liaison: UnitId.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export const RosterRow = z.object({
  uscc: Uscc,
  name: z.string(),
  park: z.string().optional(),
  industry: z.string().optional(),
  liaison: z.string().optional(),
})
export const Roster = page(RosterRow)

export const TimelineQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
})
const TimelineVisit = z.object({
  what: z.literal('visit'),
  at: Instant,
  id: VisitId,
  kind: z.enum(keysOf(visitKindWords)),
  on: CalendarDate,
  team: UnitId.optional(),
  by: z.string(),
  byName: z.string().optional(),
  title: z.string().optional(),
  line: z.string().optional(),
  noIssues: z.boolean().optional(),
})
const TimelineIssue = z.object({
  what: z.literal('issue'),
  at: Instant,
  id: IssueId,
  category: z.enum(keysOf(categoryWords)),
  stage: z.enum(keysOf(stageWords)),
  asked: z.string(),
  team: UnitId.optional(),
  department: UnitId.optional(),
  /** What the firm was told, in order. */
  answers: z.array(z.object({ at: Instant, text: z.string() })),
  /** What the department says, what the firm says: two facts. */
  closure: z.enum(keysOf(closureTypeWords)).optional(),
  confirmation: z.enum(keysOf(confirmationWords)).optional(),
})
/** Who visited, what was asked, what was answered. */
export const Timeline = page(z.discriminatedUnion('what', [TimelineVisit, TimelineIssue]))
export type Timeline = z.infer<typeof Timeline>

/** The history of a firm's record, without words about people. */
export const FirmEvents = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      at: Instant,
      by: z.string(),
      byName: z.string().optional(),
      type: z.enum(keysOf(firmEventWords)),
      fact: z.record(z.string(), z.unknown()),
      text: z.string().optional(),
    }),
  ),
})
