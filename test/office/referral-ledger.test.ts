import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IndicatorAnswer } from '../../core/api/indicators.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { referralsOf } from '../../core/referral/referrals.ts'
import { exportedSince, visitedIn } from '../support/exported.ts'
import { expectFiguresAgree } from '../support/figures-agree.ts'
import { financing, wholeNeed } from '../support/financing.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'

const sample = readFileSync(new URL('../../samples/forum-ledger.xlsx', import.meta.url))
const on = '2026-11-23'

let opened: QuietOffice
let banks: ReturnType<typeof financing>
/** The financing issues of the ledger, in its order. */
let ledger: { id: string; uscc: string; amountYuan: number }[]
/** Ten of them, each of another firm, are referred. */
let referred: typeof ledger

beforeAll(async () => {
  opened = await openQuietOffice()
  banks = financing(opened)
  const response = await fetch(`${opened.office.origin}/api/v1/imports?acceptWarnings=true`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await opened.office.token('dispatcher')}`,
      'content-type': 'text/csv',
    },
    body: new Uint8Array(sample),
  })
  const { rows } = (await response.json()) as {
    rows: {
      id?: string
      issue?: { category: string; firm: { uscc: string }; need: { amountYuan: number } }
    }[]
  }
  ledger = rows.flatMap(({ id, issue }) =>
    id && issue?.category === 'financing'
      ? [{ id, uscc: issue.firm.uscc, amountYuan: issue.need.amountYuan }]
      : [],
  )
  referred = [...new Map(ledger.map((one) => [one.uscc, one])).values()].slice(0, 10)
  await opened.settled()
  const items = ledger.map(({ id }) => ({ id, command: 'acceptAssignment' }))
  await banks.must(opened.ask('finance-1', 'POST', '/commands', { items }), 'accept all')
}, 60_000)
afterAll(() => opened.close())

const no = (id: string, number: number) => `${id}-R0${number}`
const offer = (amountYuan: number, rateBp: number) => ({
  amountYuan,
  rateBp,
  termMonths: 12,
  credit: 'credit',
})

/** A round under the firm's own consents; the workflow invites. */
const sentTo = async (one: (typeof ledger)[number], asked: readonly string[]) => {
  await banks.done('finance-1', one.id, 'recordNeed', { ...wholeNeed, amountYuan: one.amountYuan })
  await banks.done('finance-1', one.id, 'openRound', {
    mode: 'parallel',
    banks: asked.map((bank) => ({ bank })),
  })
  const code = await banks.linkOf(one.id)
  for (const bank of asked) await banks.consent(code, bank)
  await opened.settled()
  return code
}
const choose = (code: string, referral: string) =>
  banks.must(banks.byLink(code, '/choice', { referral }), 'choice')

/** What became of the ten, two each: the plan against which the figures are counted by hand. */
const stories: ((one: (typeof ledger)[number]) => Promise<unknown>)[] = [
  // Three banks: two offers, one decline; the better rate is chosen and drawn in two parts.
  async (one) => {
    const code = await sentTo(one, ['tiancheng', 'tuojiang', 'hanan'])
    await banks.says('tiancheng-1', no(one.id, 1), 'approveReferral', offer(one.amountYuan, 360))
    await banks.says('tuojiang-1', no(one.id, 2), 'approveReferral', offer(one.amountYuan / 2, 420))
    await banks.says('hanan-1', no(one.id, 3), 'declineReferral', { code: 'collateral' })
    await choose(code, 'R01')
    for (const amountYuan of [one.amountYuan / 2, one.amountYuan / 4]) {
      await banks.says('tiancheng-1', no(one.id, 1), 'recordDrawdown', { amountYuan, on })
    }
  },
  // Declined as too young, referred again to another bank, drawn in full there.
  async (one) => {
    const code = await sentTo(one, ['tiancheng'])
    await banks.says('tiancheng-1', no(one.id, 1), 'declineReferral', { code: 'tooYoung' })
    await banks.done('finance-1', one.id, 'referAgain', { after: 'R01', bank: 'daqian' })
    await banks.consent(code, 'daqian')
    await opened.settled()
    await banks.says('daqian-1', no(one.id, 2), 'approveReferral', offer(one.amountYuan, 400))
    await choose(code, 'R02')
    await banks.says('daqian-1', no(one.id, 2), 'recordDrawdown', { amountYuan: one.amountYuan, on })
  },
  // Both banks decline.
  async (one) => {
    await sentTo(one, ['hanan', 'daqian'])
    await banks.says('hanan-1', no(one.id, 1), 'declineReferral', { code: 'debts' })
    await banks.says('daqian-1', no(one.id, 2), 'declineReferral', { code: 'debts' })
  },
  // An offer that is chosen and not drawn yet; the other bank's answer is written down by the office.
  async (one) => {
    const code = await sentTo(one, ['tuojiang', 'daqian'])
    await banks.says('tuojiang-1', no(one.id, 1), 'approveReferral', offer(one.amountYuan / 2, 380))
    await banks.done('finance-1', one.id, 'declineReferral', {
      referral: 'R02',
      code: 'papersMissing',
      source: 'letter',
    })
    await choose(code, 'R01')
  },
  // Nobody has answered yet.
  async (one) => {
    await sentTo(one, ['tiancheng', 'hanan'])
  },
]

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** The figures of bank referrals, counted in the plainest way from what the issues are. */
const recount = (issues: readonly Issue[]) => {
  const rows = issues.flatMap((issue) =>
    referralsOf(issue.financing).map((one) => ({ ...one, uscc: issue.firm.uscc, issue: issue.id })),
  )
  const firms = (some: typeof rows) => new Set(some.map(({ uscc }) => uscc)).size
  const requests = new Map(rows.map(({ issue, requestedYuan = 0 }) => [issue, requestedYuan]))
  const chosen = rows.filter(({ state }) => state === 'chosen' || state === 'drawn')
  const draws = rows.flatMap(({ draws = [] }) => draws)
  const declined = rows.filter(({ decline }) => decline)
  const drawn = new Set(rows.filter((one) => one.draws).map(({ uscc }) => uscc))
  return {
    sent: rows.length,
    firms: firms(rows),
    firmsApproved: firms(rows.filter((one) => one.offer)),
    requestedYuan: sum([...requests.values()]),
    chosenYuan: sum(chosen.map((one) => one.offer?.amountYuan ?? 0)),
    firmsDrawn: drawn.size,
    drawnYuan: sum(draws.map(({ amountYuan }) => amountYuan)),
    weighted: sum(draws.map(({ amountYuan, rateBp }) => amountYuan * rateBp)),
    declines: Object.fromEntries(
      [...Map.groupBy(declined, ({ decline }) => decline?.code ?? '')].map(([code, all]) => [
        code,
        all.length,
      ]),
    ),
    firmsDeclined: firms(declined),
    fundedAfterDecline: new Set(declined.map(({ uscc }) => uscc).filter((uscc) => drawn.has(uscc))).size,
  }
}

describe('the 47 financing issues of the sample ledger', { timeout: 120_000 }, () => {
  it('are with the finance office, and each can be matched', async () => {
    expect(ledger).toHaveLength(47)
    for (const { id } of ledger) {
      const { status, body } = await opened.ask('finance-1', 'GET', `/issues/${id}/matches`)
      expect(status, id).toBe(200)
      expect((body.items as unknown[]).length).toBeGreaterThan(0)
    }
  })

  it('are not referred as the ledger has them: what is missing is listed', async () => {
    const one = ledger.find(({ id }) => !referred.some((other) => other.id === id))
    const reply = await opened.command('finance-1', one?.id ?? '', 'openRound', {
      mode: 'lead',
      banks: [{ bank: 'tiancheng' }],
    })
    expect([reply.status, reply.body.code]).toEqual([409, 'needIncomplete'])
  })

  it('go to banks, come back approved and declined, are referred again, chosen and drawn, and the figures hold', async () => {
    for (const [index, one] of referred.entries()) await stories[index % stories.length]?.(one)
    await opened.settled()
    const loaded = await Promise.all(ledger.map(({ id }) => opened.office.container.issues.load(id)))
    const asked = referred.map(({ amountYuan }) => amountYuan)
    const of = (story: number) => asked.filter((_, index) => index % stories.length === story)
    const drawnInParts = sum(of(0)) * 0.75
    expect(recount(loaded.flatMap((one) => (one ? [one.issue] : [])))).toEqual({
      sent: 2 * (3 + 2 + 2 + 2 + 2),
      firms: 10,
      firmsApproved: 6,
      requestedYuan: sum(asked),
      chosenYuan: sum(of(0)) + sum(of(1)) + sum(of(3)) / 2,
      firmsDrawn: 4,
      drawnYuan: drawnInParts + sum(of(1)),
      weighted: drawnInParts * 360 + sum(of(1)) * 400,
      declines: { collateral: 2, tooYoung: 2, debts: 4, papersMissing: 2 },
      firmsDeclined: 8,
      fundedAfterDecline: 4,
    })
  })

  it('count in the figures of the month as plain code counts the exported events, for every bank too', async () => {
    const { container } = opened.office
    const streams = await exportedSince(container, '2026-11-01T00:00:00Z')
    const visited = await visitedIn(container, ['2026-11'])
    expect(await expectFiguresAgree(container, streams, visited)).toBeGreaterThan(100)
  })

  it('stand beside the LPR of the day of the contract, and beside what each bank gave as its reason', async () => {
    const { body } = await opened.ask('manager', 'GET', '/indicators?month=2026-11')
    const { rows } = body as unknown as IndicatorAnswer
    const figure = (name: string) => rows[0]?.figures.find((one) => one.name === name)
    const rate = figure('weightedRate')?.value ?? 0
    // The rate that is in force on the day has been 3.00% since May 2025.
    expect(figure('lprSpread')?.text).toBe(`+${rate - 300} BP`)
    expect(figure('bankAccepted')?.apart).toMatchObject({
      'referral.declined.debts': 4,
      'referral.declined.tooYoung': 2,
    })
  })
})

describe('at the same moment, over HTTP', () => {
  it('three banks answer, the firm chooses twice: exactly one is chosen, and the others are let go once', async () => {
    for (let times = 0; times < 4; times++) {
      const { id, code } = await banks.invited(['tiancheng', 'tuojiang', 'hanan'])
      const bankers = ['tiancheng-1', 'tuojiang-1', 'hanan-1']
      await Promise.all([
        ...bankers.map((who, at) =>
          at === times % 3
            ? banks.answer(who, no(id, at + 1), 'declineReferral', { code: 'cashFlow' })
            : banks.answer(who, no(id, at + 1), 'approveReferral', offer(1_000_000, 380)),
        ),
        ...[1, 2, 3].map((number) => banks.byLink(code, '/choice', { referral: `R0${number}` })),
      ])
      // Whoever chose before there was an offer chooses again.
      await Promise.all([1, 2, 3].map((number) => banks.byLink(code, '/choice', { referral: `R0${number}` })))
      const events = await opened.office.container.issues.history(id)
      const count = (type: string) => events.filter((event) => event.type === type).length
      expect([count('OfferChosen'), count('ReferralReleased'), count('ReferralDeclined')]).toEqual([1, 1, 1])
    }
  })
})
