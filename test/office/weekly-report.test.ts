import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareFigures, type FrozenReport } from '../../core/reports/report.ts'
import { instantAt, localDate } from '../../core/zone-time.ts'
import { freezeFigures } from '../../functions/lib/reports/freeze.ts'
import { keys } from '../../functions/store/keys.ts'
import sampleFirms from '../../samples/firms.json' with { type: 'json' }
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { aFirm, stories } from '../support/stories.ts'

/** Four weeks of an office, with one issue or more in each; the second begins in November and ends in December. */
let opened: QuietOffice
const week: Record<'first' | 'second' | 'third', string[]> = { first: [], second: [], third: [] }
const otherFirm = sampleFirms.find(({ uscc }) => uscc !== aFirm)?.uscc ?? ''
const goTo = (date: string) => opened.clock.advanceTo(new Date(instantAt(date, '09:30')))

beforeAll(async () => {
  opened = await openQuietOffice()
  const { logged, issueAt } = stories(opened)
  const visit = async (on: string, firm: string) => {
    const body = { kind: 'visit', on, firms: [firm], noIssues: true }
    const answer = await opened.ask('official-1', 'POST', '/visits', body)
    expect(answer.status).toBe(201)
  }
  await visit('2026-11-23', aFirm)
  await visit('2026-11-23', aFirm)
  week.first.push(await logged(), await issueAt('closed'))
  await goTo('2026-11-30')
  week.second.push(await logged())
  await goTo('2026-12-02')
  week.second.push(await logged(), await logged())
  await visit('2026-12-02', otherFirm)
  await goTo('2026-12-07')
  week.third.push(await logged())
  await opened.settled()
})
afterAll(() => opened.close())

const issue = async (from: string) => {
  const answer = await opened.ask('manager', 'POST', '/reports', { period: { kind: 'week', from } })
  expect(answer.status).toBe(201)
  return answer.body as unknown as FrozenReport
}
const figure = (report: FrozenReport, name: string) =>
  report.figures.find((one) => one.name === name && one.basis === 'cohort')

describe('a weekly report', () => {
  it.each([
    ['2026-11-23', 'first'],
    ['2026-11-30', 'second'],
    ['2026-12-07', 'third'],
  ] as const)('from %s stands on the issues that were logged in its seven days', async (from, which) => {
    const report = await issue(from)
    expect(figure(report, 'accepted')?.numerator).toEqual(week[which].toSorted())
    expect(figure(report, 'accepted')?.part).toBe(week[which].length)
  })

  it('counts what the department has closed of them, and not what it closed of others', async () => {
    const [, closed] = week.first
    expect(figure(await issue('2026-11-23'), 'closed')).toMatchObject({
      numerator: [closed],
      part: 1,
      whole: 2,
    })
    expect(figure(await issue('2026-11-30'), 'closed')).toMatchObject({ numerator: [], part: 0, whole: 3 })
  })

  it('counts a firm once that was visited twice in it, and none that was visited in another', async () => {
    expect(figure(await issue('2026-11-23'), 'coverage')?.part).toBe(1)
    expect(figure(await issue('2026-11-30'), 'coverage')?.part).toBe(1)
    expect(figure(await issue('2026-12-07'), 'coverage')?.part).toBe(0)
  })

  it('of a week in which nothing was logged says so', async () => {
    const report = await issue('2026-11-16')
    expect(figure(report, 'accepted')).toMatchObject({ part: 0, numerator: [] })
    expect(figure(report, 'closed')?.text).toBe('—')
  })

  it('of an earlier version, which stood on the month, is still compared with the month', async () => {
    const said = await freezeFigures(opened.office.container, { kind: 'week', from: '2026-11-30' }, undefined)
    const accepted = said.figures.find(({ name, basis }) => name === 'accepted' && basis === 'cohort')
    const december = [...week.second.slice(1), ...week.third]
    expect(accepted?.numerator).toEqual(december.toSorted())
    const now = await freezeFigures(opened.office.container, { kind: 'week', from: '2026-11-30' }, undefined)
    expect(compareFigures(said.figures, now.figures)).toEqual([])
  })

  it('takes the day from the number of an issue where its row does not name it yet', async () => {
    const [id = ''] = week.third
    const row = await opened.office.plainTable.get(keys.member('2026-12', id))
    expect(row?.loggedOn).toBe(localDate(instantAt('2026-12-07', '09:30')))
    const { loggedOn: _, ...earlier } = { ...keys.member('2026-12', id), loggedOn: '', ...row }
    await opened.office.plainTable.transact([{ put: earlier }])
    expect(figure(await issue('2026-12-07'), 'accepted')?.numerator).toEqual([id])
  })
})
