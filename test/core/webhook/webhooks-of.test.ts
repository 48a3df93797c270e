import { describe, expect, it } from 'vitest'
import type { IssueEvent } from '../../../core/issue/events.ts'
import type { Referral } from '../../../core/referral/parts.ts'
import { toldFacts, webhooksOf } from '../../../core/webhook/webhooks-of.ts'

const at = '2026-11-23T01:30:00Z'
const referral = (id: string, bank: string, more: Partial<Referral> = {}): Referral => ({
  id,
  bank,
  round: 1,
  state: 'invited',
  version: 1,
  at,
  invitedAt: at,
  ...more,
})
const { invitedAt: _, ...shortlisted } = referral('R04', 'daqian', { state: 'shortlisted' })
const issue = {
  id: '20261123-7K3Q9',
  firm: { uscc: '91511099MA6100017L', name: '内江甜城启明电子有限公司' },
  financing: {
    referrals: [
      referral('R01', 'hanan', { state: 'declined' }),
      referral('R02', 'tiancheng'),
      referral('R03', 'hanan'),
      shortlisted,
    ],
  },
}
const fact = (type: string, more: object = {}) =>
  ({ type, seq: 12, at, by: 'x', ...more }) as unknown as IssueEvent
const ofReferral = (type: string, id = 'R03', bank = 'hanan') =>
  fact(type, { referral: id, bank, note: { text: '老板姓王' }, amountYuan: 5 })
const consent = (type: string) =>
  fact(type, { consent: 'C01', bank: 'hanan', fields: ['contact'], note: { name: '王' } })

describe("what a bank's own system is told of a fact", () => {
  const facts = Object.entries(toldFacts).filter(([type]) => !type.startsWith('Consent'))

  it.each(facts)('%s is told to that bank as referral.%s, by its id and nothing else', (type, state) => {
    expect(webhooksOf(ofReferral(type), issue)).toEqual([
      {
        bank: 'hanan',
        type: `referral.${state}`,
        data: { referral: '20261123-7K3Q9-R03', state, event: 12 },
      },
    ])
  })

  it.each(['given', 'withdrawn'])(
    'a consent %s is told of what lies with that bank, without what it allows',
    (what) => {
      const state = what === 'given' ? 'consentGiven' : 'consentWithdrawn'
      expect(webhooksOf(consent(what === 'given' ? 'ConsentGiven' : 'ConsentWithdrawn'), issue)).toEqual([
        {
          bank: 'hanan',
          type: `referral.${state}`,
          data: { referral: '20261123-7K3Q9-R03', state, event: 12 },
        },
      ])
    },
  )

  it('is nothing before it is invited', () => {
    expect(webhooksOf(ofReferral('ReferralWithdrawn', 'R04', 'daqian'), issue)).toEqual([])
  })

  it.each(['BankShortlisted', 'PacketDisclosed', 'ReferralOpened', 'IssueLogged', 'RoundOpened', 'toString'])(
    'is nothing of %s',
    (type) => {
      expect(webhooksOf(ofReferral(type), issue)).toEqual([])
    },
  )
})
