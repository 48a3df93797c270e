import * as z from 'zod'
import { SizeByStandard } from '../firm/size-by-standard.ts'
import { FileId } from '../referral/parts.ts'
import { CalendarDate, firmSizes, Instant, text, UnitId, Uscc, VisitId, Yuan } from '../scalars.ts'
import {
  closureTypeWords,
  complexityWords,
  confirmationWords,
  confirmedViaWords,
  keysOf,
  pauseReasonWords,
  returnReasonWords,
  satisfactionWords,
  verificationWords,
  visitKindWords,
} from '../words.ts'

/** The firm as an issue names it. */
export const IssueFirm = z.strictObject({
  uscc: Uscc,
  name: text(100),
  park: text(40).optional(),
  /** As the firm was when it asked: what it grows into later does not move old figures. */
  size: z.enum(firmSizes).optional(),
  sizeByStandard: SizeByStandard.optional(),
})

/** Whom to call about it. Personal: kept in erasable items, masked for those who do not handle the issue. */
export const Contact = z.strictObject({ name: text(40).optional(), phone: text(30).optional() })

/** What is asked for in numbers, as far as the firm said it. */
export const Need = z.strictObject({
  amountYuan: Yuan.optional(),
  termMonths: z.int().min(1).max(600).optional(),
  creditYuan: Yuan.optional(),
  post: text(60).optional(),
  headcount: z.int().min(1).max(100_000).optional(),
})
export type Need = z.infer<typeof Need>

/** Where the issue was heard. */
export const Source = z.strictObject({
  kind: z.enum(keysOf(visitKindWords)),
  visit: VisitId.optional(),
  title: text(100).optional(),
  on: CalendarDate.optional(),
  team: UnitId.optional(),
  /** Where it came from outside this system: the number it has there, and the day by which an answer is wanted. */
  outside: z
    .strictObject({ name: text(60), number: text(60).optional(), dueOn: CalendarDate.optional() })
    .optional(),
})

/** The due times of one assignment; `provisional` says that they cross a year whose holidays are not published. */
export const Dues = z.object({
  accept: Instant,
  contact: Instant,
  reply: Instant,
  close: Instant,
  /** For the assisting departments, where there are any. */
  assist: Instant.optional(),
  /** What it was before it was extended: the strict figures go by it. */
  closeOriginal: Instant.optional(),
  provisional: z.boolean().optional(),
})
export type Dues = z.infer<typeof Dues>

/** Why the issue went where it went: a dated rule, the ledger's own column, or the dispatcher. */
export const RouteBasis = z.object({
  by: z.enum(['rule', 'ledger', 'dispatcher', 'transfer']),
  rule: z.string().max(80).optional(),
})

export const Assignment = z.object({
  department: UnitId,
  assisting: z.array(UnitId).optional(),
  /** Those of the assisting departments that have done their part. */
  assisted: z.array(UnitId).optional(),
  basis: RouteBasis,
  complexity: z.enum(keysOf(complexityWords)),
  at: Instant,
  dues: Dues,
  /** The dispatcher has ruled that this department handles it. */
  final: z.boolean().optional(),
  /** From when the due times count, where the firm's dispute or a reopening set them anew. */
  since: Instant.optional(),
  extensionAsked: z.object({ at: Instant, by: z.string(), until: Instant }).optional(),
  /** How many extensions were granted. */
  extensions: z.int().min(1).optional(),
})
export type Assignment = z.infer<typeof Assignment>

export const Work = z.object({
  acceptedAt: Instant,
  handler: z.string(),
  contactedAt: Instant.optional(),
  repliedAt: Instant.optional(),
  /** Rolling replies: what takes long carries the day of its next reply. */
  nextReply: Instant.optional(),
  pause: z.object({ at: Instant, reason: z.enum(keysOf(pauseReasonWords)), resumeAt: Instant }).optional(),
  /** Pauses that are over. */
  pauses: z.array(z.object({ from: Instant, to: Instant })).optional(),
})

export const Closure = z.object({
  type: z.enum(keysOf(closureTypeWords)),
  at: Instant,
  by: z.string(),
  reviewOn: CalendarDate.optional(),
  /** Policy records that the answer rests on, and a document that is none of them. */
  cited: z.array(UnitId).optional(),
  citedElse: z.string().optional(),
})

export const Confirmation = z.object({
  result: z.enum(keysOf(confirmationWords)),
  at: Instant,
  via: z.enum(keysOf(confirmedViaWords)).optional(),
  /** The signed form, among the issue's files. */
  file: FileId.optional(),
  satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
})

export const Verification = z.object({
  what: z.enum(keysOf(verificationWords)),
  on: CalendarDate,
  at: Instant,
  by: z.string(),
  amountYuan: Yuan.optional(),
  headcount: z.int().min(0).optional(),
})

/** Overdue proposes supervision; a manager opens it with a time of its own, or lets it be. */
export const Supervision = z.object({
  proposedAt: Instant.optional(),
  decidedAt: Instant.optional(),
  due: Instant.optional(),
})

export const Return = z.object({
  department: UnitId,
  reason: z.enum(keysOf(returnReasonWords)),
  at: Instant,
  by: z.string(),
  /** What came of it: another department has it now, or the same one again. */
  ruling: z.enum(['upheld', 'sentBack']).optional(),
})

/** One clock of one round of work, for the figures: when it was due, and when it was met, if it was. */
export const Run = z.object({
  clock: z.enum(['accept', 'contact', 'reply', 'close']),
  department: UnitId,
  due: Instant,
  /** What was due before extensions, where there were any. */
  original: Instant.optional(),
  met: Instant.optional(),
})
export type Run = z.infer<typeof Run>

/** What figures go by and an assignment forgets when it is given away or begun anew. */
export const Past = z.object({
  runs: z.array(Run).optional(),
  pauses: z.array(z.object({ from: Instant, to: Instant })).optional(),
  extended: z.literal(true).optional(),
})
export type Past = z.infer<typeof Past>

/** The firm's link: a random code of which only the hash is kept. */
export const FirmLink = z.object({ hash: z.string().length(43), expiresAt: Instant })

export const FileMark = z.object({
  id: z.string().max(40),
  name: z.string().max(120),
  type: z.string().max(80),
  size: z.int().min(1),
  firmSees: z.boolean(),
  /** Its bytes are gone, its name with them. */
  erased: z.literal(true).optional(),
})
