import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '../../core/zone-time.ts'
import { readMonth } from '../../functions/lib/indicators/read-month.ts'
import { makeApi } from '../../local/demo/api.ts'
import { playTheYear } from '../../local/demo/year.ts'
import { exportedSince, visitedIn } from '../support/exported.ts'
import { expectFiguresAgree } from '../support/figures-agree.ts'
import { openTestOffice } from '../support/office.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
const started = new Date(Date.now() - 60_000)
const month = localDate(started.toISOString()).slice(0, 7)

beforeAll(async () => {
  opened = await openTestOffice()
  const { origin, token } = opened.office
  await playTheYear({ api: makeApi(origin), tokenOf: token }, () => {})
  await opened.office.feed.idle()
}, 300_000)
afterAll(() => opened.close())

describe('the sample year, played by everyone until nobody has anything left to do', () => {
  it('has referrals, people at work, refunds and visits in its figures', async () => {
    const { rows } = await readMonth(opened.office.container, { month, by: 'all' })
    const value = (name: string) => rows[0]?.figures.find((one) => one.name === name)?.value ?? 0
    for (const name of ['drawnYuan', 'lprSpread', 'peopleArrived', 'refundReceivedYuan', 'coverage'])
      expect(value(name), name).toBeGreaterThan(0)
    expect(value('fundedAfterDecline')).toBeGreaterThan(0)
    expect(value('closed')).toBeGreaterThan(0.9)
  })

  it('counts what plain code makes of its exported events, in every figure and breakdown', async () => {
    const { container } = opened.office
    const streams = await exportedSince(container, `${started.toISOString().slice(0, 19)}Z`)
    expect(streams.length).toBeGreaterThan(100)
    const visited = await visitedIn(container, [month])
    expect(await expectFiguresAgree(container, streams, visited)).toBeGreaterThan(1000)
  }, 60_000)
})
