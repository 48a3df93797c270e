import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theSystem } from '../../core/principal.ts'
import { kindsOfReference, type ReferenceRecord } from '../../core/reference/records.ts'
import { isRefusal } from '../../core/refusal.ts'
import { addRecord } from '../../functions/lib/reference-register.ts'
import { keys } from '../../functions/store/keys.ts'
import { readStream } from '../../functions/store/stream.ts'
import { wholeStream } from '../support/chain.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'

let opened: QuietOffice
beforeAll(async () => {
  opened = await openQuietOffice()
})
afterAll(() => opened.close())

type Row = { id: string; validFrom: string; name?: string }
const add = (kind: string, record: unknown, by = 'admin') =>
  opened.ask(by, 'POST', `/reference/${kind}`, record)
const list = async (kind: string, query = '', by = 'admin') => {
  const { status, body } = await opened.ask(by, 'GET', `/reference/${kind}${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { items: Row[]; added: Row[]; cursor?: string }
}
const team = (more: Record<string, unknown> = {}) => ({
  id: 'team-11',
  validFrom: '2026-11-23',
  source: '增设工作队的通知',
  name: '第11工作队',
  ...more,
})

describe('every kind of record', () => {
  it.each(kindsOfReference)('can be listed with its source: %s', async (kind) => {
    const { items } = await list(kind)
    for (const item of items) expect(item).toMatchObject({ source: expect.stringMatching(/./) })
  })
})

describe('a record that is added', () => {
  it('counts at once, with who added it and when beside it', async () => {
    expect((await add('team', team())).status).toBe(201)
    const { body } = await opened.ask('official-1', 'GET', '/directory')
    expect(body.teams).toContainEqual({ id: 'team-11', name: '第11工作队' })
    expect((await list('team')).added).toEqual([
      {
        id: 'team-11',
        validFrom: '2026-11-23',
        at: '2026-11-23T01:30:00Z',
        by: 'admin',
        byName: '系统管理员',
      },
    ])
  })

  it('replaces the one before from its day on, and both stay to be seen', async () => {
    await add('team', team({ id: 'team-12', name: '第12工作队' }))
    await add('team', team({ id: 'team-12', name: '第十二工作队', validFrom: '2026-12-01' }))
    const shown = (await list('team')).items.filter(({ id }) => id === 'team-12')
    expect(shown.map(({ validFrom, name }) => [validFrom, name])).toEqual([
      ['2026-11-23', '第12工作队'],
      ['2026-12-01', '第十二工作队'],
    ])
    const { body } = await opened.ask('admin', 'GET', '/directory')
    expect(body.teams).toContainEqual({ id: 'team-12', name: '第12工作队' })
  })

  it('is never overwritten: the same id from the same day is refused, and says to choose another day', async () => {
    await add('team', team({ id: 'team-13' }))
    const again = await add('team', team({ id: 'team-13', name: '改了名' }))
    expect(again.body).toMatchObject({ status: 409, code: 'recordExists' })
    expect(again.body.title).toContain('请换一个生效日期')
    expect((await list('team')).items.find(({ id }) => id === 'team-13')?.name).toBe('第11工作队')
  })

  it('leaves an event of who added it, chained to the one before, and the record with it', async () => {
    await add('bank', team({ id: 'new-bank', name: '新银行' }))
    await add('bank', team({ id: 'new-bank', name: '新银行二', validFrom: '2026-12-01' }))
    const { pk } = keys.recordHead('bank', 'new-bank')
    const { rows, notes } = await readStream(opened.office.plainTable, pk)
    expect(rows.map(({ by, fact }) => [by, (fact as Row).validFrom])).toEqual([
      ['admin', '2026-11-23'],
      ['admin', '2026-12-01'],
    ])
    expect(notes.get('000001')).toMatchObject({ note: { record: { name: '新银行' } } })
    await wholeStream(opened.office.plainTable, pk)
  })

  it('stands once when two people add the same at the same moment', async () => {
    const asked = ['admin', 'dispatcher'].flatMap((by) =>
      Array.from({ length: 4 }, (_, n) =>
        add(
          'routingRule',
          {
            id: 'cross',
            validFrom: '2026-12-01',
            source: `${by}的通知${n}`,
            category: 'other',
            keywords: ['跨部门'],
            department: 'parks',
          },
          by,
        ),
      ),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
  })
})

describe('lists of records', () => {
  it('come in pages that together hold everything once', async () => {
    const whole = (await list('user', '?limit=200')).items
    const seen: Row[] = []
    let cursor: string | undefined
    do {
      const page = await list('user', `?limit=7${cursor ? `&cursor=${cursor}` : ''}`)
      expect(page.items.length).toBeLessThanOrEqual(7)
      seen.push(...page.items)
      cursor = page.cursor
    } while (cursor)
    expect(seen).toEqual(whole)
    expect(whole.length).toBeGreaterThan(20)
  })

  it('show addresses of people to administrators and to nobody else', async () => {
    const email = 'new-handler@example.cn'
    const user = { id: 'parks-9', name: '新承办人', role: 'handler', department: 'parks', email }
    expect((await add('user', { ...team(), ...user })).status).toBe(201)
    expect(JSON.stringify(await list('user', '?limit=200'))).toContain(email)
    for (const by of ['dispatcher', 'official-1', 'manager', 'auditor'])
      expect(JSON.stringify(await list('user', '?limit=200', by))).not.toContain(email)
  })
})

describe('who may add what', () => {
  it.each(['zone', 'department', 'team', 'bank', 'user', 'officeHours'])(
    'the dispatcher adds no %s: that is for the administrator',
    async (kind) => {
      expect((await add(kind, team(), 'dispatcher')).body).toMatchObject({ status: 403, code: 'notAllowed' })
    },
  )

  it.each(['routingRule', 'serviceLevel', 'calendarYear', 'taxRefundRules'])(
    'the dispatcher adds a %s like the administrator',
    async (kind) => {
      const [latest] = (await list(kind)).items
      const next = { ...latest, validFrom: '2032-01-01' }
      expect((await add(kind, next, 'dispatcher')).status).toBe(201)
    },
  )

  it('the last administrator cannot be taken away', async () => {
    const me = (await list('user', '?limit=200')).items.find(({ id }) => id === 'admin')
    const gone = await add('user', { ...me, validFrom: '2026-11-24', role: 'auditor' })
    expect(gone.body).toMatchObject({ status: 409, code: 'lastAdmin' })
    const ends = await add('user', { ...me, validFrom: '2026-11-24', validTo: '2026-12-31' })
    expect(ends.body).toMatchObject({ status: 409, code: 'lastAdmin' })
  })

  it('someone who is entered as a handler can sign in and work at once', async () => {
    const user = { id: 'talent-9', name: '新承办人', role: 'handler', department: 'talent' }
    await add('user', { ...team(), ...user })
    expect((await opened.ask('talent-9', 'GET', '/issues?queue=unit')).status).toBe(200)
  })
})

describe('service levels', () => {
  const levels = async () =>
    (await list('serviceLevel')).items as unknown as ReferenceRecord<'serviceLevel'>[]

  it('say how long the tax office and a bank may take', async () => {
    const [level] = await levels()
    expect(level).toMatchObject({ taxFollowUp: { days: 10 }, bankDecision: { months: 1 } })
  })

  it('never end, and never stand twice for one urgency', async () => {
    const level = (await levels()).find(({ urgency }) => urgency === 'urgent')
    const ends = await add('serviceLevel', { ...level, validFrom: '2030-01-01', validTo: '2031-01-01' })
    expect(ends.body).toMatchObject({ code: 'badInput', errors: [{ pointer: '/validTo' }] })
    const twice = await add('serviceLevel', { ...level, id: 'urgent-2', validFrom: '2030-01-01' })
    expect(twice.body).toMatchObject({ code: 'badInput', errors: [{ pointer: '/id' }] })
    const other = await add('serviceLevel', { ...level, urgency: 'ordinary', validFrom: '2030-01-01' })
    expect(other.body).toMatchObject({ code: 'badInput', errors: [{ pointer: '/urgency' }] })
  })

  it('count for what is assigned from their day on', async () => {
    const level = (await levels()).find(({ urgency }) => urgency === 'ordinary')
    await add('serviceLevel', { ...level, validFrom: '2026-11-23', accept: { minutes: 30 } })
    const logged = await opened.ask('official-1', 'POST', '/issues', {
      firm: { uscc: '91511099MA6100017L' },
      category: 'hiring',
      content: '急缺焊工，按新时限办理。',
    })
    await opened.settled()
    await opened.clock.advance(1_000)
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${logged.body.id}`)
    expect(body.issue).toMatchObject({ assignment: { dues: { accept: '2026-11-23T02:00:00Z' } } })
  })
})

it('a year entered on the calendar page is a record like any other, with its event', async () => {
  const calendar = { year: 2033, status: 'published', source: '放假通知', off: [], work: [] }
  await opened.ask('dispatcher', 'POST', '/calendar/years', { calendar })
  const { items, added } = await list('calendarYear')
  expect(items).toContainEqual({ id: '2033', validFrom: '2026-11-23', source: '放假通知', calendar })
  expect(added).toContainEqual(expect.objectContaining({ id: '2033', by: 'dispatcher' }))
})

it('what the office itself loads is written as by the system', async () => {
  const result = await addRecord(opened.office.container, theSystem, 'bank', team({ id: 'loaded-bank' }))
  expect(isRefusal(result)).toBe(false)
  expect((await list('bank')).added).toContainEqual(
    expect.objectContaining({ id: 'loaded-bank', by: 'system' }),
  )
})
