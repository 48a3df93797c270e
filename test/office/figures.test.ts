import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { FigureIssues, IndicatorAnswer, Sample } from '../../core/api/indicators.ts'
import { exportedSince, visitedIn } from '../support/exported.ts'
import { expectFiguresAgree } from '../support/figures-agree.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { aFirm, anotherFirm, stories } from '../support/stories.ts'

let opened: QuietOffice
let closed: string[]
let late: string
let withdrawn: string

const get = async <T>(path: string, by = 'manager'): Promise<T> => {
  const { status, body } = await opened.ask(by, 'GET', path)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as T
}
const month = '2026-11'
const figures = (by: string, who?: string) => get<IndicatorAnswer>(`/indicators?month=${month}&by=${by}`, who)
const rowOf = ({ rows }: IndicatorAnswer, dimension: string) =>
  rows.find((row) => row.dimension === dimension)
const figureIn = (answer: IndicatorAnswer, dimension: string, name: string, basis = 'cohort') =>
  rowOf(answer, dimension)?.figures.find((one) => one.name === name && one.basis === basis)
type Listed = z.infer<typeof FigureIssues>
const behind = (name: string, more: string) =>
  get<Listed>(`/indicators/${name}/issues?month=${month}&${more}`)
const idsOf = ({ items }: Listed) => items.map(({ id }) => id).toSorted()

beforeAll(async () => {
  opened = await openQuietOffice()
  const tell = stories(opened)
  closed = [await tell.issueAt('closed'), await tell.issueAt('closed', 'other')]
  late = await tell.issueAt('handling')
  withdrawn = await tell.issueAt('assigned')
  await opened.command('official-1', withdrawn, 'withdrawIssue', { text: '不用了' })
  const visit = { kind: 'visit', on: '2026-11-23', team: 'team-1', line: '走访', noIssues: true }
  for (const firms of [[aFirm], [aFirm, anotherFirm]])
    await opened.ask('official-1', 'POST', '/visits', { ...visit, firms })
  // Long enough for the due times of the one that nobody closes.
  await opened.clock.advance(40 * 86_400_000)
  await opened.settled()
})
afterAll(() => opened.close())

describe('the figures of a month', () => {
  it('stand on what they say: basis, numerator, denominator and what was left out', async () => {
    const answer = await figures('all')
    expect(answer.dueThrough).toBe('2026-11-30')
    expect(figureIn(answer, 'all', 'closed')).toMatchObject({ part: 2, whole: 3, excluded: 1, text: '2/3' })
    expect(figureIn(answer, 'all', 'closedInTime', 'due')).toMatchObject({ part: 1, whole: 2, text: '1/2' })
    expect(answer.indicators.find(({ name }) => name === 'closed')).toMatchObject({
      zh: '办结率',
      bases: ['cohort'],
      formula: { zh: expect.stringContaining('不等于解决') },
    })
  })

  it('count a firm as visited once, however often the team was there', async () => {
    const coverage = figureIn(await figures('all'), 'all', 'coverage')
    expect(coverage?.part).toBe(2)
    expect(coverage?.whole).toBeGreaterThan(50)
  })

  it('equal what plain code makes of the exported events', async () => {
    const { container } = opened.office
    const streams = await exportedSince(container, '2026-11-01T00:00:00Z')
    const visited = await visitedIn(container, ['2026-11', '2026-12'])
    const compared = await expectFiguresAgree(container, streams, visited)
    expect(compared).toBeGreaterThan(100)
  })

  it('are told of a unit to the unit itself and to those who answer for all', async () => {
    const dimensions = async (who: string) =>
      (await figures('department', who)).rows.map((row) => row.dimension)
    expect(await dimensions('manager')).toEqual(['department:parks', 'department:talent'])
    expect(await dimensions('parks-1')).toEqual(['department:parks'])
    expect(await dimensions('official-1')).toEqual([])
  })

  it('of a month that has not come are refused, and a month without issues has no rows', async () => {
    const future = await opened.ask('manager', 'GET', '/indicators?month=2099-01')
    expect(future.body).toMatchObject({ code: 'dateInTheFuture', errors: [{ pointer: '/month' }] })
    expect((await get<IndicatorAnswer>('/indicators?month=2020-01')).rows).toEqual([])
  })

  it('stand side by side for the months of a year', async () => {
    const answer = await get<IndicatorAnswer>('/indicators?month=2026-12&by=month')
    expect(figureIn(answer, 'month:2026-11', 'closed')).toMatchObject({ part: 2, whole: 3 })
  })
})

describe('a figure opens', () => {
  it('to its numerator, its denominator and what was left out', async () => {
    expect(idsOf(await behind('closed', 'part=numerator'))).toEqual(closed.toSorted())
    expect(idsOf(await behind('closed', 'part=denominator'))).toEqual([...closed, late].toSorted())
    expect(idsOf(await behind('closed', 'part=excluded'))).toEqual([withdrawn])
  })

  it('on the due basis with the days that were due', async () => {
    const { items } = await behind('overdue', 'basis=due&part=numerator')
    expect(items).toMatchObject([{ id: late, counted: true, stage: 'handling' }])
    expect(items[0]?.days?.length).toBeGreaterThan(0)
  })

  it('for one row of a breakdown only', async () => {
    expect(idsOf(await behind('closed', 'by=department&of=talent'))).toEqual(closed.slice(1))
  })

  it('a page at a time, each issue once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page: Listed = await behind('closed', `limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      expect(page.items.length).toBeLessThanOrEqual(1)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor)
    expect(seen.toSorted()).toEqual([...closed, late].toSorted())
  })
})

describe('a sample for an inspection', () => {
  const draw = (more: string) => get<z.infer<typeof Sample>>(`/indicators/sample?month=${month}&${more}`)

  it('is drawn again by its seed', async () => {
    const first = await draw('n=2')
    expect(first).toMatchObject({ population: 4, items: [{}, {}] })
    expect((await draw(`n=2&seed=${first.seed}`)).items).toEqual(first.items)
  })

  it('gives every issue its chance', async () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 40; seed++) seen.add((await draw(`n=1&seed=s${seed}`)).items[0]?.id ?? '')
    expect(seen.size).toBe(4)
  })
})

describe('how much 基本满意 counts', () => {
  it('is a dated record: figures of its time follow it, what was before stays', async () => {
    const tell = stories(opened)
    const id = await tell.issueAt('confirming', 'own', { content: '厂门口路灯不亮，夜班不便。' })
    const said = { result: 'solved', via: 'call', satisfaction: 'fairly' }
    expect((await opened.command('official-1', id, 'confirmClosure', said)).status).toBe(200)
    await opened.settled()
    const before = figureIn(await figures('all'), 'all', 'satisfied')
    const satisfied = async () =>
      figureIn(await get<IndicatorAnswer>('/indicators?month=2027-01'), 'all', 'satisfied')
    expect(await satisfied()).toMatchObject({ part: 1, whole: 1, text: '1/1' })
    const record = {
      id: 'office',
      validFrom: '2027-01-01',
      source: '企服〔2027〕1号',
      fairlySatisfiedBp: 5_000,
    }
    expect((await opened.ask('dispatcher', 'POST', '/reference/figureWeights', record)).status).toBe(201)
    expect(await satisfied()).toMatchObject({ part: 0.5, whole: 1, text: '0.5/1' })
    expect(figureIn(await figures('all'), 'all', 'satisfied')).toEqual(before)
    const listed = await get<Listed>('/indicators/satisfied/issues?month=2027-01&part=numerator')
    expect(idsOf(listed)).toEqual([id])
  })
})
