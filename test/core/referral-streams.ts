import type { IssueEvent, IssueFact } from '../../core/issue/events.ts'
import { consentTextNow } from '../../core/referral/consent.ts'
import { anIssueInHand, followedBy } from './an-issue.ts'
import { at, type Person } from './office.ts'
import { theNeed, theOffer } from './usual.ts'

/** A financing issue among banks, in the same fortnight as the other streams; it came in on Monday 23 November. */
const monday = at('2026-11-30')
export const ofBank = (referral: string, bank: string) => ({ referral, bank })
const tiancheng = ofBank('R01', 'tiancheng')
const tuojiang = ofBank('R02', 'tuojiang')

const add = (events: readonly IssueEvent[], by: Person, ...facts: readonly IssueFact[]) =>
  followedBy(events, ...facts.map((fact) => [fact, monday, by] as const))

const forFinance = (events: readonly IssueEvent[]): IssueEvent[] =>
  events.map((event) => (event.type === 'IssueLogged' ? { ...event, category: 'financing' } : event))

export const aNeed = () =>
  add(forFinance(anIssueInHand()), 'handler', {
    type: 'NeedRecorded',
    need: theNeed,
    industry: 'C39',
    size: '小型',
    note: { text: '备货甜城启明二期订单' },
  })

export const aRound = () =>
  add(
    aNeed(),
    'handler',
    { type: 'RoundOpened', round: 1, mode: 'parallel' },
    { type: 'BankShortlisted', ...tiancheng, round: 1 },
    { type: 'BankShortlisted', ...tuojiang, round: 1 },
  )

const consent = (consent: string, bank: string): IssueFact => ({
  type: 'ConsentGiven',
  consent,
  kind: 'firm',
  bank,
  fields: ['identity', 'amount'],
  capacity: 'legalRepresentative',
  via: 'link',
  textVersion: consentTextNow,
  expiresOn: '2027-05-30',
  note: { text: '吴佳宁' },
})
export const aConsent = () => add(aRound(), 'firm', consent('C01', 'tiancheng'), consent('C02', 'tuojiang'))

const invitation = (of: { referral: string; bank: string }, consents: string[]): IssueFact => ({
  type: 'BankInvited',
  ...of,
  contactDue: at('2026-12-01', '17:00'),
  answerDue: at('2026-12-07', '17:00'),
  decisionDue: at('2026-12-30', '17:00'),
  requestedYuan: theNeed.amountYuan,
  firstLoan: true,
  consents,
})
/** Two banks are asked at once. */
export const twoInvited = () =>
  add(aConsent(), 'system', invitation(tiancheng, ['C01']), invitation(tuojiang, ['C02']))

export const offered = (of = tiancheng): IssueFact => ({ type: 'ReferralApproved', ...of, ...theOffer })
export const twoOffers = () => add(twoInvited(), 'banker', offered(), offered(tuojiang))
export const aChoice = () =>
  add(
    twoOffers(),
    'firm',
    { type: 'OfferChosen', ...tiancheng, via: 'link' },
    { type: 'ReferralReleased', ...tuojiang, because: 'otherChosen' },
  )
