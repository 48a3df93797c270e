import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'
import type { Item, Table } from '../../../functions/store/table.ts'
import { dynamoDbLocalTable, javaIsPresent } from '../../support/dynamodb-local.ts'
import { engineTable } from '../../support/table.ts'

type Opened = { table: Table; close(): Promise<unknown> }
const implementations: Record<string, () => Promise<Opened>> = {
  'in memory': async () => ({ table: makeMemoryTable(), close: async () => {} }),
  'on the DynamoDB engine': engineTable,
  ...(javaIsPresent() && { "on AWS's DynamoDB Local": dynamoDbLocalTable }),
}

const row = (pk: string, sk: string, more: Record<string, unknown> = {}): Item => ({ pk, sk, ...more })

describe.each(Object.entries(implementations))('the table %s', (_, open) => {
  let opened: Opened
  let table: Table
  beforeAll(async () => {
    opened = await open()
    table = opened.table
  })
  afterAll(() => opened.close())

  it('gives back what was put, byte for byte, and nothing for what was not', async () => {
    const item = row('A', '1', {
      text: '助企',
      n: 1.5,
      list: ['a', { b: true }],
      bytes: Buffer.from([1, 2, 255]),
    })
    expect(await table.transact([{ put: item }])).toEqual({ written: true })
    const found = await table.get({ pk: 'A', sk: '1' })
    expect(found).toMatchObject({ text: '助企', n: 1.5, list: ['a', { b: true }] })
    expect(Buffer.from(found?.bytes as Uint8Array)).toEqual(item.bytes)
    expect(await table.get({ pk: 'A', sk: '2' })).toBeUndefined()
  })

  it('writes nothing at all when one condition fails, and says which', async () => {
    await table.transact([{ put: row('B', '1') }])
    const result = await table.transact([
      { put: row('B', '2'), when: 'absent' },
      { put: row('B', '1'), when: 'absent' },
    ])
    expect(result).toEqual({ written: false, why: 'condition', failed: [1] })
    expect(await table.get({ pk: 'B', sk: '2' })).toBeUndefined()
  })

  it('lets one of two writers at the same version win', async () => {
    await table.transact([{ put: row('C', 'HEAD', { version: 1 }), when: 'absent' }])
    const write = (by: string) =>
      table.transact([{ put: row('C', 'HEAD', { version: 2, by }), when: { version: 1 } }])
    const results = await Promise.all(['a', 'b', 'c', 'd'].map(write))
    expect(results.filter((result) => result.written)).toHaveLength(1)
    const late = await write('late')
    expect(late).toEqual({ written: false, why: 'condition', failed: [0] })
  })

  it('writes nothing when a row that it only looks at is not as it was read', async () => {
    await table.transact([{ put: row('CK', 'HEAD', { version: 1 }) }])
    const write = (sk: string, when: 'absent' | { version: number }) =>
      table.transact([{ put: row('CK', sk) }, { check: { pk: 'CK', sk: 'HEAD' }, when }])
    expect(await write('1', { version: 1 })).toEqual({ written: true })
    expect(await write('2', { version: 2 })).toEqual({ written: false, why: 'condition', failed: [1] })
    expect(await write('3', 'absent')).toEqual({ written: false, why: 'condition', failed: [1] })
    expect(await table.get({ pk: 'CK', sk: '2' })).toBeUndefined()
    expect(await table.get({ pk: 'CK', sk: 'HEAD' })).toMatchObject({ version: 1 })
  })

  it('takes the place of a row that has expired, and of no other', async () => {
    const when = { absentOrExpiredBy: '2026-11-22T00:00:00Z' }
    const put = (expiresAt: string) => table.transact([{ put: row('D', '1', { expiresAt }), when }])
    expect(await put('2026-11-21T00:00:00Z')).toEqual({ written: true })
    expect(await put('2026-11-23T00:00:00Z')).toEqual({ written: true })
    expect(await put('2026-11-24T00:00:00Z')).toMatchObject({ written: false })
  })

  it('adds to counters, from nothing too, and takes away again', async () => {
    await table.transact([{ add: { pk: 'E', sk: 'all' }, amounts: { open: 2, 'stage.logged': 1 } }])
    await table.transact([{ add: { pk: 'E', sk: 'all' }, amounts: { open: -1 } }])
    expect(await table.get({ pk: 'E', sk: 'all' })).toMatchObject({ open: 1, 'stage.logged': 1 })
  })

  it('answers the rows of a partition in key order, page by page, each once', async () => {
    await table.transact(['5', '3', '1', '4', '2'].map((sk) => ({ put: row('F', sk) })))
    const seen: string[] = []
    let after: Readonly<Record<string, string>> | undefined
    do {
      const page = await table.query({ pk: 'F', limit: 2, ...(after && { after }) })
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map((item) => item.sk))
      after = page.next
    } while (after)
    expect(seen).toEqual(['1', '2', '3', '4', '5'])
    const back = await table.query({ pk: 'F', descending: true, sk: { from: '2', to: '4' } })
    expect(back.items.map((item) => item.sk)).toEqual(['4', '3', '2'])
    const some = await table.query({ pk: 'F', sk: { beginsWith: '4' } })
    expect(some.items.map((item) => item.sk)).toEqual(['4'])
  })

  it('finds rows by an index while they carry its keys, and no longer when they do not', async () => {
    const put = (sk: string, more: Record<string, unknown>) => table.transact([{ put: row('G', sk, more) }])
    await put('a', { wl: 'WORK#x', wlAt: '2026-01-02#a' })
    await put('b', { wl: 'WORK#x', wlAt: '2026-01-01#b' })
    const list = async () =>
      (await table.query({ index: 'worklist', pk: 'WORK#x' })).items.map((item) => item.sk)
    expect(await list()).toEqual(['b', 'a'])
    await put('b', {})
    expect(await list()).toEqual(['a'])
  })

  it('swaps a row and hands back the one before', async () => {
    expect(await table.swap(row('H', '1', { token: 'first' }))).toBeUndefined()
    expect(await table.swap(row('H', '1', { token: 'second' }))).toMatchObject({ token: 'first' })
    expect(await table.get({ pk: 'H', sk: '1' })).toMatchObject({ token: 'second' })
  })

  it('reads many rows at once and leaves out those that are not there', async () => {
    await table.transact(Array.from({ length: 60 }, (_, i) => ({ put: row('I', String(i)) })))
    const wanted = Array.from({ length: 130 }, (_, i) => ({ pk: 'I', sk: String(i) }))
    expect(await table.getMany(wanted)).toHaveLength(60)
    expect(await table.getMany([])).toEqual([])
  })

  it('removes rows', async () => {
    await table.transact([{ put: row('J', '1') }])
    await table.transact([{ remove: { pk: 'J', sk: '1' } }])
    expect(await table.get({ pk: 'J', sk: '1' })).toBeUndefined()
  })
})
