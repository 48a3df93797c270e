import type { EventType, IssueEvent } from '../issue/events.ts'
import type { Issue } from '../issue/issue.ts'
import type { Referral } from '../referral/parts.ts'
import { isOver, referralId, referralsOf } from '../referral/referrals.ts'
import type { WebhookMessage } from './message.ts'

/**
 * Facts about one bank's referral that its own system is told, by the name it is told under. What the bank's people
 * enter in the portal is told as well, so that the bank's system knows it without asking.
 */
export const toldFacts = {
  BankInvited: 'invited',
  BankContacted: 'contacted',
  ReferralAccepted: 'accepted',
  PapersAsked: 'papersAsked',
  FirmSurveyed: 'surveyed',
  ReferralApproved: 'approved',
  ReferralDeclined: 'declined',
  ReferralLapsed: 'lapsed',
  ReferralWithdrawn: 'withdrawn',
  OfferChosen: 'chosen',
  ReferralReleased: 'released',
  MoneyDrawn: 'drawn',
  ConsentGiven: 'consentGiven',
  ConsentWithdrawn: 'consentWithdrawn',
} as const satisfies Partial<Record<EventType, string>>
type ToldFact = keyof typeof toldFacts

/** Whether some bank may be told of facts of this type. */
export const isToldFact = (type: string): type is ToldFact => Object.hasOwn(toldFacts, type)

/** A consent is about all that lies with its bank; every other fact about one referral. */
const concerned = (event: Extract<IssueEvent, { type: ToldFact }>, referral: Referral): boolean => {
  if (referral.bank !== event.bank) return false
  return 'referral' in event ? referral.id === event.referral : !isOver(referral)
}

/**
 * What banks' own systems are told of a fact of an issue: the referral's id, its state in a word, and the fact's
 * number, by which a receiver can put messages in order that came out of it. A bank that was thought of and not yet
 * invited is told nothing. `issue` is what the fact made of it. What may be read of a referral stands behind the API.
 */
export const webhooksOf = (event: IssueEvent, issue: Pick<Issue, 'id' | 'financing'>): WebhookMessage[] => {
  const { type } = event
  if (!isToldFact(type)) return []
  const told = event as Extract<IssueEvent, { type: ToldFact }>
  return referralsOf(issue.financing)
    .filter((one) => one.invitedAt !== undefined && concerned(told, one))
    .map(({ id, bank }) => {
      const state = toldFacts[type]
      return {
        bank,
        type: `referral.${state}`,
        data: { referral: referralId(issue.id, id), state, event: event.seq },
      }
    })
}
