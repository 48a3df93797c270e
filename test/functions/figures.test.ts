import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IssueEvent } from '../../core/issue/events.ts'
import { makeContainer } from '../../functions/lib/container.ts'
import { silentLog } from '../../functions/lib/log.ts'
import { addReference } from '../../functions/lib/reference.ts'
import { projectorConsumer } from '../../functions/projector/consumer.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import { streamRecord } from '../../local/change-feed/record.ts'
import { sampleReference } from '../../local/office/sample-office.ts'
import { expectFiguresAgree } from '../support/figures-agree.ts'
import type { Exported } from '../support/independent-recount.ts'
import { keepStream } from '../support/keep-stream.ts'
import { manyStreams } from '../support/many-issues.ts'
import { makeStrictTable } from '../support/strict-table.ts'

/** Long after everything in the stories. */
const now = '2036-01-15T02:00:00Z'

const anOffice = async () => {
  const table = makeStrictTable()
  await addReference(table, sampleReference())
  const items: Item[] = []
  const fault = { next: 'none' as 'none' | 'before' | 'after' }
  const listening: Table = {
    ...table,
    transact: async (writes) => {
      const result = await table.transact(writes)
      for (const write of result.written ? writes : [])
        if ('put' in write && write.put.sk.startsWith('EVENT#')) items.push(write.put)
      return result
    },
  }
  const breakable: Table = {
    ...table,
    transact: async (writes) => {
      const now = fault.next
      fault.next = 'none'
      if (now === 'before') throw new Error('broke down')
      const result = await table.transact(writes)
      if (now === 'after') throw new Error('broke down, but it was written')
      return result
    },
  }
  const container = makeContainer({ table: breakable, now: () => new Date(now) })
  return { table: listening, items, fault, container, consumer: projectorConsumer(container, silentLog) }
}

const exported = (streams: readonly (readonly IssueEvent[])[]) =>
  streams as unknown as readonly (readonly Exported[])[]

describe('an independent recount of the exported events', () => {
  it('equals every figure, in every breakdown and month, of a thousand issues whose news came in disorder', async () => {
    const streams = manyStreams(1000, now)
    const office = await anOffice()
    for (const events of streams) await keepStream(office.table, events)
    const records = office.items.map(streamRecord)
    const dice = fc.sample(fc.nat(), { numRuns: records.length * 2, seed: 3 })
    // Everything once and a third of it twice, in any order, in batches of any size, some of which break down.
    const order = [...records.keys(), ...[...records.keys()].filter((n) => (dice[n] ?? 0) % 3 === 0)]
      .map((index, place) => [dice[place] ?? 0, index] as const)
      .toSorted(([a], [b]) => a - b)
    for (let start = 0, batch = 0; start < order.length; batch++) {
      const size = 1 + ((dice[batch] ?? 0) % 100)
      const some = order.slice(start, start + size).flatMap(([, index]) => records[index] ?? [])
      office.fault.next = (['none', 'none', 'before', 'after'] as const)[(dice[batch] ?? 0) % 4] ?? 'none'
      const { batchItemFailures } = await office.consumer({ Records: some })
      office.fault.next = 'none'
      // The stream brings again what was not acknowledged.
      if (batchItemFailures.length > 0) await office.consumer({ Records: some })
      start += size
    }
    expect(await expectFiguresAgree(office.container, exported(streams))).toBeGreaterThan(5000)
  }, 60_000)
})
