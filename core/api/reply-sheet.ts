import * as z from 'zod'
import { sheetAnswerWords } from '../referral/reply-sheet/columns.ts'
import { IssueId, UnitId } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { HandedBackRow, handedBack } from './handed-back.ts'
import { ReferralId } from './referrals.ts'

/** Which of a bank's referrals stand on the sheet: all that wait for it, or those of one issue. */
export const ReplySheetQuery = z.strictObject({ bank: UnitId, issue: IssueId.optional() })

/** A sheet that a bank filled in: which answers its rows give, and what became of them. */
export const ReplySheetAnswer = handedBack(
  HandedBackRow.extend({
    id: ReferralId,
    bank: UnitId.optional(),
    command: z.enum(keysOf(sheetAnswerWords)).optional(),
  }),
)
export type ReplySheetAnswer = z.infer<typeof ReplySheetAnswer>
