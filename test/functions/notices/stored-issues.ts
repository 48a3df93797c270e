import type { EventBridgeEvent } from 'aws-lambda'
import type { IssueEvent } from '../../../core/issue/events.ts'
import { evolve } from '../../../core/issue/evolve.ts'
import type { Issue } from '../../../core/issue/issue.ts'
import { makeContainer } from '../../../functions/lib/container.ts'
import { addReference } from '../../../functions/lib/reference.ts'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'
import { sampleReference } from '../../../local/office/sample-office.ts'

/** An office in memory that holds the issue of a stream, at a time that can be moved. */
export const officeWith = async (events: readonly IssueEvent[], start: string) => {
  const table = makeMemoryTable()
  let now = start
  const container = makeContainer({ table, now: () => new Date(now) })
  await addReference(table, sampleReference())
  let issue: Issue | undefined
  let hash: string | undefined
  for (const event of events) {
    const { seq, at, by, ...fact } = event
    issue = evolve(issue, event)
    const result = await container.issues.append({ issue, version: seq - 1, hash, facts: [fact], at, by })
    if (!result.written) throw new Error('the story was not written')
    hash = result.hash
  }
  return {
    table,
    container,
    moveTo: (at: string) => {
      now = at
    },
  }
}

/** An event of an issue as the bus delivers it. */
export const onTheBus = (id: string, { seq, type }: Pick<IssueEvent, 'seq' | 'type'>) =>
  ({ source: 'zhuqi', 'detail-type': type, detail: { id, seq } }) as EventBridgeEvent<string, unknown>
