import * as z from 'zod'
import { personalKindWords } from '../../retention/retention.ts'
import { keysOf } from '../../words.ts'

/** What becomes of an issue long after it is over. */
export const retentionEvents = {
  RecordArchived: z.object({
    type: z.literal('RecordArchived'),
    /** The record that was in force: its id and the day from which it holds. */
    rule: z.string(),
  }),
  PersonalDataErased: z.object({
    type: z.literal('PersonalDataErased'),
    kinds: z.array(z.enum(keysOf(personalKindWords))).min(1),
    rule: z.string(),
    /** The firm's request for deletion, where it went before its time. */
    request: z.string().optional(),
  }),
} as const
