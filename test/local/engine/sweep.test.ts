import { randomUUID } from 'node:crypto'
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDynamoTable } from '../../../functions/store/dynamo-table.ts'
import type { Table } from '../../../functions/store/table.ts'
import { type Engine, memoryEngine } from '../../../local/engine/engine.ts'
import { sweepExpired } from '../../../local/engine/sweep.ts'
import { openClient, tableName } from '../../../local/office/clients.ts'
import { wholeChain } from '../../support/chain.ts'
import { openQuietOffice, type QuietOffice } from '../../support/quiet-office.ts'
import { stories } from '../../support/stories.ts'

const hour = 3_600_000

describe('an answer kept for a repeated request', () => {
  let opened: QuietOffice
  let client: DynamoDBClient
  beforeAll(async () => {
    opened = await openQuietOffice()
    client = await openClient(opened.office.engineEndpoint)
  })
  afterAll(() => opened.close())

  const sweep = () => sweepExpired({ client, tableName, now: opened.clock.now() })
  const log = (key: string) => {
    const body = stories(opened).request()
    return opened.ask('official-1', 'POST', '/issues', body, { 'idempotency-key': key })
  }

  it('is there for a day, then swept away; the issue and its events stay', async () => {
    const key = randomUUID()
    const id = String((await log(key)).body.id)
    await opened.settled()
    const told = await wholeChain(opened.office.plainTable, id)
    await opened.clock.advance(23 * hour)
    await sweep()
    expect((await log(key)).body.id).toBe(id)
    await opened.clock.advance(2 * hour)
    expect(await sweep()).toBeGreaterThan(0)
    expect(await sweep()).toBe(0)
    expect((await opened.ask('official-1', 'GET', `/issues/${id}`)).status).toBe(200)
    expect((await wholeChain(opened.office.plainTable, id)).slice(0, told.length)).toEqual(told)
    expect((await log(key)).body.id).not.toBe(id)
  })
})

describe('a sweep', () => {
  let engine: Engine
  let client: DynamoDBClient
  let table: Table
  beforeAll(async () => {
    engine = await memoryEngine()
    client = await openClient(engine.endpoint)
    table = makeDynamoTable(client, tableName)
  })
  afterAll(() => engine.stop())

  const now = new Date('2026-11-23T01:30:00Z')
  const seconds = now.getTime() / 1000
  const row = (n: number, ttl?: number) => ({
    pk: `SWEPT#${n}`,
    sk: 'A',
    ...(ttl !== undefined && { ttl }),
  })
  const put = (rows: readonly ReturnType<typeof row>[]) => table.transact(rows.map((one) => ({ put: one })))
  const left = async () => {
    const page = await client.send(new ScanCommand({ TableName: tableName }))
    return (page.Items ?? []).map(({ pk }) => pk?.S)
  }

  it('takes what has expired, and nothing that has not or never will', async () => {
    await put([row(1, seconds - 1), row(2, seconds), row(3, seconds + 1), row(4)])
    expect(await sweepExpired({ client, tableName, now })).toBe(1)
    expect((await left()).toSorted()).toEqual(['SWEPT#2', 'SWEPT#3', 'SWEPT#4'])
  })

  it('leaves a row that was written anew after it was seen', async () => {
    await put([row(5, seconds - 1)])
    const send = client.send.bind(client) as (command: unknown) => Promise<unknown>
    const interrupted = {
      send: async (command: unknown) => {
        const answer = await send(command)
        if (command instanceof ScanCommand) await put([row(5, seconds + 60)])
        return answer
      },
    } as unknown as DynamoDBClient
    expect(await sweepExpired({ client: interrupted, tableName, now })).toBe(0)
    expect(await left()).toContain('SWEPT#5')
  })

  it('ends between two pages where the office closes, and the next takes the rest', async () => {
    const before = await left()
    const rows = Array.from({ length: 1_100 }, (_, n) => row(1_000 + n, 1))
    for (let n = 0; n < rows.length; n += 100) await put(rows.slice(n, n + 100))
    const first = await sweepExpired({ client, tableName, now, over: AbortSignal.abort() })
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(rows.length)
    expect(await sweepExpired({ client, tableName, now })).toBe(rows.length - first)
    expect((await left()).toSorted()).toEqual(before.toSorted())
  })
})
