import * as z from 'zod'
import { commandNames, LogIssue } from '../issue/commands.ts'
import { eventTypes } from '../issue/events.ts'
import { IssueFirm } from '../issue/parts.ts'
import { Instant, IssueId, UnitId, Uscc } from '../scalars.ts'
import { askWords, categoryWords, keysOf, stageWords, urgencyWords } from '../words.ts'
import { signalWords } from './issue-view.ts'

export const Cursor = z.string().max(2000)
export const Limit = z.coerce.number().int().min(1).max(200).default(50)
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: Cursor.optional() })

/** A firm on an issue: one that is registered needs only its code. */
export const LogIssueRequest = LogIssue.extend({
  firm: IssueFirm.omit({ sizeByStandard: true }).partial({ name: true }),
  /** The person has checked a code whose check digit does not fit. */
  confirmUscc: z.boolean().optional(),
})
export type LogIssueRequest = z.infer<typeof LogIssueRequest>

export const CommandAnswer = z.object({
  id: IssueId,
  version: z.int(),
  stage: z.enum(keysOf(stageWords)),
  /** What happened; empty where there was nothing left to do. */
  events: z.array(z.enum(eventTypes as [string, ...string[]])),
  /** What was carried out and should yet be looked at: a limit that the law forbids, with the law. */
  warnings: z
    .array(
      z.object({ pointer: z.string(), code: z.literal('unlawfulLimit'), zh: z.string(), en: z.string() }),
    )
    .optional(),
})
export type CommandAnswer = z.infer<typeof CommandAnswer>

/** A row of a list: only what a list shows. */
export const IssueRow = z.object({
  id: IssueId,
  version: z.int(),
  stage: z.enum(keysOf(stageWords)),
  category: z.enum(keysOf(categoryWords)),
  urgency: z.enum(keysOf(urgencyWords)),
  firm: IssueFirm,
  summary: z.string(),
  department: UnitId.optional(),
  handler: z.string().optional(),
  loggedAt: Instant,
  deadline: Instant.optional(),
  signal: z.enum(keysOf(signalWords)).optional(),
  /** Since when its clocks stand still. */
  pausedAt: Instant.optional(),
  /** The decision that this desk owes on an issue in another's hands. */
  asks: z.enum(keysOf(askWords)).optional(),
})
export type IssueRow = z.infer<typeof IssueRow>
export const IssueList = page(IssueRow)

/** A queue or a firm must be named: the cost of a page does not depend on how much there is. */
export const ListIssues = z.strictObject({
  queue: z
    .string()
    .regex(/^(mine|unit|dispatcher|manager|(department|team|aftercare):[a-z0-9-]{1,64})$/, '没有这个队列')
    .optional(),
  firm: Uscc.optional(),
  stage: z.enum(keysOf(stageWords)).optional(),
  category: z.enum(keysOf(categoryWords)).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})

/** One line of an issue's history; `words` are what was said, masked or left out where the reader may not see. */
export const EventView = z.object({
  seq: z.int(),
  at: Instant,
  by: z.string(),
  byName: z.string().optional(),
  type: z.enum(eventTypes as [string, ...string[]]),
  fact: z.record(z.string(), z.unknown()),
  words: z.record(z.string(), z.unknown()).optional(),
})
export const EventList = z.object({ items: z.array(EventView) })

/** Many commands at once, each judged and answered by itself: twenty acceptances are one request. */
export const ManyCommands = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: IssueId,
        command: z.enum(commandNames as [string, ...string[]]),
        input: z.record(z.string(), z.unknown()).default({}),
        version: z.int().optional(),
      }),
    )
    .min(1)
    .max(50),
})
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  titleEn: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  about: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Problem = z.infer<typeof Problem>
export const ManyAnswers = z.object({
  items: z.array(z.object({ id: IssueId, answer: CommandAnswer.optional(), problem: Problem.optional() })),
})

/** Shown to whoever asks, to be copied or held out as a QR code; or sent to the contact's phone alone. */
export const HandOutLink = z.strictObject({ by: z.enum(['text', 'sms']).default('text') })
export const LinkAnswer = z.object({
  code: z.string().optional(),
  url: z.string().optional(),
  /** Where the text message went, masked. */
  sentTo: z.string().optional(),
  expiresAt: Instant,
})
