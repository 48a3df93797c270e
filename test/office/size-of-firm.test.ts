import { describe, expect, it } from 'vitest'
import type { IndicatorAnswer } from '../../core/api/indicators.ts'
import { rosterPlace } from '../../core/indicators/coverage.ts'
import { keys } from '../../functions/store/keys.ts'
import { openClient, tableName } from '../../local/office/clients.ts'
import { differencesOf, recount } from '../../local/rebuild/recount.ts'
import { fresh } from '../../local/rebuild/state.ts'
import { exportedSince, visitedIn } from '../support/exported.ts'
import { expectFiguresAgree } from '../support/figures-agree.ts'
import { officeOfFile } from '../support/office-of-file.ts'
import { stories } from '../support/stories.ts'

const opened = await officeOfFile()
const { logged } = stories(opened)
const month = '2026-11'

const must = async (user: string, method: 'GET' | 'POST', path: string, body?: unknown) => {
  const answer = await opened.ask(user, method, path, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}
const figures = async () => {
  await opened.settled()
  const answer = (await must('manager', 'GET', `/indicators?month=${month}&by=size`)) as IndicatorAnswer
  return (size: string, name: string) => {
    const row = answer.rows.find(({ dimension }) => dimension === `size:${size}`)
    const found = row?.figures.find((one) => one.name === name && one.basis === 'cohort')
    return found && [found.part, found.whole]
  }
}

/** Industry: 中型 from 300 persons and 20,000,000 yuan a year, 大型 from 1,000 and 400,000,000. */
const industrial = { industry: 'C39', employees: 400, employeesYear: 2025 }
const grows = '91511099MA6000016Y'
const lacksRevenue = '91511099MA6000024R'
const saysNothing = '91511099MA6000032L'
/** How many firms of a size are on the register. */
const registered = async (size: string) =>
  Number((await opened.office.container.table.get(keys.counters(rosterPlace, `size:${size}`)))?.roster ?? 0)
const before = new Map<string, number>()
const register = (uscc: string, more: object) =>
  must('official-1', 'POST', '/firms', { uscc, name: `划型试验企业${uscc.slice(-3)}`, ...more })

describe('figures by the size of a firm', () => {
  it('count it by the standard where its figures suffice, else as it states, else as not given', async () => {
    await opened.settled()
    for (const size of ['中型', '小型', 'none']) before.set(size, await registered(size))
    await register(grows, { ...industrial, revenueYuan: 50_000_000, revenueYear: 2025, size: '微型' })
    await register(lacksRevenue, { ...industrial, size: '小型' })
    await register(saysNothing, {})
    for (const uscc of [grows, lacksRevenue, saysNothing]) {
      await logged('own', { firm: { uscc } })
      await must('official-1', 'POST', '/visits', {
        kind: 'visit',
        on: '2026-11-23',
        firms: [uscc],
        noIssues: true,
      })
    }
    const of = await figures()
    for (const size of ['中型', '小型', 'none']) {
      expect(of(size, 'accepted'), size).toEqual([1, undefined])
      expect(of(size, 'coverage'), size).toEqual([1, (before.get(size) ?? 0) + 1])
    }
    expect(of('微型', 'accepted')).toBeUndefined()
  })

  it('open to the issues of the firms of that size', async () => {
    const path = `/indicators/accepted/issues?month=${month}&by=size&of=${encodeURIComponent('中型')}`
    expect(await must('manager', 'GET', path)).toMatchObject({ items: [{ firm: { uscc: grows } }] })
  })

  it('leave an old issue where it stood when the firm has grown, and count a new one and the register anew', async () => {
    await opened.clock.advance(3600_000)
    await must('official-1', 'POST', `/firms/${grows}/commands/correctFacts`, {
      employees: 1200,
      employeesYear: 2026,
      revenueYuan: 500_000_000,
      revenueYear: 2026,
    })
    await logged('own', { firm: { uscc: grows } })
    const of = await figures()
    expect(of('中型', 'accepted')).toEqual([1, undefined])
    expect(of('大型', 'accepted')).toEqual([1, undefined])
    expect(await registered('中型')).toBe(before.get('中型'))
  })

  it('equal what plain code makes of the events, and what a recount of the table finds', async () => {
    const { container, engineEndpoint } = opened.office
    const streams = await exportedSince(container, '2026-11-01T00:00:00Z')
    expect(await expectFiguresAgree(container, streams, await visitedIn(container, [month]))).toBeGreaterThan(
      100,
    )
    const client = await openClient(engineEndpoint)
    const table = container.table
    const office = { client, table, name: tableName, calendar: await container.calendar() }
    const state = await recount(office, fresh(), () => undefined)
    expect(state.expected[`${month}/size:大型`]?.logged ?? 0).toBeGreaterThan(0)
    expect([differencesOf(state), state.wrong]).toEqual([[], []])
    client.destroy()
  })

  it('take no class from whoever logs an issue: it is worked out, not said', async () => {
    const { status, body } = await opened.ask('official-1', 'POST', '/issues', {
      firm: { uscc: grows, sizeByStandard: { size: '微型', standard: 'size-2011' } },
      category: 'other',
      content: '路灯又不亮了。',
    })
    expect([status, body.code]).toEqual([400, 'badInput'])
  })
})
