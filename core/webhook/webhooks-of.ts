import * as z from 'zod'
import type { WebhookMessage } from './message.ts'

/**
 * Facts about one bank's referral that its own system is told, by the name it is told under. What the bank's people
 * enter in the portal is told as well, so that the bank's system knows it without asking. That a bank is thought of
 * before it is invited, and which papers lie under a fact, is told to nobody.
 */
export const toldFacts: Readonly<Record<string, string>> = {
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
}

const OfReferral = z.looseObject({ type: z.string(), bank: z.string(), referral: z.string() })
const OfConsent = z.looseObject({ type: z.enum(['ConsentGiven', 'ConsentWithdrawn']), bank: z.string() })

type Happened = { readonly type: string; readonly seq: number }

/**
 * What banks' own systems are told of a fact of an issue: the referral's id, its state, and the fact's number, by
 * which a receiver can put messages in order that came out of it. A consent is told without its contents; what may
 * be read afterwards stands behind the API.
 */
export const webhooksOf = (event: Happened, issue: { readonly id: string }): readonly WebhookMessage[] => {
  const consent = OfConsent.safeParse(event)
  if (consent.success) {
    const state = consent.data.type === 'ConsentGiven' ? 'given' : 'withdrawn'
    return [
      {
        bank: consent.data.bank,
        type: `consent.${state}`,
        data: { issue: issue.id, state, event: event.seq },
      },
    ]
  }
  const { data } = OfReferral.safeParse(event)
  const state = data && Object.hasOwn(toldFacts, data.type) ? toldFacts[data.type] : undefined
  if (!data || !state) return []
  const referral = `${issue.id}-${data.referral}`
  return [{ bank: data.bank, type: `referral.${state}`, data: { referral, state, event: event.seq } }]
}

/** Facts of which some bank may be told. */
export const webhookFacts: ReadonlySet<string> = new Set([
  ...Object.keys(toldFacts),
  'ConsentGiven',
  'ConsentWithdrawn',
])
