import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { addUp, type Contributions, contributions, difference } from '../../core/contributions.ts'
import type { Container } from '../lib/container.ts'
import { keys } from '../store/keys.ts'
import { transactionLimit, type Write } from '../store/table.ts'

const Counted = z.object({
  version: z.int(),
  counted: z.record(z.string(), z.record(z.string(), z.number())),
})

/** What one transaction takes: a row per issue, and the counters that they share. */
const issuesAtOnce = 40
const attempts = 12

const none: z.infer<typeof Counted> = { version: 0, counted: {} }

const readCounted = async (container: Container, ids: readonly string[]) => {
  const rows = await container.table.getMany(ids.map(keys.issueCounted))
  return new Map(rows.map((row) => [row.pk, Counted.parse(row)]))
}

const counterWrites = (amounts: Contributions): Write[] =>
  Object.entries(amounts).map(([place, figures]) => {
    const [month = '', dimension = ''] = place.split('/')
    return { add: keys.counters(month, dimension), amounts: figures }
  })

/** Writes of the differences for these issues; none where all is counted already. */
const differences = async (container: Container, ids: readonly string[]): Promise<Write[]> => {
  const [loaded, counted] = await Promise.all([container.issues.loadMany(ids), readCounted(container, ids)])
  const changed = loaded.flatMap(({ issue, version }) => {
    const before = counted.get(keys.issueCounted(issue.id).pk) ?? none
    if (before.version >= version) return []
    const after = contributions(issue)
    const put: Write = {
      put: { ...keys.issueCounted(issue.id), version, counted: after },
      when: before.version === 0 ? 'absent' : { version: before.version },
    }
    return [{ put, amounts: difference(before.counted, after) }]
  })
  return [...changed.map((one) => one.put), ...counterWrites(addUp(changed.map((one) => one.amounts)))]
}

const projectSome = async (container: Container, ids: readonly string[]): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const writes = await differences(container, ids)
    if (writes.length === 0) return
    if (writes.length > transactionLimit) {
      // Issues of many months share few counters: then fewer of them fit into one transaction.
      const half = Math.ceil(ids.length / 2)
      await projectSome(container, ids.slice(0, half))
      return projectSome(container, ids.slice(half))
    }
    const result = await container.table.transact(writes)
    if (result.written) return
    await pause(Math.random() * 2 ** Math.min(attempt + 3, 9))
  }
  throw new Error('counters stayed busy')
}

/**
 * Brings the counters to what these issues are now: the difference between what each contributes and what has been
 * counted of it, in one transaction with the note of it. Order and repeats cannot matter.
 */
export const projectIssues = async (container: Container, ids: Iterable<string>): Promise<void> => {
  const distinct = [...new Set(ids)]
  for (let start = 0; start < distinct.length; start += issuesAtOnce) {
    await projectSome(container, distinct.slice(start, start + issuesAtOnce))
  }
}
