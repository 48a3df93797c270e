import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '../../core/zone-time.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'

let opened: QuietOffice
beforeAll(async () => {
  opened = await openQuietOffice()
})
afterAll(() => opened.close())

const firm = '91511099MA6100017L'
const another = '91511099MA6100025F'
const today = () => localDate(opened.office.container.now())
const record = (body: object, user = 'official-1') =>
  opened.ask(user, 'POST', '/visits', { kind: 'visit', on: today(), firms: [firm], ...body })
type Counted = { name: string; value: number; opens?: string; months: { value: number; opens: string }[] }
const counts = async () => {
  await opened.settled()
  const { body } = await opened.ask('manager', 'GET', '/counts?from=2026-11&to=2026-12')
  return new Map((body.items as Counted[]).map((item) => [item.name, item]))
}

describe('a visit', () => {
  it('to a firm that was not visited lately and asks for nothing is told without warnings', async () => {
    const { status, body } = await record({ noIssues: true })
    expect([status, body.warnings]).toEqual([201, []])
  })

  it('within 30 days of another is recorded, and says so', async () => {
    const { status, body } = await record({ firms: [firm, another], noIssues: true })
    expect(status).toBe(201)
    expect(body.warnings).toMatchObject([{ firm, code: 'visitedLately', on: today() }])
    expect((await opened.ask('official-1', 'GET', `/visits/${body.id}`)).status).toBe(200)
  })

  it('to a firm that asked for quiet is recorded, and says so', async () => {
    const uscc = '91511099MA6100033A'
    await opened.ask('official-1', 'POST', `/firms/${uscc}/commands/askQuiet`, { until: '2026-12-31' })
    const { status, body } = await record({ firms: [uscc], noIssues: true })
    expect(status).toBe(201)
    expect(body.warnings).toMatchObject([{ firm: uscc, code: 'askedForQuiet', on: '2026-12-31' }])
  })

  it('by phone is no visit: it warns of nothing', async () => {
    expect((await record({ kind: 'hotline' })).body.warnings).toEqual([])
  })

  it.each([
    [{ trained: 0 }, '/trained', '培训人次至少为1，没有培训请留空'],
    [{ leaflets: -3 }, '/leaflets', '宣传资料至少1份，没有发放请留空'],
    [{ on: '2026-11-31' }, '/on', '日期须形如 2026-11-23'],
  ])('with %o names the field and the rule', async (wrong, pointer, message) => {
    const { status, body } = await record(wrong)
    expect([status, body.errors]).toEqual([400, [{ pointer, message }]])
  })
})

describe('the published counts', () => {
  it('come out of the records, and each opens to them', async () => {
    const before = await counts()
    const tell = stories(opened)
    const issue = { ...tell.request('own', { firm: { uscc: another } }) }
    const forum = { kind: 'forum', title: '第一次恳谈会', firms: [another], trained: 30, leaflets: 200 }
    await record({ ...forum, issues: [issue] })
    await tell.issueAt('closed', 'own')
    const fair = { title: '秋季招聘会', on: today(), place: '白马园区', leaflets: 80 }
    expect((await opened.ask('official-1', 'POST', '/fairs', fair)).status).toBe(201)
    const hiring = await tell.issueAt('handling', 'other')
    await opened.command('talent-1', hiring, 'addPost', { title: '焊工', headcount: 3, kind: 'full' })
    await opened.command('talent-1', hiring, 'recordFunnel', { post: 'P1', on: today(), arrived: 2 })
    await opened.ask('manager', 'POST', `/firms/${firm}/commands/assignLiaison`, { official: 'official-3' })
    const after = await counts()
    const grown = (name: string) => (after.get(name)?.value ?? 0) - (before.get(name)?.value ?? 0)
    expect({
      forum: grown('forum'),
      trained: grown('trained'),
      leaflets: grown('leaflets'),
      accepted: grown('accepted'),
      solved: grown('solved'),
      withLiaison: grown('withLiaison'),
      firms: grown('firms'),
      fairs: grown('fairs'),
      fairLeaflets: grown('fairLeaflets'),
      hired: grown('hired'),
    }).toEqual({
      fairs: 1,
      fairLeaflets: 80,
      hired: 2,
      forum: 1,
      trained: 30,
      leaflets: 200,
      accepted: 3,
      solved: 1,
      withLiaison: 1,
      firms: 0,
    })
    for (const name of [
      ...(['forum', 'trained', 'leaflets', 'accepted', 'solved'] as const),
      ...(['fairs', 'fairLeaflets', 'hired'] as const),
    ]) {
      const [month] = after.get(name)?.months ?? []
      const { status, body } = await opened.ask('manager', 'GET', month?.opens ?? '')
      expect([name, status]).toEqual([name, 200])
      expect((body.items as unknown[]).length, name).toBeGreaterThan(0)
    }
    const withLiaison = await opened.ask('manager', 'GET', after.get('withLiaison')?.opens ?? '')
    expect(withLiaison.body.items).toHaveLength(after.get('withLiaison')?.value ?? 0)
  })

  it('add up to what their records say, also where many record at once', async () => {
    const before = (await counts()).get('leaflets')?.value ?? 0
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        record({ noIssues: true, leaflets: 1 }, `official-${1 + (index % 4)}`),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201))
    expect((await counts()).get('leaflets')?.value).toBe(before + 12)
    const rows: { leaflets?: number }[] = []
    let cursor = ''
    do {
      const path = `/visits?month=${today().slice(0, 7)}&with=leaflets&limit=5${cursor}`
      const { body } = await opened.ask('auditor', 'GET', path)
      rows.push(...(body.items as typeof rows))
      cursor = body.cursor ? `&cursor=${body.cursor}` : ''
    } while (cursor)
    expect(rows.reduce((sum, row) => sum + (row.leaflets ?? 0), 0)).toBe(before + 12)
  })

  it('of months the wrong way round are refused', async () => {
    const { body } = await opened.ask('manager', 'GET', '/counts?from=2026-11&to=2026-10')
    expect(body.errors).toEqual([{ pointer: '/to', message: '结束月份不能早于开始月份' }])
  })
})
