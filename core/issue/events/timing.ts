import * as z from 'zod'
import { Instant } from '../../scalars.ts'
import { clockWords, keysOf, pauseReasonWords } from '../../words.ts'
import { Dues } from '../parts.ts'
import { words } from './words.ts'

/** Clocks: what is overdue, extended, paused, supervised or computed again. */
export const timingEvents = {
  OverdueRecorded: z.object({
    type: z.literal('OverdueRecorded'),
    clock: z.enum(keysOf(clockWords)),
    due: Instant,
  }),
  /** The calendar has changed, and with it due times that had not come. */
  DuesRecomputed: z.object({
    type: z.literal('DuesRecomputed'),
    calendar: z.string(),
    routeDue: Instant.optional(),
    dues: Dues.optional(),
    nextReply: Instant.optional(),
    confirmDue: Instant.optional(),
    refundDue: Instant.optional(),
    stayDue: Instant.optional(),
    reopenUntil: Instant.optional(),
  }),
  DueSoonRecorded: z.object({
    type: z.literal('DueSoonRecorded'),
    clock: z.enum(keysOf(clockWords)),
    due: Instant,
  }),
  SupervisionProposed: z.object({
    type: z.literal('SupervisionProposed'),
    clock: z.enum(keysOf(clockWords)),
  }),
  SupervisionDecided: z.object({
    type: z.literal('SupervisionDecided'),
    opened: z.boolean(),
    due: Instant.optional(),
    ...words(),
  }),
  ExtensionAsked: z.object({ type: z.literal('ExtensionAsked'), until: Instant, ...words() }),
  ExtensionDecided: z.object({
    type: z.literal('ExtensionDecided'),
    granted: z.boolean(),
    close: Instant.optional(),
    provisional: z.boolean().optional(),
    ...words(),
  }),
  IssuePaused: z.object({
    type: z.literal('IssuePaused'),
    reason: z.enum(keysOf(pauseReasonWords)),
    resumeAt: Instant,
    ...words(),
  }),
  IssueResumed: z.object({
    type: z.literal('IssueResumed'),
    /** From when the clocks go on: the planned time, where it was recorded later than that. */
    resumedAt: Instant.optional(),
    supervisionDue: Instant.optional(),
    dues: Dues,
    nextReply: Instant.optional(),
    ...words(),
  }),
} as const
