import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../core/issue/commands.ts'
import { decide } from '../../../core/issue/decide/decide.ts'
import type { IssueEvent, IssueFact } from '../../../core/issue/events.ts'
import { replay } from '../../../core/issue/evolve.ts'
import { noticesOf } from '../../../core/notices/notices-of.ts'
import { type Principal, theSystem } from '../../../core/principal.ts'
import { hasOutcome, isTaken, referralsOf } from '../../../core/referral/referrals.ts'
import { roundStandingOf } from '../../../core/referral/round.ts'
import { isRefusal } from '../../../core/refusal.ts'
import { instantAt } from '../../../core/zone-time.ts'
import { followedBy } from '../an-issue.ts'
import { numbered } from '../given.ts'
import { at, contextFor, people, reference } from '../office.ts'
import { aConsent } from '../referral-streams.ts'
import { theOffer } from '../usual.ts'

const banks = { R01: 'tiancheng', R02: 'tuojiang', R03: 'hanan' } as const
type Id = keyof typeof banks
const ids = Object.keys(banks) as Id[]
const answerDue = at('2026-12-07', '17:00')

const invited = (referral: Id): IssueFact => ({
  type: 'BankInvited',
  referral,
  bank: banks[referral],
  contactDue: at('2026-12-01', '17:00'),
  answerDue,
  decisionDue: at('2026-12-30', '17:00'),
  requestedYuan: 5_000_000,
  consents: [],
})

/** Three banks have the same issue, each under the firm's authorisation. */
const threeInvited = () => {
  const third: IssueFact[] = [
    { type: 'BankShortlisted', referral: 'R03', bank: 'hanan', round: 1 },
    {
      type: 'ConsentGiven',
      consent: 'C03',
      kind: 'firm',
      bank: 'hanan',
      fields: ['identity'],
      capacity: 'legalRepresentative',
      via: 'link',
      textVersion: '2026-1',
      expiresOn: '2027-05-30',
    },
    ...ids.map(invited),
  ]
  return followedBy(aConsent(), ...third.map((fact) => [fact, at('2026-11-30'), 'system'] as const))
}

const banker = (id: Id): Principal => ({ id: `${banks[id]}-1`, name: id, role: 'banker', bank: banks[id] })
type Move = { by: Principal; command: Command; now?: string }
const now = at('2026-12-01')
const approve = (id: Id): Move => ({
  by: banker(id),
  command: { name: 'approveReferral', input: { referral: id, ...theOffer } },
})
const decline = (id: Id): Move => ({
  by: banker(id),
  command: { name: 'declineReferral', input: { referral: id, code: 'debts' } },
})
const accept = (id: Id): Move => ({
  by: banker(id),
  command: { name: 'acceptReferral', input: { referral: id } },
})
const draw = (id: Id): Move => ({
  by: banker(id),
  command: {
    name: 'recordDrawdown',
    input: { referral: id, amountYuan: 1_000_000, on: '2026-12-01' },
  },
})
const choose = (id: Id): Move => ({
  by: people.firm,
  command: { name: 'chooseOffer', input: { referral: id, via: 'link' } },
})
const withdraw = (id: Id): Move => ({
  by: people.firm,
  command: { name: 'withdrawReferral', input: { referral: id, via: 'link' } },
})
const lapse: Move = { by: theSystem, command: { name: 'advanceRound', input: {} }, now: answerDue }

/** What is asked, in this order; what does not fit is refused, as it would be. */
const play = (moves: readonly Move[]) => {
  let events: IssueEvent[] = threeInvited()
  for (const { by, command, now: when } of moves) {
    const facts = decide(command, replay(events), contextFor(by, when ?? now))
    if (!isRefusal(facts)) events = [...events, ...numbered(events, facts, when ?? now, by.id)]
  }
  const issue = replay(events)
  if (!issue) throw new Error('there is no issue')
  return { events, issue, referrals: referralsOf(issue.financing) }
}

/** How often each bank was told that it is out. */
const farewells = (events: readonly IssueEvent[]) => {
  const nameOf = (id: string) => reference.department.find((one) => one.id === id)?.name ?? id
  const told = events.flatMap((event, index) => {
    const issue = replay(events.slice(0, index + 1))
    if (!issue) return []
    const before = replay(events.slice(0, index))
    return noticesOf({ event, issue, before, nameOf }).filter(({ kind }) =>
      ['notChosen', 'referralLapsed', 'referralWithdrawn', 'referralOver'].includes(kind),
    )
  })
  return Object.values(banks).map((bank) => told.filter(({ to }) => to === `bank:${bank}`).length)
}

const everyMove = [
  ...ids.flatMap((id) => [approve(id), decline(id), accept(id), draw(id), choose(id), withdraw(id)]),
  lapse,
]
const count = (events: readonly IssueEvent[], type: string) =>
  events.filter((one) => one.type === type).length

describe('three banks have it, in whatever order things happen', () => {
  it('two offers, a lapse and the firm’s two wishes leave exactly one chosen, and each other bank told once', () => {
    const moves = [approve('R01'), approve('R02'), lapse, choose('R01'), choose('R02')]
    fc.assert(
      fc.property(fc.shuffledSubarray(moves, { minLength: moves.length }), (order) => {
        // Whoever was too early asks once more, as people do.
        const { events, referrals } = play([...order, choose('R01'), choose('R02')])
        const open = referrals.some(({ offer }) => offer)
        expect(count(events, 'OfferChosen')).toBe(open ? 1 : 0)
        expect(referrals.filter(isTaken)).toHaveLength(open ? 1 : 0)
        expect(referrals.every(hasOutcome)).toBe(true)
        const chosen = referrals.findIndex(isTaken)
        expect(farewells(events)).toEqual([0, 1, 2].map((place) => (place === chosen ? 0 : 1)))
        expect(count(events, 'RoundEnded')).toBe(open ? 0 : 1)
      }),
    )
  })

  it('at most one is chosen at a time, nobody is let go twice, and the round ends once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everyMove), { maxLength: 40 }), (moves) => {
        const { events, referrals } = play(moves)
        expect(referrals.filter(isTaken).length).toBeLessThanOrEqual(1)
        for (const times of farewells(events)) expect(times).toBeLessThanOrEqual(1)
        expect(count(events, 'RoundEnded')).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('whatever time calls for is done at once and is then done: the workflow never turns in a circle', () => {
    const moments = fc.constantFrom(
      at('2026-12-01', '17:00'),
      answerDue,
      at('2026-12-30', '17:00'),
      instantAt('2027-03-01', '10:00'),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everyMove), { maxLength: 12 }), moments, (moves, when) => {
        const before = play(moves)
        if (roundStandingOf(before.issue.financing, 1, when) !== 'toAdvance') return
        const after = play([...moves, { ...lapse, now: when }])
        expect(after.events.length).toBeGreaterThan(before.events.length)
        expect(roundStandingOf(after.issue.financing, 1, when)).not.toBe('toAdvance')
      }),
    )
  })
})
