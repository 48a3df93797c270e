import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { NoticeList } from '../../../core/api/notices.ts'
import type { Box } from '../../../core/notices/boxes.ts'
import type { Principal } from '../../../core/principal.ts'
import { dateAdd } from '../../../core/zone-time.ts'
import { inboxOperations } from '../../../functions/inbox/operations.ts'
import { keepNotices } from '../../../functions/lib/inbox.ts'
import { people } from '../../core/office.ts'
import { officeWith } from './stored-issues.ts'

let office: Awaited<ReturnType<typeof officeWith>>
beforeEach(async () => {
  office = await officeWith([], '2026-12-01T02:00:00Z')
})

const none = { params: undefined, bytes: new Uint8Array() }
const list = async (principal: Principal, query: { limit?: number; cursor?: string } = {}) => {
  const answer = await inboxOperations(office.container).listNotices({
    ...none,
    principal,
    query: { limit: 20, ...query },
    body: undefined,
  })
  if (!('body' in answer)) throw new Error(JSON.stringify(answer))
  return NoticeList.parse(answer.body)
}
const read = (principal: Principal, upTo: string) =>
  inboxOperations(office.container).readNotices({ ...none, principal, query: undefined, body: { upTo } })

const issue = '20261123-7K3Q9'
const tell = (to: Box, at: string, more: { seq?: number; by?: string; arrived?: string } = {}) =>
  keepNotices(
    office.table,
    { issue, seq: more.seq ?? 1, at, by: more.by ?? 'system', firm: '甜城' },
    [{ to, kind: 'overdue', zh: '逾期。', en: 'Overdue.', aloud: false }],
    more.arrived ?? at,
  )

describe('an inbox', () => {
  it('shows to each what is for them, for their unit and for their desk, the latest first', async () => {
    await tell('user:dispatcher', '2026-11-30T01:00:00Z')
    await tell('dispatcher', '2026-11-30T03:00:00Z')
    await tell('department:service-centre', '2026-11-30T02:00:00Z')
    await tell('department:talent', '2026-11-30T04:00:00Z')
    await tell('team:team-1', '2026-11-30T05:00:00Z')
    const hours = async (principal: Principal) =>
      (await list(principal)).items.map(({ at }) => at.slice(11, 13))
    expect(await hours(people.dispatcher)).toEqual(['03', '02', '01'])
    expect(await hours(people.handler)).toEqual(['04'])
    expect(await hours(people.official)).toEqual(['05'])
    expect(await hours(people.otherOfficial)).toEqual([])
    expect(await hours(people.manager)).toEqual([])
  })

  it('shows a fact once to someone who is told it in two places', async () => {
    await tell('dispatcher', '2026-11-30T03:00:00Z')
    await tell('department:service-centre', '2026-11-30T03:00:00Z')
    expect(await list(people.dispatcher)).toMatchObject({ items: [{ issue }], unread: 1 })
  })

  it('does not tell people what they did themselves, but tells their colleagues', async () => {
    await tell('team:team-1', '2026-11-30T03:00:00Z', { by: people.official.id })
    expect(await list(people.official)).toMatchObject({ items: [], unread: 0 })
    expect(await list(people.teammate)).toMatchObject({ items: [{ issue }], unread: 1 })
  })

  it('leaves out what is older than half a year', async () => {
    await tell('dispatcher', '2026-06-03T00:00:00Z')
    await tell('dispatcher', '2026-06-05T00:00:00Z')
    const { items } = await list(people.dispatcher)
    expect(items.map(({ at }) => at)).toEqual(['2026-06-05T00:00:00Z'])
  })

  it('can be paged through without a gap and without seeing anything twice', async () => {
    const place = fc.record({
      box: fc.constantFrom<Box>('dispatcher', 'department:service-centre', 'user:dispatcher'),
      minute: fc.integer({ min: 0, max: 59 }),
      seq: fc.integer({ min: 1, max: 4 }),
      by: fc.constantFrom('system', 'dispatcher'),
    })
    const at = (minute: number) => `2026-11-30T01:${String(minute).padStart(2, '0')}:00Z`
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { maxLength: 150 }),
        fc.integer({ min: 1, max: 50 }),
        async (places, limit) => {
          office = await officeWith([], '2026-12-01T02:00:00Z')
          const names = (one: (typeof places)[number]) => `${at(one.minute)}#${issue}#00000${one.seq}#overdue`
          // One fact was done by one person, whoever is told of it.
          const by = new Map(places.map((one) => [names(one), one.by]))
          for (const one of places)
            await tell(one.box, at(one.minute), { seq: one.seq, by: by.get(names(one)) ?? '' })
          const wanted = [...by].flatMap(([name, who]) => (who === 'dispatcher' ? [] : [name]))
          const seen: string[] = []
          let cursor: string | undefined
          do {
            const page = await list(people.dispatcher, { limit, ...(cursor && { cursor }) })
            expect(page.items.length).toBeLessThanOrEqual(limit)
            seen.push(...page.items.map(({ id }) => id))
            cursor = page.cursor
          } while (cursor)
          expect(seen).toEqual(wanted.toSorted().reverse())
        },
      ),
      { numRuns: 30 },
    )
  })

  it('with thousands of notices counts a hundred as unread and costs no more to look at', async () => {
    for (let day = 0; day < 150; day++)
      await tell('dispatcher', `${dateAdd('2026-06-10', day)}T00:00:00Z`, { arrived: '2026-11-30T00:00:00Z' })
    const page = await list(people.dispatcher)
    expect(page.unread).toBe(100)
    expect(page.items).toHaveLength(20)
  })

  it.each([
    'garbage',
    '',
    Buffer.from('2026-11-30T03:00:00Z#x').toString('base64url'),
    Buffer.from(`\u0000#${issue}#000001#overdue`).toString('base64url'),
  ])('refuses the cursor %j', async (cursor) => {
    const answer = await inboxOperations(office.container).listNotices({
      ...none,
      principal: people.dispatcher,
      query: { limit: 20, cursor },
      body: undefined,
    })
    expect(answer).toMatchObject({ refused: 'badInput', fields: [{ pointer: '/cursor' }] })
  })

  it('ends where a cursor leads to a time that is no longer kept', async () => {
    const cursor = Buffer.from(`1999-01-01T00:00:00Z#${issue}#000001#overdue`).toString('base64url')
    const page = await list(people.dispatcher, { cursor })
    expect(page.items).toEqual([])
    expect(page.cursor).toBeUndefined()
  })
})

describe('what has been read', () => {
  it('is what had arrived by then, for this person and for nobody else', async () => {
    await tell('department:talent', '2026-11-30T03:00:00Z')
    await tell('department:talent', '2026-11-30T04:00:00Z', { arrived: '2026-12-01T03:00:00Z' })
    await read(people.handler, '2026-12-01T02:00:00Z')
    const { items, unread } = await list(people.handler)
    expect(items.map((one) => one.unread)).toEqual([true, false])
    expect(unread).toBe(1)
    const colleague = { ...people.handler, id: 'talent-2' }
    expect(await list(colleague)).toMatchObject({ unread: 2 })
  })

  it('does not become unread again when an older window says so later', async () => {
    await tell('dispatcher', '2026-11-30T03:00:00Z')
    await read(people.dispatcher, '2026-12-01T02:00:00Z')
    await read(people.dispatcher, '2026-11-01T00:00:00Z')
    expect(await list(people.dispatcher)).toMatchObject({ unread: 0 })
  })

  it('cannot be what has not come yet', async () => {
    expect(await read(people.dispatcher, '2026-12-01T02:00:01Z')).toMatchObject({
      refused: 'dateInTheFuture',
      fields: [{ pointer: '/upTo' }],
    })
  })

  it.each(['2026-12-01T01:00Z', '2026-12-01T01:00:00.123456789Z'])(
    'takes every time that the schema takes: %s',
    async (upTo) => {
      expect(await read(people.dispatcher, upTo)).toEqual({ body: { upTo: '2026-12-01T01:00:00Z' } })
    },
  )
})
