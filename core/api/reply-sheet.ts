import * as z from 'zod'
import { sheetAnswerWords } from '../referral/reply-sheet/columns.ts'
import { IssueId, UnitId } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { ReferralId } from './referrals.ts'

/** Which of a bank's referrals stand on the sheet: all that wait for it, or those of one issue. */
export const ReplySheetQuery = z.strictObject({ bank: UnitId, issue: IssueId.optional() })
export const ReplySheetReturn = z.strictObject({ dryRun: z.stringbool().default(false) })

/** A sheet that a bank filled in: which answers its rows give, and what became of them. */
export const ReplySheetAnswer = z.object({
  dryRun: z.boolean(),
  counts: z.object({
    command: z.int(),
    done: z.int(),
    unchanged: z.int(),
    stale: z.int(),
    error: z.int(),
  }),
  rows: z.array(
    z.object({
      sheetRow: z.int(),
      id: ReferralId,
      bank: UnitId.optional(),
      firm: z.string().optional(),
      /** `command`: would be given. `stale`: the referral has changed since the sheet was taken out. */
      status: z.enum(['command', 'done', 'unchanged', 'stale', 'error']),
      command: z.enum(keysOf(sheetAnswerWords)).optional(),
      input: z.record(z.string(), z.unknown()).optional(),
      message: z.string().optional(),
    }),
  ),
})
export type ReplySheetAnswer = z.infer<typeof ReplySheetAnswer>
