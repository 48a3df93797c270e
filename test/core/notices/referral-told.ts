import type { IssueEvent, IssueFact } from '../../../core/issue/events.ts'
import { followedBy } from '../an-issue.ts'
import { at } from '../office.ts'
import { aChoice, aConsent, aNeed, ofBank, offered, twoInvited, twoOffers } from '../referral-streams.ts'
import { theOffer } from '../usual.ts'

const now = at('2026-12-01')
const after = (events: readonly IssueEvent[], fact: IssueFact) => followedBy(events, [fact, now, 'system'])
const tiancheng = ofBank('R01', 'tiancheng')
const bank = 'bank:tiancheng'
const other = 'bank:tuojiang'
const office = 'department:talent'
const team = 'team:team-1'
const note = { text: '吴经理 13800002185 说的原话' }

type Story = [what: string, events: () => IssueEvent[], heard: Record<string, string>]

/** What is told of a financing issue among banks; in these streams the talent department runs it. */
export const referralTold: Story[] = [
  [
    'a joint consultation',
    () => after(aNeed(), { type: 'ConsultationRecorded', help: ['books'], note }),
    { [team]: 'consultation' },
  ],
  ['a consent', aConsent, { [office]: 'consentGiven' }],
  [
    'a consent that is withdrawn before the bank was asked',
    () =>
      after(aConsent(), {
        type: 'ConsentWithdrawn',
        consent: 'C01',
        kind: 'firm',
        bank: 'tiancheng',
        via: 'link',
      }),
    { [office]: 'consentTakenBack' },
  ],
  [
    'a consent that is withdrawn while the bank has it',
    () =>
      after(twoInvited(), {
        type: 'ConsentWithdrawn',
        consent: 'C01',
        kind: 'firm',
        bank: 'tiancheng',
        via: 'link',
      }),
    { [bank]: 'consentWithdrawn', [office]: 'consentTakenBack' },
  ],
  ['an invitation', twoInvited, { [other]: 'invited' }],
  [
    'a referral that is taken up',
    () => after(twoInvited(), { type: 'ReferralAccepted', ...tiancheng }),
    { [office]: 'bankAccepted' },
  ],
  [
    'papers that are missing',
    () => after(twoInvited(), { type: 'PapersAsked', ...tiancheng, note }),
    { [office]: 'papersAsked', [team]: 'papersAsked' },
  ],
  ['an offer', () => after(twoInvited(), offered()), { [office]: 'approved', [team]: 'approved' }],
  [
    'a decline',
    () =>
      after(twoInvited(), { type: 'ReferralDeclined', ...tiancheng, code: 'collateral', next: 'guarantee' }),
    { [office]: 'bankDeclined', [team]: 'bankDeclined' },
  ],
  [
    'an invitation that was not answered',
    () => after(twoInvited(), { type: 'ReferralLapsed', ...tiancheng }),
    { [bank]: 'referralLapsed', [office]: 'referralLapsed' },
  ],
  [
    'a referral that the firm takes back',
    () => after(twoInvited(), { type: 'ReferralWithdrawn', ...tiancheng, via: 'link' }),
    { [bank]: 'referralWithdrawn', [office]: 'referralWithdrawn' },
  ],
  [
    'the firm’s choice',
    () => after(twoOffers(), { type: 'OfferChosen', ...tiancheng, via: 'link' }),
    { [bank]: 'chosen', [office]: 'firmChose', [team]: 'firmChose' },
  ],
  ['a bank that was not chosen', aChoice, { [other]: 'notChosen' }],
  [
    'a bank that is late when the money has come from another',
    () => after(twoInvited(), { type: 'ReferralReleased', ...tiancheng, because: 'moneyArrived' }),
    { [bank]: 'notChosen' },
  ],
  [
    'money',
    () =>
      after(aChoice(), {
        type: 'MoneyDrawn',
        ...tiancheng,
        ...theOffer,
        on: '2026-12-01',
        contractOn: '2026-12-01',
      }),
    { [office]: 'moneyDrawn', [team]: 'moneyDrawn' },
  ],
  [
    'a bank that has not called the firm',
    () => after(twoInvited(), { type: 'BankOverdueRecorded', ...tiancheng, clock: 'contact', due: now }),
    { [bank]: 'bankOverdue', [office]: 'bankOverdue' },
  ],
  [
    'a round that came to nothing',
    () => after(twoInvited(), { type: 'RoundEnded', round: 1, outcome: 'noLoan' }),
    { [office]: 'roundEnded' },
  ],
  [
    'a round that brought money',
    () => after(twoInvited(), { type: 'RoundEnded', round: 1, outcome: 'drawn' }),
    { [office]: 'roundEnded' },
  ],
  [
    'a financing issue that the firm withdraws',
    () => after(twoInvited(), { type: 'IssueWithdrawn', note }),
    { [office]: 'withdrawn', [bank]: 'referralOver', [other]: 'referralOver' },
  ],
]
