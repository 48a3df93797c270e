import { describe, expect, it } from 'vitest'
import { toldFacts, webhooksOf } from '../../../core/webhook/webhooks-of.ts'

const issue = { id: '20261123-7K3Q9', firm: { uscc: '91511099MA6100017L', name: '内江甜城启明电子有限公司' } }
const fact = (type: string, more: object = {}) => ({ type, seq: 12, bank: 'hanan', referral: 'R03', ...more })

describe("what a bank's own system is told of a fact", () => {
  it.each(Object.entries(toldFacts))('%s is told to that bank as referral.%s', (type, state) => {
    const told = webhooksOf(fact(type, { note: { text: '老板姓王' }, offer: { amountYuan: 5 } }), issue)
    expect(told).toEqual([
      {
        bank: 'hanan',
        type: `referral.${state}`,
        data: { referral: '20261123-7K3Q9-R03', state, event: 12 },
      },
    ])
  })

  it('a consent is told without what it allows', () => {
    const withdrawn = { type: 'ConsentWithdrawn', seq: 9, bank: 'hanan', consent: 'C01', fields: ['contact'] }
    expect(webhooksOf(withdrawn, issue)).toEqual([
      { bank: 'hanan', type: 'consent.withdrawn', data: { issue: issue.id, state: 'withdrawn', event: 9 } },
    ])
  })

  it.each(['BankShortlisted', 'PacketDisclosed', 'IssueLogged', 'RoundOpened', 'toString'])(
    '%s is told to nobody',
    (type) => {
      expect(webhooksOf(fact(type), issue)).toEqual([])
    },
  )

  it('a fact about no bank is told to nobody', () => {
    expect(webhooksOf({ type: 'BankInvited', seq: 1 }, issue)).toEqual([])
  })
})
