import { isAtBank, isTaken, isUnanswered } from '../../../../core/referral/referrals.ts'
import { type Refusal, refuse } from '../../../../core/refusal.ts'
import type { ReferralView } from '../../api/bank-queries.ts'
import type { BankCommand } from './bank-fields.ts'

/** Whether an answer makes sense now, by the same tests that the decision applies; else why not. */
export const bankMay = (command: BankCommand, view: ReferralView): true | Refusal => {
  switch (command) {
    case 'acceptReferral':
      return isUnanswered(view) || refuse('referralOver')
    case 'recordBankContact':
      return (isAtBank(view) && !view.contactedAt) || refuse('referralOver')
    case 'approveReferral':
      if (!isAtBank(view)) return refuse('referralOver')
      return view.authorised || refuse('consentMissing')
    case 'declineReferral':
      return isAtBank(view) || ['approved', 'chosen'].includes(view.state) || refuse('referralOver')
    case 'recordDrawdown':
      return isTaken(view) || refuse('notChosenYet')
    default:
      return isAtBank(view) || refuse('referralOver')
  }
}
