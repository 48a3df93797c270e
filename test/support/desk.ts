import { theSystem } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { makeContainer } from '../../functions/lib/container.ts'
import { giveCommand } from '../../functions/lib/give-command.ts'
import { addReference } from '../../functions/lib/reference.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import { sampleReference } from '../../local/office/sample-office.ts'

const people = {
  official: { id: 'official-1', name: 'official-1', role: 'official', team: 'team-1' },
  handler: { id: 'parks-1', name: 'parks-1', role: 'handler', department: 'parks' },
  dispatcher: { id: 'dispatcher', name: 'dispatcher', role: 'dispatcher', department: 'service-centre' },
  system: theSystem,
} as const
export type Giver = keyof typeof people
type CommandName = Parameters<typeof giveCommand>[1]['command']

/** The sample office's rules on a table, with no server around them: commands go in, and events come out. */
export const aDesk = async (table: Table, clock = { now: new Date('2026-11-23T01:30:00Z') }) => {
  await addReference(table, sampleReference())
  const events: Item[] = []
  const transact: Table['transact'] = async (writes) => {
    const result = await table.transact(writes)
    const puts = result.written ? writes.flatMap((write) => ('put' in write ? write.put : [])) : []
    events.push(...puts.filter((put) => put.sk.startsWith('EVENT#')))
    return result
  }
  const container = makeContainer({ table: { ...table, transact }, now: () => clock.now })
  let told = 0

  const give = async (by: Giver, command: CommandName, id: string | undefined, input: unknown = {}) => {
    const result = await giveCommand(container, { command, id, input, principal: people[by] })
    return isRefusal(result) ? undefined : result.answer
  }
  const log = async (category = 'other') => {
    const firm = { uscc: '91511099MA6100017L', name: '内江甜城启明电子有限公司' }
    const answer = await give('official', 'logIssue', undefined, {
      firm,
      category,
      content: `路灯${++told}不亮`,
    })
    if (!answer) throw new Error('the issue was not logged')
    return answer.id
  }
  return { container, events, give, log, clock }
}
export type Desk = Awaited<ReturnType<typeof aDesk>>
