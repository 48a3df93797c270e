import { bankLinkUntil } from '../../../referral/bank-link.ts'
import { isAtBank } from '../../../referral/referrals.ts'
import { packetForSheet } from '../../../referral/reply-sheet/write.ts'
import { isRefusal, refuse } from '../../../refusal.ts'
import { levelFor } from '../../clocks.ts'
import type { Decider } from '../decider.ts'
import { dayOf, referralFor } from './shared.ts'

/** A new link ends the one before it. */
export const issueBankLink: Decider<'issueBankLink'> = (issue, { referral, hash }, context) => {
  const one = referralFor(issue, referral, context)
  if (isRefusal(one)) return one
  if (one.state === 'shortlisted') return refuse('bankNotAsked')
  if (!isAtBank(one)) return refuse('referralOver', { about: { state: one.state } })
  const level = levelFor(context, issue.urgency)
  const expiresAt = bankLinkUntil(context.calendar, context.now, level, one)
  return [{ type: 'BankLinkIssued', referral, bank: one.bank, link: { hash, expiresAt } }]
}

export const revokeBankLink: Decider<'revokeBankLink'> = (issue, { referral }, context) => {
  const one = referralFor(issue, referral, context)
  if (isRefusal(one)) return one
  return one.link ? [{ type: 'BankLinkRevoked', referral, bank: one.bank }] : []
}

/** A sheet is taken out to be sent: what stands on it of the firm is written down each time. */
export const handOutReplySheet: Decider<'handOutReplySheet'> = (issue, { referral }, context) => {
  const one = referralFor(issue, referral, context)
  if (isRefusal(one)) return one
  if (one.state === 'shortlisted') return refuse('bankNotAsked')
  if (!isAtBank(one)) return refuse('referralOver', { about: { state: one.state } })
  const { fields, consents, key: packet } = packetForSheet(issue, one, dayOf(context))
  if (fields.length === 0) return []
  return [{ type: 'PacketDisclosed', referral, bank: one.bank, fields, consents, packet, sheet: true }]
}
