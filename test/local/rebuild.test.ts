import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../core/calendar/default-calendar.ts'
import { makeContainer } from '../../functions/lib/container.ts'
import { addReference } from '../../functions/lib/reference.ts'
import { projectIssues } from '../../functions/projector/project.ts'
import { projectFirms } from '../../functions/projector/project-firms.ts'
import { makeDynamoTable } from '../../functions/store/dynamo-table.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Item, Write } from '../../functions/store/table.ts'
import { memoryEngine } from '../../local/engine/engine.ts'
import { openClient, tableName } from '../../local/office/clients.ts'
import { sampleReference } from '../../local/office/sample-office.ts'
import type { Office } from '../../local/rebuild/office.ts'
import { differencesOf, recount } from '../../local/rebuild/recount.ts'
import { repair } from '../../local/rebuild/repair.ts'
import { fresh, State } from '../../local/rebuild/state.ts'
import sampleFirms from '../../samples/firms.json' with { type: 'json' }
import { aChoice } from '../core/referral-streams.ts'
import { keepStream } from '../support/keep-stream.ts'
import { manyStreams } from '../support/many-issues.ts'

let office: Office
let client: DynamoDBClient
let close: () => Promise<void>
const ids: string[] = []
const quiet = () => undefined
const all = () => recount(office, fresh(), quiet)

beforeAll(async () => {
  const engine = await memoryEngine()
  client = await openClient(engine.endpoint)
  const table = makeDynamoTable(client, tableName)
  close = () => engine.stop()
  await addReference(table, sampleReference())
  office = { client, table, name: tableName, calendar: defaultCalendar }
  const withBanks = aChoice().map((event) =>
    event.type === 'IssueLogged' ? { ...event, id: '20261123-B4NK5' } : event,
  )
  const streams = [...manyStreams(40, '2030-01-15T02:00:00Z'), withBanks]
  for (const events of streams) ids.push(await keepStream(table, events))
  const firms = sampleFirms.slice(0, 40)
  for (const [index, { uscc, name }] of firms.entries()) {
    const firm = { uscc, name, park: `园区${index % 3}` }
    const dims = ['all', `park:${firm.park}`]
    await table.transact([
      { put: { ...keys.firmHead(uscc), version: 1, hash: 'x', firm } },
      { put: { ...keys.visitedFirm('2026-11', uscc), version: 1, dims } },
      ...dims.map((dim) => ({ add: keys.counters('2026-11', dim), amounts: { visited: 1 } })),
    ])
  }
  const container = makeContainer({ table, now: () => new Date('2027-12-01T00:00:00Z') })
  office = { ...office, calendar: await container.calendar() }
  await projectIssues(container, ids)
  await projectFirms(
    container,
    firms.map(({ uscc }) => uscc),
  )
})
afterAll(() => close())

describe('a recount of the whole table', () => {
  it('finds nothing where the projector has counted everything', async () => {
    const state = await all()
    expect(state.issues).toBe(ids.length)
    expect(state.expected['roster/all']).toEqual({ roster: 40 })
    expect(state.expected['2026-11/all']?.visited).toBe(40)
    expect([differencesOf(state), state.wrong]).toEqual([[], []])
  })

  it.each([
    [7, 1],
    [7, 3],
    [37, 3],
  ])(
    'in pages of %i rows and %i parts that was interrupted after any of them ends with the same',
    async (rows, parts) => {
      const whole = await all()
      const stops: State[] = []
      const paged = { ...office, client: byPages(client, rows) }
      await recount(paged, fresh(parts), (state) => stops.push(State.parse(structuredClone(state))))
      expect(stops.length).toBeGreaterThan(5)
      for (const kept of stops.slice(0, -1).filter((_, index) => index % Math.ceil(37 / rows) === 0)) {
        const resumed = await recount(office, structuredClone(kept), quiet)
        expect(resumed.expected).toEqual(whole.expected)
        expect(resumed.rows).toEqual(whole.rows)
        expect(resumed.events).toBe(whole.events)
      }
    },
  )

  it('prints what differs, and repairs it where asked', async () => {
    const [id = ''] = ids
    const page = await office.table.query({ pk: keys.counters('2026-11', '').pk })
    const row = page.items.find(({ sk }) => sk === 'all')
    await office.table.transact([{ add: keys.counters('2026-11', 'all'), amounts: { logged: 5 } }])
    const before = await memberOf(id)
    await office.table.transact([{ put: { ...before, counted: '[]' } }])
    const broken = await all()
    expect(broken.wrong).toEqual([id])
    const logged = Number(row?.logged)
    expect(differencesOf(broken)).toEqual([
      { place: '2026-11/all', name: 'logged', stored: logged + 5, expected: logged },
    ])
    const mended = await repair(office, broken, quiet)
    expect([differencesOf(mended), mended.wrong]).toEqual([[], []])
  })
})

describe('rows of an earlier version, which kept every number apart', () => {
  it('are read as what they say, and those that say something wrong are found and put right', async () => {
    const [first = '', second = ''] = ids
    for (const id of [first, second]) {
      const row = await memberOf(id)
      await office.table.transact([{ put: { ...row, counted: JSON.parse(String(row.counted)) } }])
    }
    expect((await all()).wrong).toEqual([])
    const wrong = await memberOf(second)
    await office.table.transact([{ put: { ...wrong, counted: [] } }])
    const broken = await all()
    expect(broken.wrong).toEqual([second])
    const mended = await repair(office, broken, quiet)
    expect([differencesOf(mended), mended.wrong]).toEqual([[], []])
  })
})

describe('what stands beside the row of an issue', () => {
  const others = async (ending: RegExp) => {
    const months = ['2026-09', '2026-10', '2026-11', '2026-12']
    for (const id of ids) {
      const own = await memberOf(id)
      const rows = await office.table.getMany(
        months.flatMap((month) => [keys.member(month, id), keys.financedFirm(month, id)]),
      )
      const beside = rows.find(({ pk }) => pk !== own.pk && ending.test(pk))
      if (beside) return { id, beside }
    }
    throw new Error('no issue has such a row')
  }
  const changes: [string, RegExp, (row: Item) => Write][] = [
    ['its copy in a later month, lost', /\d$/, ({ pk, sk }) => ({ remove: { pk, sk } })],
    ['its copy in a later month, changed', /\d$/, (row) => ({ put: { ...row, counted: '[]' } })],
    ['the firm behind it, lost', /#financed$/, ({ pk, sk }) => ({ remove: { pk, sk } })],
    ['the firm behind it, another', /#financed$/, (row) => ({ put: { ...row, firm: '914401010000000000' } })],
  ]
  it.each(changes)('is found and put right: %s', async (_, ending, change) => {
    const { id, beside } = await others(ending)
    await office.table.transact([change(beside)])
    const broken = await all()
    expect(broken.wrong).toEqual([id])
    const mended = await repair(office, broken, quiet)
    expect([differencesOf(mended), mended.wrong]).toEqual([[], []])
    expect(await office.table.get(beside)).toEqual(beside)
  })
})

const memberOf = async (id: string) => {
  for (const month of ['2026-09', '2026-10', '2026-11']) {
    const row = await office.table.get(keys.member(month, id))
    if (row?.version) return row
  }
  throw new Error(`${id} is not counted`)
}

/** The same client with pages of so many items. */
const byPages = (plain: DynamoDBClient, Limit: number): DynamoDBClient =>
  Object.assign(Object.create(plain), {
    send: (command: { input: object }) => {
      Object.assign(command.input, { Limit })
      return plain.send(command as never)
    },
  }) as DynamoDBClient
