import * as z from 'zod'
import { referralCommands } from '../issue/commands/referral.ts'
import { Instant } from '../scalars.ts'
import { ReferralView } from './referrals.ts'

/** The code is shown this once: only its hash is kept. */
export const BankLinkAnswer = z.object({ code: z.string(), url: z.string(), expiresAt: Instant })

/** What the holder of a bank's link sees: the referral as a banker of that bank would, and nothing beside it. */
export const BankLinkView = ReferralView.extend({
  bankName: z.string(),
  productName: z.string().optional(),
  /** Until when the link opens. */
  linkUntil: Instant,
})
export type BankLinkView = z.infer<typeof BankLinkView>

const fromTheBank = { referral: true, source: true } as const
const { acceptReferral, askPapers, recordSurvey, approveReferral, declineReferral } = referralCommands

/** An answer of the bank; what it asks for is what the command of that name takes. */
export const BankLinkSaid = z.discriminatedUnion('answer', [
  acceptReferral.omit(fromTheBank).extend({ answer: z.literal('acceptReferral') }),
  askPapers.omit(fromTheBank).extend({ answer: z.literal('askPapers') }),
  recordSurvey.omit(fromTheBank).extend({ answer: z.literal('recordSurvey') }),
  approveReferral.omit(fromTheBank).extend({ answer: z.literal('approveReferral') }),
  declineReferral.omit(fromTheBank).extend({ answer: z.literal('declineReferral') }),
])
export type BankLinkSaid = z.infer<typeof BankLinkSaid>
