import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../functions/lib/log.ts'
import { projectorConsumer } from '../../functions/projector/consumer.ts'
import type { Table } from '../../functions/store/table.ts'
import { streamRecord } from '../../local/change-feed/record.ts'
import { aDesk, type Desk, type Giver } from '../support/desk.ts'
import { recounted, stored } from '../support/recount.ts'
import { makeStrictTable } from '../support/strict-table.ts'

type CommandName = Parameters<Desk['give']>[1]
type Happening = readonly [by: Giver, command: CommandName, input?: Record<string, unknown>]

const lives: Happening[] = [
  ['system', 'routeByRules'],
  ['dispatcher', 'routeIssue', { department: 'parks' }],
  ['handler', 'acceptAssignment'],
  ['handler', 'returnAssignment', { reason: 'notOurs', text: '不归我们' }],
  ['dispatcher', 'transferIssue', { department: 'innovation' }],
  ['handler', 'proposeClosure', { closure: 'solved', text: '好了' }],
  ['handler', 'proposeClosure', { closure: 'explained', text: '已解释' }],
  ['official', 'confirmClosure', { result: 'solved', via: 'call', satisfaction: 'satisfied' }],
  ['official', 'disputeClosure', { via: 'call', text: '没好' }],
  ['dispatcher', 'reopenIssue', { text: '再办' }],
  ['official', 'withdrawIssue', { text: '不用了' }],
  ['official', 'addNote', { text: '备注' }],
]
const categories = ['other', 'hiring', 'policy', 'taxRefund', 'financing'] as const
const months = ['2026-09', '2026-10', '2026-11', '2026-12']
/** What is logged in one month falls due in the next, too. */
const later = [...months, '2027-01', '2027-02', '2027-03']
const inMonth = (month: string) => new Date(`${month}-14T02:00:00Z`)

/** What happens: a new issue in some month, one more step in the life of one, or some of the news is delivered. */
type Step =
  | { kind: 'log'; category: string; month: string }
  | { kind: 'live'; which: number; happening: Happening }
  | { kind: 'deliver'; picks: number[]; fault: 'none' | 'before' | 'after' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('log' as const),
      category: fc.constantFrom(...categories),
      month: fc.constantFrom(...months),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('live' as const),
      which: fc.nat(),
      happening: fc.constantFrom(...lives),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      fault: fc.constantFrom('none' as const, 'before' as const, 'after' as const),
    }),
  },
)

/** A table that breaks down at a chosen moment: before the counters are written, or before that is answered. */
const breakable = (table: Table) => {
  const fault = { next: 'none' as 'none' | 'before' | 'after' }
  const transact: Table['transact'] = async (writes) => {
    const now = fault.next
    fault.next = 'none'
    if (now === 'before') throw new Error('broke down')
    const result = await table.transact(writes)
    if (now === 'after') throw new Error('broke down, but it was written')
    return result
  }
  return { table: { ...table, transact }, fault }
}

const aProjector = async () => {
  const table = makeStrictTable()
  const desk = await aDesk(table)
  const broken = breakable(table)
  const consumer = projectorConsumer({ ...desk.container, table: broken.table }, silentLog)
  const deliver = (picks: readonly number[]) => {
    const records = picks.flatMap((pick) => desk.events[pick % desk.events.length] ?? []).map(streamRecord)
    return consumer({ Records: records })
  }
  /** As the stream does: what was not acknowledged comes again. */
  const bring = async (picks: readonly number[]) => {
    while ((await deliver(picks)).batchItemFailures.length > 0);
  }
  return { ...desk, table, deliver, bring, fault: broken.fault }
}

const everything = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('the figures', () => {
  it('equal what the issues add up to, whatever of the news comes late, twice, swapped or when the table breaks down', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
        fc.infiniteStream(fc.nat()),
        async (steps, dice) => {
          const office = await aProjector()
          const ids: string[] = []
          for (const one of steps) {
            if (one.kind === 'log') {
              office.clock.now = inMonth(one.month)
              ids.push(await office.log(one.category))
            } else if (one.kind === 'live') {
              const id = ids[one.which % ids.length]
              if (id) await office.give(one.happening[0], one.happening[1], id, one.happening[2])
            } else {
              office.fault.next = one.fault
              await office.deliver(one.picks)
              office.fault.next = 'none'
            }
          }
          // The stream brings everything that is not acknowledged, at last, in some order and some of it again.
          const order = everything(office.events.length)
            .map((index) => [dice.next().value ?? 0, index] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, index]) => index)
          const middle = Math.floor(order.length / 3)
          await Promise.all([office.bring(order.slice(0, 2 * middle)), office.bring(order.slice(middle))])
          expect(await stored(office.table, later)).toEqual(await recounted(office.table, ids))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('of issues of many months and departments are written in as many transactions as it takes', async () => {
    const office = await aProjector()
    const year = everything(12).map((index) => `2026-${String(index + 1).padStart(2, '0')}`)
    const departments = ['parks', 'tax', 'finance', 'talent', 'innovation']
    const ids: string[] = []
    for (let n = 0; n < 120; n++) {
      office.clock.now = inMonth(year[n % 12] ?? '')
      const id = await office.log(categories[n % 5])
      await office.give('dispatcher', 'routeIssue', id, { department: departments[n % 5] })
      ids.push(id)
    }
    expect(await office.deliver(everything(office.events.length))).toEqual({ batchItemFailures: [] })
    expect(await stored(office.table, [...year, ...later.slice(4)])).toEqual(
      await recounted(office.table, ids),
    )
  })

  it('are asked for again when the table breaks down, from the first of the news on', async () => {
    const office = await aProjector()
    const id = await office.log()
    office.fault.next = 'before'
    expect(await office.deliver([0])).toEqual({
      batchItemFailures: [{ itemIdentifier: `ISSUE#${id} EVENT#000001` }],
    })
    expect(await stored(office.table, months)).toEqual({})
    expect(await office.deliver([0])).toEqual({ batchItemFailures: [] })
    expect(await stored(office.table, months)).toMatchObject({ '2026-11/all': { logged: 1 } })
  })
})
