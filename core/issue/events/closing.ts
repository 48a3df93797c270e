import * as z from 'zod'
import { FileId } from '../../referral/parts.ts'
import { CalendarDate, Instant, text, UnitId, Yuan } from '../../scalars.ts'
import {
  closureTypeWords,
  confirmationWords,
  confirmedViaWords,
  keysOf,
  satisfactionWords,
  verificationWords,
} from '../../words.ts'
import { Dues } from '../parts.ts'
import { words } from './words.ts'

/** What the department says was done, what the firm says, and what was seen. */
export const closingEvents = {
  ClosureProposed: z.object({
    type: z.literal('ClosureProposed'),
    closure: z.enum(keysOf(closureTypeWords)),
    reviewOn: CalendarDate.optional(),
    cited: z.array(UnitId).optional(),
    citedElse: text(200).optional(),
    confirmDue: Instant,
    ...words(),
  }),
  ClosureConfirmed: z.object({
    type: z.literal('ClosureConfirmed'),
    result: z.enum(keysOf(confirmationWords)),
    via: z.enum(keysOf(confirmedViaWords)),
    file: FileId.optional(),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    reopenUntil: Instant,
    ...words(),
  }),
  ClosureDisputed: z.object({
    type: z.literal('ClosureDisputed'),
    via: z.enum(keysOf(confirmedViaWords)),
    file: FileId.optional(),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    dues: Dues,
    ...words(),
  }),
  IssueReopened: z.object({ type: z.literal('IssueReopened'), dues: Dues, ...words() }),
  CallFailed: z.object({ type: z.literal('CallFailed'), on: CalendarDate }),
  DisputeReferred: z.object({
    type: z.literal('DisputeReferred'),
    via: z.enum(keysOf(confirmedViaWords)),
    file: FileId.optional(),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    due: Instant,
    ...words(),
  }),
  DisputeRuled: z.object({
    type: z.literal('DisputeRuled'),
    /** Present where it is to be done again. */
    redo: Dues.optional(),
    ...words(),
  }),
  ConfirmationLapsed: z.object({ type: z.literal('ConfirmationLapsed'), reopenUntil: Instant }),
  IssueArchived: z.object({ type: z.literal('IssueArchived') }),
  VerificationRecorded: z.object({
    type: z.literal('VerificationRecorded'),
    what: z.enum(keysOf(verificationWords)),
    on: CalendarDate,
    amountYuan: Yuan.optional(),
    headcount: z.int().min(0).optional(),
    ...words(),
  }),
} as const
