import type { Draw, Referral } from '../referral/parts.ts'
import type { Fact, IssueEvent } from './events.ts'

export type OfReferral = Extract<IssueEvent, { referral: string }>

const invited = (one: Referral, event: Fact<'BankInvited'> & { at: string }): Referral => {
  const { contactDue, answerDue, decisionDue, requestedYuan, firstLoan, at } = event
  const asked = {
    ...(requestedYuan !== undefined && { requestedYuan }),
    ...(firstLoan !== undefined && { firstLoan }),
  }
  return { ...one, state: 'invited', invitedAt: at, contactDue, answerDue, decisionDue, ...asked }
}

const approved = (one: Referral, event: Fact<'ReferralApproved'> & { at: string }): Referral => {
  const { amountYuan, rateBp, termMonths, credit, renewal, validUntil, at } = event
  const terms = { amountYuan, rateBp, termMonths, credit, at }
  const offer = { ...terms, ...(renewal !== undefined && { renewal }), ...(validUntil && { validUntil }) }
  return { ...one, state: 'approved', decidedAt: at, contactedAt: one.contactedAt ?? at, offer }
}

const declined = (one: Referral, event: Fact<'ReferralDeclined'> & { at: string }): Referral => {
  const { code, next, notBefore, at } = event
  const decline = { code, next, at, ...(notBefore && { notBefore }) }
  return { ...one, state: 'declined', decidedAt: one.decidedAt ?? at, endedAt: at, decline }
}

const drawn = (one: Referral, event: Fact<'MoneyDrawn'> & { at: string }): Referral => {
  const { amountYuan, on, contractOn, rateBp, termMonths, credit, renewal, lprBp, lprOn, at } = event
  const draw: Draw = { amountYuan, on, contractOn, rateBp, termMonths, credit, at }
  const known = { ...(renewal !== undefined && { renewal }), ...(lprBp !== undefined && { lprBp, lprOn }) }
  const draws = [...(one.draws ?? []), { ...draw, ...known }]
  return { ...one, state: 'drawn', draws, endedAt: one.endedAt ?? at }
}

/** The referral after a fact about it. What a bank does with a firm is a contact with it. */
export const answered = (one: Referral, event: OfReferral): Referral => {
  const { at } = event
  const contactedAt = one.contactedAt ?? at
  switch (event.type) {
    case 'BankInvited':
      return invited(one, event)
    case 'ReferralOpened':
      return { ...one, openedAt: at, ...(one.state === 'invited' && { state: 'opened' }) }
    case 'BankContacted':
      return { ...one, contactedAt }
    case 'ReferralAccepted':
      return { ...one, state: 'accepted', acceptedAt: at, contactedAt }
    case 'PapersAsked':
      return { ...one, state: 'moreAsked', papersAskedAt: at, acceptedAt: one.acceptedAt ?? at, contactedAt }
    case 'FirmSurveyed': {
      const acceptedAt = one.acceptedAt ?? at
      return { ...one, state: 'surveyed', surveyedOn: event.on, acceptedAt, contactedAt }
    }
    case 'ReferralApproved':
      return { ...approved(one, event), acceptedAt: one.acceptedAt ?? at }
    case 'ReferralDeclined':
      return declined(one, event)
    case 'ReferralLapsed':
      return { ...one, state: 'lapsed', endedAt: at }
    case 'ReferralWithdrawn':
      return { ...one, state: 'withdrawn', endedAt: at }
    case 'OfferChosen': {
      const { endedAt: _, ...again } = one
      return { ...again, state: 'chosen', chosenAt: at }
    }
    case 'ReferralReleased':
      return { ...one, state: 'notChosen', endedAt: at }
    case 'MoneyDrawn':
      return drawn(one, event)
    case 'BankOverdueRecorded':
      return { ...one, overdue: [...(one.overdue ?? []), event.clock] }
    default:
      return one
  }
}
