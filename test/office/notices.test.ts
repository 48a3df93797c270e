import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NoticeList } from '../../core/api/notices.ts'
import { makeRobot } from '../../functions/lib/robot.ts'
import { type ARobot, openRobot } from '../functions/notices/a-robot.ts'
import { until } from '../support/office.ts'
import { expectProblem } from '../support/problems.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'

let robot: ARobot
let opened: QuietOffice
let tell: ReturnType<typeof stories>
beforeAll(async () => {
  robot = await openRobot()
  const messenger = makeRobot({ kind: 'wecom', url: robot.url }, 200)
  opened = await openQuietOffice({ messenger })
  tell = stories(opened)
})
afterAll(async () => {
  await opened.close()
  await robot.close()
})

const inboxOf = async (user: string, query = '') => {
  await opened.settled()
  const reply = await opened.ask(user, 'GET', `/notices${query}`)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body as unknown as NoticeList
}
const kindsOf = async (user: string, id: string) =>
  (await inboxOf(user)).items.filter((one) => one.issue === id).map((one) => one.kind)
const aloudOf = (id: string) => robot.texts().filter((text) => text.includes(id))

const close = { closure: 'solved', text: '已解决，联系 13800002185。' }
const unhappy = { via: 'call', text: '企业说没有解决。' }

describe('from logging to a dispute', () => {
  it('tells each step to those who have to move next, and to nobody who took it', async () => {
    const id = await tell.issueAt('assigned')
    expect(await kindsOf('parks-1', id)).toEqual(['assigned'])
    expect(await kindsOf('talent-1', id)).toEqual([])
    await opened.command('parks-1', id, 'acceptAssignment')
    await opened.command('parks-1', id, 'proposeClosure', close)
    expect(await kindsOf('official-1', id)).toEqual(['toConfirm'])
    expect(await kindsOf('official-3', id)).toEqual([])
    await opened.command('official-1', id, 'disputeClosure', unhappy)
    expect(await kindsOf('parks-1', id)).toEqual(['disputed', 'assigned'])
    expect(await kindsOf('official-1', id)).toEqual(['toConfirm'])
    expect(await kindsOf('official-2', id)).toEqual(['disputeTaken', 'toConfirm'])

    const everything = JSON.stringify([await inboxOf('parks-1'), await inboxOf('official-2')])
    expect(everything).not.toMatch(/13800002185|没有解决|路灯/)
    expect(await until(async () => aloudOf(id).length > 0 && aloudOf(id), 'the group hears it')).toEqual([
      expect.stringContaining('园区建设服务局'),
    ])
  })

  it('a deadline that passes is told by the clock, once', async () => {
    const id = await tell.issueAt('assigned')
    await opened.clock.advance(2 * 24 * 3600 * 1000)
    const kinds = await kindsOf('parks-1', id)
    expect(kinds.filter((kind) => kind === 'overdue')).toHaveLength(2)
    expect(await kindsOf('dispatcher', id)).toEqual(kinds.filter((kind) => kind === 'overdue'))
    expect(await kindsOf('manager', id)).toEqual(['toSupervise'])
  })
})

describe('reading', () => {
  it('is said by the time of the list, and holds for one person only', async () => {
    const { unread, asOf, items } = await inboxOf('parks-1')
    expect(unread).toBeGreaterThan(0)
    expect(items.every((one) => one.unread)).toBe(true)
    const colleague = await inboxOf('parks-2')
    const headers = { 'idempotency-key': 'read-once' }
    const mark = () => opened.ask('parks-1', 'POST', '/notices/read', { upTo: asOf }, headers)
    expect((await mark()).body).toEqual({ upTo: asOf })
    expect((await mark()).body).toEqual({ upTo: asOf })
    expect(await inboxOf('parks-1')).toMatchObject({ unread: 0 })
    expect(await inboxOf('parks-2')).toMatchObject({ unread: colleague.unread })
    const other = { upTo: '2026-11-23T00:00:00Z' }
    const reused = await opened.ask('parks-1', 'POST', '/notices/read', other, headers)
    expectProblem(reused, 422, 'keyReused')
  })

  it('goes page by page, the latest first', async () => {
    const { items } = await inboxOf('parks-1')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await inboxOf('parks-1', `?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...page.items.map((one) => one.id))
      cursor = page.cursor
    } while (cursor)
    expect(seen).toEqual(items.map((one) => one.id))
    expect(seen).toEqual(seen.toSorted().reverse())
  })

  it.each([
    ['a time to come', { upTo: '2030-01-01T00:00:00Z' }, 'dateInTheFuture'],
    ['no time', {}, 'badInput'],
    ['a date', { upTo: '2026-11-23' }, 'badInput'],
  ])('with %s is refused', async (_, body, code) => {
    expectProblem(await opened.ask('parks-1', 'POST', '/notices/read', body), 400, code)
  })

  it('with a cursor of another list is refused', async () => {
    expectProblem(await opened.ask('parks-1', 'GET', '/notices?cursor=bm8'), 400, 'badInput')
  })
})

describe('a robot that fails', () => {
  const disputed = async () => {
    const id = await tell.issueAt('confirming')
    const said = robot.said.length
    await opened.command('official-1', id, 'disputeClosure', unhappy)
    await until(async () => robot.said.length > said, 'the robot is told')
    return id
  }

  it.each([
    ['answers 500', { status: 500 }],
    ['never answers', { silent: true }],
    ['refuses', { body: '{"errcode":45009}' }],
  ])('because it %s holds up neither inbox nor workflow, and is not told twice', async (_, answer) => {
    robot.answers(answer)
    const id = await disputed()
    expect(await kindsOf('parks-1', id)).toContain('disputed')
    await opened.office.functions.notices.bus({
      source: 'zhuqi',
      'detail-type': 'ClosureDisputed',
      detail: { id, seq: await seqOf(id, 'ClosureDisputed') },
    } as Parameters<typeof opened.office.functions.notices.bus>[0])
    robot.answers({})
    const next = await disputed()
    expect(aloudOf(next)).toHaveLength(1)
    expect(aloudOf(id)).toHaveLength(1)
    expect((await kindsOf('parks-1', id)).filter((kind) => kind === 'disputed')).toHaveLength(1)
  })

  const seqOf = async (id: string, type: string) => {
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${id}/events`)
    return (body.items as { seq: number; type: string }[]).find((event) => event.type === type)?.seq
  }
})
