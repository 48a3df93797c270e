import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { addUp, contributions } from '../../../core/indicators/contributions.ts'
import { distinctFirms, firmParcels } from '../../../core/indicators/firms.ts'
import type { IndicatorName } from '../../../core/indicators/indicators.ts'
import { cohortOf, dueOf, figureOf } from '../../../core/indicators/read.ts'
import { Issue } from '../../../core/issue/issue.ts'
import { issueAt } from '../an-issue.ts'
import { at } from '../office.ts'

const figures = (more: object, dimension = 'all') => {
  const issue = Issue.parse({ ...issueAt('handling'), ...more })
  const parcels = contributions({ issue, calendar: defaultCalendar })
  const rows = addUp(parcels)
  const row = { firm: issue.firm.uscc, counted: firmParcels(parcels, '2026-11') }
  const counts = {
    ...cohortOf(rows[`2026-11/${dimension}`] ?? {}),
    // Two issues of the firm went the same way: it is one firm all the same.
    ...distinctFirms([row, row])[`2026-11/${dimension}`],
  }
  return {
    of: (name: IndicatorName) => figureOf(name, 'cohort', counts),
    due: (name: IndicatorName, month: string, today: string) =>
      figureOf(name, 'due', dueOf(rows[`${month}/${dimension}`] ?? {}, month, today)),
  }
}

const draw = { on: '2026-11-27', contractOn: '2026-11-26', termMonths: 12, at: at('2026-11-27') }
const referral = (id: string, bank: string, more: object) => ({
  id,
  round: 1,
  bank,
  state: 'invited',
  version: 1,
  at: at('2026-11-23'),
  invitedAt: at('2026-11-23'),
  contactDue: at('2026-11-24', '17:00'),
  decisionDue: at('2026-12-23', '17:00'),
  requestedYuan: 3_000_000,
  ...more,
})
const offer = (amountYuan: number) => ({
  amountYuan,
  rateBp: 350,
  termMonths: 12,
  credit: 'credit',
  at: at('2026-11-25'),
})

/** One bank declines, two approve, the smaller offer is chosen and half of it is drawn. */
const financing = {
  referrals: [
    referral('R01', 'bank-a', {
      state: 'declined',
      contactedAt: at('2026-11-24'),
      decidedAt: at('2026-11-24'),
      decline: { code: 'tooYoung', next: 'otherProduct', at: at('2026-11-24') },
    }),
    referral('R02', 'bank-b', {
      state: 'drawn',
      contactedAt: at('2026-11-25'),
      acceptedAt: at('2026-11-25'),
      decidedAt: at('2026-11-25'),
      chosenAt: at('2026-11-26'),
      firstLoan: true,
      overdue: ['contact'],
      offer: offer(2_000_000),
      draws: [
        { ...draw, amountYuan: 600_000, rateBp: 300, lprBp: 300, lprOn: '2026-11-20', credit: 'credit' },
        { ...draw, amountYuan: 400_000, rateBp: 400, lprBp: 310, lprOn: '2026-10-20', credit: 'mortgage' },
        { ...draw, amountYuan: 0, rateBp: 900, credit: 'mortgage' },
      ],
    }),
    referral('R03', 'bank-c', {
      state: 'notChosen',
      contactedAt: at('2026-11-24'),
      acceptedAt: at('2026-11-24'),
      decidedAt: at('2026-11-25'),
      offer: offer(2_500_000),
    }),
    { ...referral('R04', 'bank-d', {}), state: 'shortlisted', invitedAt: undefined },
  ],
}

describe('figures of referrals', () => {
  const all = figures({ category: 'financing', financing })

  it('take the firm’s request once and never add offers up', () => {
    expect(all.of('needMet')).toMatchObject({ part: 2_000_000, whole: 3_000_000 })
    expect(all.of('creditUsed')).toMatchObject({ part: 1_000_000, whole: 2_000_000 })
    expect(all.of('firmsApproved')).toMatchObject({ part: 1, whole: 1 })
  })
  it('weigh rates by the money drawn', () => {
    expect(all.of('weightedRate')).toMatchObject({ value: 340, text: '3.40%' })
    expect(all.of('lprSpread')).toMatchObject({ value: 36, text: '+36 BP', whole: 1_000_000 })
    expect(all.of('unsecuredShare')).toMatchObject({ part: 600_000, whole: 1_000_000 })
    expect(all.of('firstLoans').part).toBe(1)
  })
  it('count each bank that was asked, and money after a decline', () => {
    expect(all.of('bankContacted')).toMatchObject({ part: 3, whole: 3 })
    expect(all.of('bankAccepted')).toMatchObject({
      part: 2,
      whole: 3,
      apart: { 'referral.declined.tooYoung': 1 },
    })
    expect(all.of('fundedAfterDecline')).toMatchObject({ part: 1, whole: 1 })
  })
  it('judge banks by their due times', () => {
    expect(all.due('bankContactedInTime', '2026-11', '2026-11-30')).toMatchObject({ part: 2, whole: 3 })
    expect(all.due('bankDecidedInTime', '2026-12', '2026-12-01').whole).toBe(0)
    expect(all.due('bankDecidedInTime', '2026-12', '2026-12-31')).toMatchObject({ part: 3, whole: 3 })
  })
  it('of one bank hold only what that bank did', () => {
    const bank = figures({ category: 'financing', financing }, 'bank:bank-c')
    expect(bank.of('needMet')).toMatchObject({ part: 2_500_000, whole: 3_000_000 })
    expect(bank.of('firmsFunded')).toMatchObject({ part: 0, whole: 1 })
    expect(bank.of('bankContacted')).toMatchObject({ part: 1, whole: 1 })
  })
})

describe('figures of hiring', () => {
  const post = (id: string, headcount: number, funnel: object, arrivals: object[] = []) => ({
    id,
    title: '数控车工',
    kind: 'full',
    headcount,
    funnel,
    ...(arrivals.length > 0 && { arrivals }),
  })
  const posts = [
    post('P1', 20, { introduced: 30, interviewed: 18, intended: 15, arrived: 12, stayed: 9 }, [
      { on: '2026-11-30', people: 12 },
    ]),
    post('P2', 5, { intended: 4, arrived: 2 }, [{ on: '2026-12-02', people: 2 }]),
    { ...post('P3', 50, { intended: 50 }), cancelledAt: at('2026-11-25') },
  ]
  const all = figures({ hiring: { posts } })

  it('count arrivals, not intentions, and leave cancelled posts out', () => {
    expect(all.of('arrivalRate')).toMatchObject({ part: 14, whole: 25, text: '56.0%' })
    expect(all.of('peopleMissing').value).toBe(11)
    expect(all.of('peopleIntended').value).toBe(19)
  })
  it('ask who is still there only of those who were asked after', () => {
    expect(all.of('stayRate')).toMatchObject({ part: 9, whole: 12 })
  })
  it('say how long the first took', () => {
    expect(all.of('daysToFirstArrival')).toMatchObject({ value: 7, text: '7.0 d' })
  })
})

describe('figures of tax refunds', () => {
  const mark = (step: string, on: string, amountYuan?: number) => ({
    step,
    on,
    saidBy: 'taxOffice',
    at: at(on),
    by: 'tax-1',
    ...(amountYuan !== undefined && { amountYuan }),
  })
  const all = figures({
    category: 'taxRefund',
    refund: {
      precheck: {
        verdict: 'yes',
        estimateYuan: 800_000,
        on: '2026-11-23',
        saidBy: 'firm',
        at: at('2026-11-23'),
        by: 'tax-1',
      },
      applications: [
        { steps: [mark('applied', '2026-11-24', 900_000), mark('refused', '2026-11-25')] },
        {
          steps: [
            mark('applied', '2026-11-26', 820_000),
            mark('accepted', '2026-11-27'),
            mark('granted', '2026-12-01', 780_000),
            mark('arrived', '2026-12-04', 780_000),
          ],
        },
      ],
    },
  })

  it('keep what was applied for, granted and received apart, of the latest application', () => {
    expect(all.of('refundAppliedYuan').value).toBe(820_000)
    expect(all.of('refundGrantedYuan').value).toBe(780_000)
    expect(all.of('refundReceivedYuan').value).toBe(780_000)
    expect(all.of('refundReceived')).toMatchObject({ part: 1, whole: 1 })
  })
  it('count working days between steps, and how far the estimate was off', () => {
    expect(all.of('refundDecisionDays').value).toBe(2)
    expect(all.of('refundPaymentDays').value).toBe(3)
    expect(all.of('refundDeviation')).toMatchObject({ value: -250, text: '-2.50%' })
  })
})
