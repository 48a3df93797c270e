import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { openQuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'

let opened: Awaited<ReturnType<typeof openQuietOffice>>
let tell: ReturnType<typeof stories>
beforeAll(async () => {
  opened = await openQuietOffice()
  tell = stories(opened)
})
afterAll(() => opened.close())

const aPost = { title: '数控车工', headcount: 3, kind: 'full' }
const on = '2026-11-23'
const give = (id: string, name: string, input: unknown, by = 'talent-1') =>
  opened.command(by, id, name, input)
const issueOf = async (id: string) =>
  (await opened.ask('dispatcher', 'GET', `/issues/${id}`)).body.issue as Record<string, never>

describe('wrong input of a post', () => {
  it.each([
    [
      'a wage from above to',
      { wageFromYuan: 6000, wageToYuan: 5000 },
      '/wageFromYuan',
      '工资下限不能高于上限（5000元/月）',
    ],
    ['nobody wanted', { headcount: 0 }, '/headcount', '人数至少为1'],
    ['a date that is none', { wantedOn: '2026-02-30' }, '/wantedOn', '日期须形如 2026-11-23'],
    ['a post that is past', { validUntil: '2026-11-22' }, '/validUntil', '有效期不能早于今天'],
  ])('names the field and the rule for %s', async (_, wrong, pointer, message) => {
    const id = await tell.issueAt('handling', 'other')
    const { status, body } = await give(id, 'addPost', { ...aPost, ...wrong })
    expect({ status, code: body.code, errors: body.errors }).toEqual({
      status: 400,
      code: 'badInput',
      errors: [{ pointer, message }],
    })
  })

  it('names the place in the list where an issue is logged with its posts', async () => {
    const posts = [aPost, { ...aPost, wageFromYuan: 9000, wageToYuan: 8000 }]
    const { status, body } = await opened.ask(
      'official-3',
      'POST',
      '/issues',
      tell.request('other', { posts }),
    )
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/posts/1/wageFromYuan', message: '工资下限不能高于上限（8000元/月）' }],
    ])
  })

  it('is refused where somebody asks for sex or marriage in a field: there is none', async () => {
    const id = await tell.issueAt('handling', 'other')
    const { status } = await give(id, 'addPost', { ...aPost, sex: 'male' })
    expect(status).toBe(400)
  })
})

describe('a limit that the law forbids', () => {
  it('is pointed out with the law, where it is typed in a post', async () => {
    const id = await tell.issueAt('handling', 'other')
    const { status, body } = await give(id, 'addPost', { ...aPost, experience: '限男性，未婚优先' })
    expect(status).toBe(200)
    expect(body.warnings).toEqual([
      expect.objectContaining({
        pointer: '/experience',
        zh: expect.stringContaining('《妇女权益保障法》第四十三条'),
      }),
      expect.objectContaining({ pointer: '/experience', zh: expect.stringContaining('婚姻、生育') }),
    ])
  })

  it('is pointed out in what the firm said, when it is logged', async () => {
    const request = tell.request('other', { content: '招质检员5人，限女，已婚已育优先。' })
    const { body } = await opened.ask('official-3', 'POST', '/issues', request)
    expect(body.warnings).toHaveLength(2)
  })

  it('is not seen where there is none', async () => {
    const id = await tell.issueAt('handling', 'other')
    const { body } = await give(id, 'addPost', { ...aPost, experience: '男女不限，提供夫妻房' })
    expect(body).not.toHaveProperty('warnings')
  })
})

describe('the count of a post', () => {
  const counted = async () => {
    const id = await tell.issueAt('handling', 'other', { posts: [aPost] })
    await give(id, 'recordFunnel', { post: 'P1', on, introduced: 4, intended: 2 })
    return id
  }

  it('cannot exceed what was counted before it', async () => {
    const { status, body } = await give(await counted(), 'recordFunnel', { post: 'P1', on, arrived: 3 })
    expect([status, body.code, body.errors]).toEqual([
      400,
      'countImpossible',
      [{ pointer: '/arrived', message: '到岗（3）不能超过达成意向（2）' }],
    ])
  })

  it('is put right by a correction, which says why and stands in the history', async () => {
    const id = await counted()
    const lower = await give(id, 'recordFunnel', { post: 'P1', on, introduced: 3 })
    expect(lower.body.code).toBe('countImpossible')
    const corrected = await give(id, 'correctFunnel', { post: 'P1', on, introduced: 3, text: '一人重复登记' })
    expect(corrected.body.events).toEqual(['FunnelCorrected'])
    expect((await issueOf(id)).hiring).toMatchObject({ posts: [{ funnel: { introduced: 3, intended: 2 } }] })
  })

  it('of nobody is closed as solved only when enough have come, or partly when the firm accepts that', async () => {
    const id = await counted()
    await give(id, 'recordFunnel', { post: 'P1', on, arrived: 2 })
    const early = await give(id, 'proposeClosure', { closure: 'solved', text: '招到两人' })
    expect([early.status, early.body.code]).toEqual([409, 'resultMissing'])
    expect(early.body.detail).toContain('还差1人')
    await give(id, 'acceptPart', { via: 'call', on })
    const partly = await give(id, 'proposeClosure', { closure: 'partly', text: '企业接受两人' })
    expect(partly.status, JSON.stringify(partly.body)).toBe(200)
  })
})

describe('a job fair', () => {
  it('serves many issues, an issue takes part in many fairs, and each finds the other', async () => {
    const ids = [await tell.issueAt('handling', 'other'), await tell.issueAt('handling', 'other')]
    const fair = {
      title: '冬季专场招聘会',
      on,
      place: '白马园区广场',
      posts: 120,
      visitors: 300,
      leaflets: 500,
    }
    const first = await opened.ask('talent-1', 'POST', '/fairs', { ...fair, issues: ids })
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    const { id } = first.body.fair as { id: string }
    const second = await opened.ask('talent-1', 'POST', '/fairs', { ...fair, title: '第二场' })
    const another = (second.body.fair as { id: string }).id
    const joined = await give(ids[0] ?? '', 'recordHelp', { kind: 'fair', fair: another, on })
    expect(joined.body.events).toEqual(['HelpGiven'])
    const seen = await until(async () => {
      const { body } = await opened.ask('manager', 'GET', `/fairs/${id}`)
      return (body.issues as { id: string }[]).length === 2 && body
    }, 'both issues at the fair')
    expect((seen.issues as { id: string }[]).map((one) => one.id).toSorted()).toEqual(ids.toSorted())
    const { hiring } = await issueOf(ids[0] ?? '')
    const { helps } = hiring as unknown as { helps: { fair?: string }[] }
    expect(helps.map(({ fair: one }) => one).toSorted()).toEqual([another, id].toSorted())
  })

  it('that is to come is planned without counts, and counted afterwards', async () => {
    const planned = { title: '明年春季招聘会', on: '2027-03-01', place: '高桥园区' }
    const early = await opened.ask('talent-1', 'POST', '/fairs', { ...planned, visitors: 10 })
    expect([early.status, early.body.errors]).toEqual([
      400,
      [{ pointer: '/visitors', message: '招聘会在2027-03-01举行，人数请在当天或以后填写' }],
    ])
    const held = await opened.ask('talent-1', 'POST', '/fairs', { ...planned, on })
    const { id } = held.body.fair as { id: string }
    const counted = await opened.ask('talent-1', 'POST', `/fairs/${id}`, { visitors: 260, intentions: 41 })
    expect(counted.body).toMatchObject({
      fair: { title: '明年春季招聘会', visitors: 260, intentions: 41 },
      version: 2,
    })
  })

  it('takes issues of hiring only', async () => {
    const other = await tell.issueAt('handling', 'own')
    const body = { title: '招聘会', on, place: '城区', issues: [other] }
    const { status, body: said } = await opened.ask('dispatcher', 'POST', '/fairs', body)
    expect([status, said.errors]).toEqual([400, [{ pointer: '/issues/0', message: `${other} 不是用工诉求` }]])
  })

  it('that is not there cannot be named', async () => {
    const id = await tell.issueAt('handling', 'other')
    const { body } = await give(id, 'recordHelp', { kind: 'fair', fair: 'F20261122-7K3Q9', on })
    expect(body.code).toBe('unknownFair')
  })

  it('is listed with its year, the latest first', async () => {
    const { body } = await opened.ask('auditor', 'GET', '/fairs?year=2026&limit=1')
    expect(body.items).toHaveLength(1)
    const next = await opened.ask('auditor', 'GET', `/fairs?year=2026&limit=1&cursor=${body.cursor}`)
    expect(next.body.items).toHaveLength(1)
    expect(next.body.items).not.toEqual(body.items)
  })
})
