import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'
import { commitTo } from '../../../functions/store/stream.ts'
import type { Table } from '../../../functions/store/table.ts'
import { type ChangeFeed, startChangeFeed } from '../../../local/change-feed/change-feed.ts'
import { observeEvents } from '../../../local/change-feed/observed-table.ts'
import { until } from '../../support/office.ts'

const at = '2026-11-23T01:00:00Z'
const pk = (id: string) => `ISSUE#${id}`

let feed: ChangeFeed | undefined
afterEach(() => feed?.stop())

/** A feed over a table, with one consumer that notes what it is given. */
const aFeed = async (table: Table, more: { busy?: () => boolean; windowMs?: number } = {}) => {
  const given: string[] = []
  const consumer = async ({ Records }: DynamoDBStreamEvent) => {
    given.push(...Records.map((record) => record.dynamodb?.SequenceNumber ?? ''))
    return { batchItemFailures: [] }
  }
  const { windowMs, ...rest } = more
  const consumers = [{ consumer, batch: 10, ...(windowMs !== undefined && { windowMs }) }]
  const onFault = (error: unknown) => {
    throw error
  }
  const started = await startChangeFeed({ table, consumers, now: () => at, onFault, everyMs: 20, ...rest })
  feed = started
  const observed = observeEvents(table, started.take, started.doubt)
  const log = (id: string, version = 0) =>
    commitTo(observed, { pk: pk(id), id, version, facts: [{ type: 'Logged' }], at, by: 'x', head: {} })
  return { given, log, started }
}

describe('the change feed', () => {
  it('delivers a committed event once', async () => {
    const { given, log, started } = await aFeed(makeMemoryTable())
    await log('1')
    await started.idle()
    expect(given).toEqual(['ISSUE#1 EVENT#000001'])
  })

  it('delivers an event that was committed although the answer was lost', async () => {
    const table = makeMemoryTable()
    const transact: Table['transact'] = async (writes) => {
      await table.transact(writes)
      throw new Error('the connection broke')
    }
    const { given, log } = await aFeed({ ...table, transact })
    await expect(log('1')).rejects.toThrow('the connection broke')
    await until(async () => given.length > 0, 'the event')
    expect(given).toEqual(['ISSUE#1 EVENT#000001'])
  })

  it('delivers an event whose second try was refused because the first had been committed', async () => {
    const table = makeMemoryTable()
    const transact: Table['transact'] = async (writes) => {
      await table.transact(writes)
      return table.transact(writes)
    }
    const { given, log } = await aFeed({ ...table, transact })
    expect(await log('1')).toMatchObject({ written: false })
    await until(async () => given.length > 0, 'the event')
    expect(given).toEqual(['ISSUE#1 EVENT#000001'])
  })

  it('delivers nothing of a transaction that was refused', async () => {
    const { given, log, started } = await aFeed(makeMemoryTable())
    await log('1')
    expect(await log('1', 7)).toMatchObject({ written: false })
    await log('2')
    await started.idle()
    expect(given).toEqual(['ISSUE#1 EVENT#000001', 'ISSUE#2 EVENT#000001'])
  })

  it('delivers what a new office was given before its feed ran, however long that took', async () => {
    const table = makeMemoryTable()
    const tenMinutesBefore = '2026-11-23T00:50:00Z'
    const facts = [{ type: 'Logged' }]
    await commitTo(table, {
      pk: pk('1'),
      id: '1',
      version: 0,
      facts,
      at: tenMinutesBefore,
      by: 'x',
      head: {},
    })
    const { given, started } = await aFeed(table)
    await started.idle()
    expect(given).toEqual(['ISSUE#1 EVENT#000001'])
  })

  it('lets people go first, and goes on when nobody waits any more', async () => {
    let busy = true
    const more = { busy: () => busy, windowMs: 60_000 }
    const { given, log, started } = await aFeed(makeMemoryTable(), more)
    await log('1')
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(given).toEqual([])
    busy = false
    await started.idle()
    expect(given).toHaveLength(1)
  })

  it('does not wait for people for ever', async () => {
    const { given, log, started } = await aFeed(makeMemoryTable(), { busy: () => true, windowMs: 40 })
    await log('1')
    await started.idle()
    expect(given).toHaveLength(1)
  })
})
