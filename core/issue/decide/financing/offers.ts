import { lprOn } from '../../../financing/lpr.ts'
import { authorised } from '../../../referral/consent.ts'
import { nextStepOf, notBeforeOf } from '../../../referral/next-step.ts'
import type { Referral } from '../../../referral/parts.ts'
import { isAtBank, isOver, isTaken, referralsOf } from '../../../referral/referrals.ts'
import { isRefusal, type Refusal, refuse } from '../../../refusal.ts'
import type { CommandInput } from '../../commands.ts'
import type { Context } from '../../context.ts'
import type { IssueFact } from '../../events.ts'
import { type Decider, noteOf } from '../decider.ts'
import { dayOf, notTheirVoice, referralFor, settled, sourceFault } from './shared.ts'

const over = ({ state }: Referral) => refuse('referralOver', { about: { state } })

const released = (others: readonly Referral[], because: 'otherChosen' | 'moneyArrived'): IssueFact[] =>
  others.map(({ id: referral, bank }) => ({ type: 'ReferralReleased', referral, bank, because }))

/** A loan is offered to a firm that the bank knows, so the firm's authorisation must stand. */
export const approveReferral: Decider<'approveReferral'> = (issue, input, context) => {
  const one = referralFor(issue, input.referral, context)
  if (isRefusal(one)) return one
  const wrong = sourceFault(input.source, context)
  if (wrong) return wrong
  if (!isAtBank(one)) return over(one)
  if (!authorised(issue.financing, one.bank, dayOf(context))) return refuse('consentMissing')
  if (input.validUntil !== undefined && input.validUntil < dayOf(context)) {
    return refuse('dateInThePast', { fields: [{ pointer: '/validUntil', message: '有效期不能早于今天' }] })
  }
  const { text, ...terms } = input
  const offer: IssueFact = { type: 'ReferralApproved', bank: one.bank, ...terms, ...noteOf(text) }
  // An offer that comes after the firm's choice is on record, and its bank hears at once.
  const late = referralsOf(issue.financing).some(({ state }) => state === 'chosen')
  return late ? [offer, ...released([one], 'otherChosen')] : [offer]
}

/** Also after an offer or the firm's choice: terms may still not be agreed. */
export const declineReferral: Decider<'declineReferral'> = (issue, input, context) => {
  const one = referralFor(issue, input.referral, context)
  if (isRefusal(one)) return one
  const wrong = sourceFault(input.source, context)
  if (wrong) return wrong
  if (one.state === 'declined' && one.decline?.code === input.code) return []
  if (!isAtBank(one) && one.state !== 'approved' && one.state !== 'chosen') return over(one)
  const { text, ...answer } = input
  const next = nextStepOf[input.code]
  const notBefore = notBeforeOf(next, dayOf(context))
  const declined: IssueFact = {
    type: 'ReferralDeclined',
    bank: one.bank,
    ...answer,
    next,
    ...(notBefore && { notBefore }),
    ...noteOf(text),
  }
  return settled(issue, [declined], context)
}

/** Exactly one is chosen; the other offers are told so in the same moment. */
export const chooseOffer: Decider<'chooseOffer'> = (issue, { referral: id, via }, context) => {
  if (notTheirVoice(via, context)) return refuse('notAllowed')
  const one = referralFor(issue, id, context)
  if (isRefusal(one)) return one
  if (isTaken(one)) return []
  const all = referralsOf(issue.financing)
  if (all.some(({ state }) => state === 'chosen')) return refuse('alreadyChosen')
  if (one.state !== 'approved') return refuse('noOffer')
  const others = all.filter((other) => other.id !== id && other.state === 'approved')
  const chosen: IssueFact = { type: 'OfferChosen', referral: id, bank: one.bank, via }
  return [chosen, ...released(others, 'otherChosen')]
}

type Drawn = CommandInput<'recordDrawdown'>

const dateFault = ({ on, contractOn = on }: Drawn, context: Context): Refusal | undefined => {
  if (on > dayOf(context)) {
    return refuse('dateInTheFuture', { fields: [{ pointer: '/on', message: '放款日期不能晚于今天' }] })
  }
  if (contractOn <= on) return undefined
  return refuse('badInput', { fields: [{ pointer: '/contractOn', message: '合同日期不能晚于放款日期' }] })
}

/** The one-year LPR on the day of the contract, where the office has it: the fact keeps what it was compared with. */
const lprAt = (date: string, { reference }: Context) => {
  const lpr = lprOn(reference.lpr ?? [], date)
  return lpr.known === 'no' ? {} : { lprBp: lpr.oneYearBp, lprOn: lpr.publishedOn }
}

/** When the first money arrives, all other invitations of the issue end; further draws add up. */
export const recordDrawdown: Decider<'recordDrawdown'> = (issue, input, context) => {
  const one = referralFor(issue, input.referral, context)
  if (isRefusal(one)) return one
  const wrong = sourceFault(input.source, context) ?? dateFault(input, context)
  if (wrong) return wrong
  if (!isTaken(one) || !one.offer) return refuse('notChosenYet', { about: { state: one.state } })
  const { text, rateBp, termMonths, credit, contractOn, ...money } = input
  const { offer } = one
  const drawn: IssueFact = {
    type: 'MoneyDrawn',
    bank: one.bank,
    ...money,
    contractOn: contractOn ?? input.on,
    rateBp: rateBp ?? offer.rateBp,
    termMonths: termMonths ?? offer.termMonths,
    credit: credit ?? offer.credit,
    ...(offer.renewal !== undefined && { renewal: offer.renewal }),
    ...lprAt(contractOn ?? input.on, context),
    ...noteOf(text),
  }
  const others = referralsOf(issue.financing).filter((other) => other.id !== one.id && !isOver(other))
  return settled(issue, [drawn, ...released(others, 'moneyArrived')], context)
}
