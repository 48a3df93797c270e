import * as z from 'zod'
import { Financing } from '../referral/parts.ts'
import { personalKindWords } from '../retention/retention.ts'
import { CalendarDate, Instant, IssueId, text, UnitId } from '../scalars.ts'
import {
  categoryWords,
  clockWords,
  closureTypeWords,
  declineGroundWords,
  keysOf,
  urgencyWords,
} from '../words.ts'
import { Hiring } from './hiring.ts'
import {
  Assignment,
  Closure,
  Confirmation,
  Contact,
  FileMark,
  FirmLink,
  IssueFirm,
  Need,
  Past,
  Return,
  Source,
  Supervision,
  Verification,
  Work,
} from './parts.ts'
import { Refund } from './refund.ts'

/** What every issue carries at every stage. */
const common = {
  id: IssueId,
  firm: IssueFirm,
  contact: Contact.optional(),
  category: z.enum(keysOf(categoryWords)),
  content: text(2000),
  urgency: z.enum(keysOf(urgencyWords)),
  tags: z.array(text(20)).max(20).optional(),
  need: Need.optional(),
  /** The posts of an issue of hiring, and what became of them. */
  hiring: Hiring.optional(),
  /** What is known of a tax refund. */
  refund: Refund.optional(),
  source: Source,
  loggedAt: Instant,
  loggedBy: z.string(),
  /** The earlier issue of the same fact that this one repeats. */
  repeatOf: IssueId.optional(),
  /** Closed before it came into the system: history, counted apart from every rate. */
  history: z.literal(true).optional(),
  /** The department that an imported ledger named. */
  ledgerDepartment: z.string().optional(),
  returns: z.array(Return).optional(),
  /** How often the firm's dissatisfaction or a reopening has stepped the issue up. */
  steppedUp: z.int().min(1).optional(),
  /** How often of these the firm disputed: the second time the manager rules. */
  disputes: z.int().min(1).optional(),
  /** Deadlines that passed and were recorded, each once. */
  overdue: z.array(z.object({ clock: z.enum(keysOf(clockWords)), due: Instant })).optional(),
  /** Deadlines of which it was recorded that they come near, each once. */
  soon: z.array(z.object({ clock: z.enum(keysOf(clockWords)), due: Instant })).optional(),
  supervision: Supervision.optional(),
  /** The common issue (共性问题) that this one is a case of. */
  parent: IssueId.optional(),
  /** The cases of this common issue. */
  children: z.array(IssueId).optional(),
  /** The common issue was closed thus; whether that answers this case is for its own department to say. */
  closureSuggested: z
    .object({ from: IssueId, closure: z.enum(keysOf(closureTypeWords)), at: Instant })
    .optional(),
  /** Whether a common issue led to a changed rule or way of working (举一反三). */
  ruleChanged: z.boolean().optional(),
  absorbed: z.array(IssueId).optional(),
  files: z.array(FileMark).optional(),
  link: FirmLink.optional(),
  past: Past.optional(),
  /** Kept for reading only, from then on and by that rule. */
  recordArchived: z.object({ at: Instant, rule: z.string() }).optional(),
  /** What personal data was erased, when, by which rule or on whose request. */
  erased: z
    .array(
      z.object({
        at: Instant,
        kinds: z.array(z.enum(keysOf(personalKindWords))),
        rule: z.string(),
        request: z.string().optional(),
      }),
    )
    .optional(),
  /** The need, the rounds and the banks of a financing issue. */
  financing: Financing.optional(),
}

/** What stays with an issue from stage to stage. */
export const commonFields = Object.keys(common) as (keyof typeof common)[]

const Logged = z.object({
  ...common,
  stage: z.literal('logged'),
  routeDue: Instant,
  /** The rules could not tell; the dispatcher's eye is asked for, perhaps with a suggestion. */
  leftToDispatcher: z.object({ at: Instant, suggestion: z.string().optional() }).optional(),
})
const Assigned = z.object({
  ...common,
  stage: z.literal('assigned'),
  assignment: Assignment,
  contactedAt: Instant.optional(),
})
const Handling = z.object({ ...common, stage: z.literal('handling'), assignment: Assignment, work: Work })
const Confirming = z.object({
  ...common,
  stage: z.literal('confirming'),
  assignment: Assignment,
  work: Work,
  closure: Closure,
  confirmDue: Instant,
  /** Days on which the firm was called and not reached. */
  failedCalls: z.array(CalendarDate).optional(),
  /** The firm's second dispute, which the manager rules on. */
  ruling: z.object({ askedAt: Instant, due: Instant }).optional(),
})
const Closed = z.object({
  ...common,
  stage: z.literal('closed'),
  /** Absent only on history. */
  assignment: Assignment.optional(),
  work: Work.optional(),
  closure: Closure,
  confirmation: Confirmation,
  /** Until then the firm's word or the manager's reopens it. */
  reopenUntil: Instant,
  failedCalls: z.array(CalendarDate).optional(),
  verification: Verification.optional(),
  /** What is kept on the list has come up for review. */
  reviewDueAt: Instant.optional(),
  /** The reopening window and the verification are over; nothing is waited for any more. */
  archivedAt: Instant.optional(),
})
const Declined = z.object({
  ...common,
  stage: z.literal('declined'),
  endedAt: Instant,
  ground: z.enum(keysOf(declineGroundWords)),
})
/** The department that had it in hand when it ended, for the figures: nobody acts on it any more. */
const wasWith = UnitId.optional()
const Withdrawn = z.object({ ...common, stage: z.literal('withdrawn'), endedAt: Instant, wasWith })
const Merged = z.object({ ...common, stage: z.literal('merged'), endedAt: Instant, into: IssueId, wasWith })

/** One problem of one firm, as a fold of its events; a stage carries the facts that it guarantees. */
export const Issue = z.discriminatedUnion('stage', [
  Logged,
  Assigned,
  Handling,
  Confirming,
  Closed,
  Declined,
  Withdrawn,
  Merged,
])
export type Issue = z.infer<typeof Issue>
export type IssueAt<S extends Issue['stage']> = Extract<Issue, { stage: S }>
