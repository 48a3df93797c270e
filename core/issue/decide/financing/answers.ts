import { packetOf } from '../../../referral/packet.ts'
import type { Referral } from '../../../referral/parts.ts'
import { isAtBank, isUnanswered } from '../../../referral/referrals.ts'
import { isRefusal, type Refusal, refuse } from '../../../refusal.ts'
import type { Context } from '../../context.ts'
import type { Issue } from '../../issue.ts'
import { type Decider, noteOf } from '../decider.ts'
import { dayOf, referralFor, sourceFault } from './shared.ts'

type Asked = { referral: string; source?: string | undefined }

/** The referral while it is the bank's move, or why the bank, or whoever writes for it, may not answer. */
const answering = (issue: Issue, asked: Asked, context: Context): Referral | Refusal => {
  const one = referralFor(issue, asked.referral, context)
  if (isRefusal(one)) return one
  const wrong = sourceFault(asked.source, context)
  if (wrong) return wrong
  return isAtBank(one) ? one : refuse('referralOver', { about: { state: one.state } })
}

/** What a bank reads is written down once for each packet that it reads, before it is shown. */
export const readReferral: Decider<'readReferral'> = (issue, { referral: id }, context) => {
  const one = referralFor(issue, id, context)
  if (isRefusal(one)) return one
  const of = { referral: id, bank: one.bank }
  const opened = one.openedAt ? [] : [{ type: 'ReferralOpened' as const, ...of }]
  const packet = packetOf(issue, one, dayOf(context))
  if (packet.fields.length === 0 || packet.key === one.read) return opened
  const { fields, consents, key } = packet
  return [...opened, { type: 'PacketDisclosed', ...of, fields, consents, packet: key }]
}

export const recordBankContact: Decider<'recordBankContact'> = (issue, input, context) => {
  const one = answering(issue, input, context)
  if (isRefusal(one)) return one
  if (one.contactedAt) return []
  const { referral, source, text } = input
  return [{ type: 'BankContacted', referral, bank: one.bank, ...(source && { source }), ...noteOf(text) }]
}

export const acceptReferral: Decider<'acceptReferral'> = (issue, input, context) => {
  const one = answering(issue, input, context)
  if (isRefusal(one)) return one
  if (!isUnanswered(one)) return []
  const { referral, source } = input
  return [{ type: 'ReferralAccepted', referral, bank: one.bank, ...(source && { source }) }]
}

export const askPapers: Decider<'askPapers'> = (issue, input, context) => {
  const one = answering(issue, input, context)
  if (isRefusal(one)) return one
  const { referral, source, text } = input
  return [{ type: 'PapersAsked', referral, bank: one.bank, ...(source && { source }), note: { text } }]
}

export const recordSurvey: Decider<'recordSurvey'> = (issue, input, context) => {
  const one = answering(issue, input, context)
  if (isRefusal(one)) return one
  const { referral, on, source, text } = input
  if (on > dayOf(context)) {
    return refuse('dateInTheFuture', { fields: [{ pointer: '/on', message: '尽调日期不能晚于今天' }] })
  }
  return [{ type: 'FirmSurveyed', referral, bank: one.bank, on, ...(source && { source }), ...noteOf(text) }]
}
