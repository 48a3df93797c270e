import * as z from 'zod'
import { Instant, IssueId, OneTimeCode, text } from '../scalars.ts'
import {
  closureTypeWords,
  confirmationWords,
  keysOf,
  roleWords,
  satisfactionWords,
  stageWords,
} from '../words.ts'
import { HandedBackRow, handedBack } from './handed-back.ts'
import { TrackFinancing } from './referrals.ts'

export const Health = z.object({ status: z.literal('ok'), version: z.string(), at: Instant })

/** Who is signed in, and the names that a page needs. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(keysOf(roleWords)),
  team: z.string().optional(),
  department: z.string().optional(),
  bank: z.string().optional(),
  /** The office can send text messages. */
  texts: z.literal(true).optional(),
})
export const SignedOut = z.object({ ended: z.literal(true) })
const Named = z.object({ id: z.string(), name: z.string() })
export const Directory = z.object({
  zone: z.object({ name: z.string(), parks: z.array(z.string()) }),
  departments: z.array(Named.extend({ dispatches: z.boolean().optional() })),
  teams: z.array(Named),
  banks: z.array(Named),
  users: z.array(Named.extend({ role: z.enum(keysOf(roleWords)) })),
})

export const ImportQuery = z.strictObject({
  dryRun: z.stringbool().default(false),
  acceptWarnings: z.stringbool().default(false),
})
export const ImportMessage = z.object({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  column: z.string().optional(),
  text: z.string(),
})
export const ImportRow = z.object({
  row: z.int().min(1),
  sheetRow: z.int().min(1),
  status: z.enum(['new', 'duplicate', 'warning', 'error']),
  messages: z.array(ImportMessage),
  /** The row of this ledger, or the issue already in the system, that states the same fact. */
  duplicateOf: z.union([z.int(), IssueId]).optional(),
  /** As it would be logged. */
  issue: z.record(z.string(), z.unknown()).optional(),
  /** As it was logged. */
  id: IssueId.optional(),
})
export const ImportAnswer = z.object({
  dryRun: z.boolean(),
  counts: z.object({ new: z.int(), duplicate: z.int(), warning: z.int(), error: z.int() }),
  imported: z.int(),
  columns: z.array(z.object({ heading: z.string(), meaning: z.string().optional() })),
  messages: z.array(ImportMessage),
  rows: z.array(ImportRow),
})
export type ImportAnswer = z.infer<typeof ImportAnswer>

/** A ledger that was taken out, filled in and handed back: which commands its rows ask for, and what became of them. */
export const ReturnAnswer = handedBack(
  HandedBackRow.extend({ id: IssueId, command: z.enum(['recordReply', 'proposeClosure']).optional() }),
)
export type ReturnAnswer = z.infer<typeof ReturnAnswer>

/** What the firm sees by its link: progress, answers, and what it may say; no names, no numbers, no inside notes. */
export const TrackView = z.object({
  id: IssueId,
  firm: z.string(),
  content: z.string(),
  stage: z.enum(keysOf(stageWords)),
  department: z.string().optional(),
  loggedAt: Instant,
  nextReply: Instant.optional(),
  closure: z.object({ type: z.enum(keysOf(closureTypeWords)), at: Instant }).optional(),
  confirmation: z.object({ result: z.enum(keysOf(confirmationWords)), at: Instant }).optional(),
  confirmDue: Instant.optional(),
  /** Until when the firm may say that it is not solved after all. */
  disputeUntil: Instant.optional(),
  /** The masked number to which a one-time code goes before the firm's word counts; absent where none is asked for. */
  codeTo: z.string().optional(),
  /** Of a financing issue: the banks, the consents and what was shown under them. */
  financing: TrackFinancing.optional(),
  steps: z.array(z.object({ at: Instant, type: z.string(), text: z.string().optional() })),
})
export type TrackView = z.infer<typeof TrackView>
/** What is said by link without further words. */
export const TrackWord = z.strictObject({ code: OneTimeCode.optional() })
/** Where a code went (the number is masked), and until when it is good. */
export const CodeSent = z.object({ phone: z.string(), expiresAt: Instant })
export const TrackConfirmation = z.strictObject({
  code: OneTimeCode.optional(),
  result: z.enum(['solved', 'partly', 'unsolved']),
  satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
  text: text(2000).optional(),
})
