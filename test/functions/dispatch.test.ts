import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awaitChangeTask } from '../../functions/await-change/task.ts'
import { dispatcherConsumer } from '../../functions/dispatcher/consumer.ts'
import type { Container } from '../../functions/lib/container.ts'
import { silentLog } from '../../functions/lib/log.ts'
import { readWait } from '../../functions/lib/waits.ts'
import { makeIssueStore } from '../../functions/store/issue-store.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import { streamRecord } from '../../local/change-feed/record.ts'
import { aDesk } from '../support/desk.ts'
import { makeStrictTable } from '../support/strict-table.ts'

/** Who was woken, started and superseded; every token is alive. */
const aWorkflowService = () => {
  const seen = {
    woken: new Set<string>(),
    started: [] as string[],
    superseded: new Set<string>(),
    /** Issues for which no execution can be started just now. */
    unstartable: new Set<string>(),
  }
  const workflows = {
    wake: async (token: string) => {
      seen.woken.add(token)
      return true
    },
    supersede: async (token: string) => {
      seen.superseded.add(token)
    },
    start: async (issueId: string, name: string) => {
      if (seen.unstartable.has(issueId)) throw new Error('the service is busy')
      seen.started.push(name)
    },
    startRound: async (_issueId: string, _round: number, name: string) => {
      seen.started.push(name)
    },
    deliver: async (_: string, name: string) => {
      seen.started.push(name)
    },
  }
  return { seen, workflows }
}

/** The same table, each step on an issue's rows held back until the schedule lets it go. */
const heldBack = (table: Table, hold: (what: string) => Promise<unknown>): Table => ({
  ...table,
  get: async (key) => {
    if (key.pk.startsWith('ISSUE#')) await hold(`read ${key.sk}`)
    return table.get(key)
  },
  getMany: async (keys) => {
    await hold(`read ${keys.map((key) => key.sk).join()}`)
    return table.getMany(keys)
  },
  swap: async (item) => {
    await hold(`put ${item.sk}`)
    return table.swap(item)
  },
  transact: async (writes) => {
    await hold('write event')
    return table.transact(writes)
  },
})

const aHeldDesk = async (scheduler: fc.Scheduler) => {
  const table = makeStrictTable()
  let held = false
  const desk = await aDesk(
    heldBack(table, async (what) => (held ? scheduler.schedule(Promise.resolve(), what) : undefined)),
  )
  const { seen, workflows } = aWorkflowService()
  const consumer = dispatcherConsumer({
    container: desk.container,
    workflows,
    publish: async () => {},
    log: silentLog,
  })
  const deliver = (items: readonly Item[]) => consumer({ Records: items.map(streamRecord) })
  const wait = awaitChangeTask(desk.container, workflows)
  return {
    ...desk,
    table,
    seen,
    deliver,
    wait,
    hold: () => {
      held = true
    },
  }
}

/** An execution that comes to wait: it has looked at the issue before, and now leaves its token. */
const comesToWait = async (
  container: Container,
  wait: (payload: unknown) => Promise<unknown>,
  issueId: string,
  execution: string,
  token: string,
) => {
  const loaded = await container.issues.load(issueId)
  await wait({ issueId, version: loaded?.version, secondsToDeadline: 60, execution, token })
}

/** Whoever waits now has seen the issue as it is, or has been woken to look again. */
const expectNobodyForgotten = async (
  { table, seen }: Awaited<ReturnType<typeof aHeldDesk>>,
  issueId: string,
) => {
  const head = await makeIssueStore(table).load(issueId)
  const wait = await readWait(table, issueId)
  expect(wait).toBeDefined()
  if (wait && wait.version !== head?.version) expect(seen.woken).toContain(wait.token)
}

describe('an execution that waits', () => {
  it('is woken at least once, however "leave a token, then look" and "write, then look for a token" interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const office = await aHeldDesk(scheduler)
        const id = await office.log()
        office.events.length = 0
        office.hold()
        const writes = async () => {
          await office.give('official', 'addNote', id, { text: '备注' })
          await office.deliver(office.events)
        }
        const waits = comesToWait(office.container, office.wait, id, 'e1', 'token')
        await scheduler.waitFor(Promise.all([waits, writes()]))
        await expectNobodyForgotten(office, id)
      }),
      { numRuns: 300 },
    )
  })

  it('is not forgotten when several executions and several commands meet, and events come twice or the wrong way round', async () => {
    const disorder = fc.record({ reversed: fc.boolean(), twice: fc.boolean(), together: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        disorder,
        fc.integer({ min: 1, max: 3 }),
        async (scheduler, how, many) => {
          const office = await aHeldDesk(scheduler)
          const id = await office.log()
          office.events.length = 0
          office.hold()
          const writes = async () => {
            for (let n = 0; n < many; n++) await office.give('official', 'addNote', id, { text: `备注${n}` })
            const ordered = how.reversed ? office.events.toReversed() : office.events
            const batches = how.together ? [ordered] : ordered.map((event) => [event])
            for (const batch of how.twice ? [...batches, ...batches] : batches) await office.deliver(batch)
          }
          const waits = ['e1', 'e2', 'e1'].map((execution, n) =>
            comesToWait(office.container, office.wait, id, execution, `token-${n}`),
          )
          await scheduler.waitFor(Promise.all([...waits, writes()]))
          await expectNobodyForgotten(office, id)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('gives way to another execution of the same issue, and only then', async () => {
    const office = await aHeldDesk({} as fc.Scheduler)
    const id = await office.log()
    const come = (execution: string, token: string) =>
      comesToWait(office.container, office.wait, id, execution, token)
    await come('e1', 't1')
    await come('e1', 't2')
    expect([...office.seen.superseded]).toEqual([])
    await come('e2', 't3')
    expect([...office.seen.superseded]).toEqual(['t2'])
  })
})

describe('the news of an event', () => {
  it('starts one execution where an issue is born, under one name however often it comes', async () => {
    const office = await aHeldDesk({} as fc.Scheduler)
    const id = await office.log()
    await office.deliver([...office.events, ...office.events])
    await office.deliver(office.events)
    expect(new Set(office.seen.started)).toEqual(new Set([`${id}-1`]))
  })

  it('that the waiting execution has seen already wakes nobody', async () => {
    const office = await aHeldDesk({} as fc.Scheduler)
    const id = await office.log()
    await comesToWait(office.container, office.wait, id, 'e1', 'token')
    await office.deliver(office.events)
    expect(office.seen.woken.size).toBe(0)
  })

  it('that cannot be taken in is asked for again, and holds up no other issue', async () => {
    const office = await aHeldDesk({} as fc.Scheduler)
    const [good, bad] = [await office.log(), await office.log()]
    office.seen.unstartable.add(bad)
    const { batchItemFailures } = await office.deliver(office.events)
    expect(batchItemFailures).toEqual([{ itemIdentifier: `ISSUE#${bad} EVENT#000001` }])
    expect(office.seen.started).toEqual([`${good}-1`])
  })

  it('whose wait cannot be read gets a new execution, and holds up no other issue', async () => {
    const office = await aHeldDesk({} as fc.Scheduler)
    const [good, bad] = [await office.log(), await office.log()]
    await comesToWait(office.container, office.wait, good, 'e1', 'token')
    await office.table.swap({ ...keys.issueWait(bad), token: 17 })
    office.events.length = 0
    for (const id of [good, bad]) await office.give('official', 'addNote', id, { text: '备注' })
    const { batchItemFailures } = await office.deliver(office.events)
    expect(batchItemFailures).toEqual([])
    expect([...office.seen.woken]).toEqual(['token'])
    expect(office.seen.started).toEqual([`${bad}-2`])
    await comesToWait(office.container, office.wait, bad, 'e2', 'token-2')
    expect(await readWait(office.table, bad)).toMatchObject({ token: 'token-2' })
  })
})
