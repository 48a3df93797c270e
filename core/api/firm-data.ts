import * as z from 'zod'
import { identifiedWords, keptWords } from '../retention/firm-data.ts'
import { personalKindWords } from '../retention/retention.ts'
import { CalendarDate, Instant, IssueId, Uscc } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { Cursor } from './issues.ts'

/** A firm asks for a copy of what is held (个人信息保护法 art. 45); more than a file holds is fetched by cursor. */
export const AskFirmData = z.strictObject({
  identified: z.enum(keysOf(identifiedWords)),
  cursor: Cursor.optional(),
})
/** A firm asks for deletion (个人信息保护法 art. 47). */
export const AskDeletion = z.strictObject({ identified: z.enum(keysOf(identifiedWords)) })

export const DeletionAnswer = z.object({
  uscc: Uscc,
  /** The number of the request, as the facts that follow from it name it. */
  request: z.string(),
  at: Instant,
  /** Contacts of the firm's own record, and what went of each issue. */
  contacts: z.boolean(),
  erased: z.array(z.object({ issue: IssueId, kinds: z.array(z.enum(keysOf(personalKindWords))) })),
  /** What stays, why, by which law and until when, where that is known. */
  kept: z.array(
    z.object({
      what: z.enum(keysOf(keptWords)),
      zh: z.string(),
      en: z.string(),
      law: z.string(),
      issues: z.array(z.object({ issue: IssueId, until: CalendarDate.optional() })).optional(),
    }),
  ),
  /** There are more issues than one request goes through; the rest follows within the hour. */
  goesOn: z.boolean(),
})
export type DeletionAnswer = z.infer<typeof DeletionAnswer>
