import type { Reference } from '../../core/reference/records.ts'
import { queues, worklistKey } from '../store/keys.ts'
import type { Item, Table } from '../store/table.ts'

/** All queues that ever were: records of units are dated, never deleted, so that no issue is forgotten with its unit. */
export const allQueues = ({ department, team }: Pick<Reference, 'department' | 'team'>): string[] => {
  const departments = [...new Set(department.map((one) => one.id)), 'none']
  return [
    queues.dispatcher,
    queues.manager,
    ...departments.flatMap((id) => [queues.department(id), queues.aftercare(id)]),
    ...new Set(team.map((one) => queues.team(one.id))),
  ]
}

type After = Readonly<Record<string, string>>
export type OpenPage = { items: Item[]; queue: string; next?: After }

/** All open work, page by page, queue by queue; it can begin at any queue and place in it. */
export const walkOpenWork = async function* (
  table: Table,
  queueNames: readonly string[],
  from?: { queue: string; after?: After | undefined },
): AsyncGenerator<OpenPage> {
  const first = from ? Math.max(queueNames.indexOf(from.queue), 0) : 0
  for (const queue of queueNames.slice(first)) {
    let after = queue === from?.queue ? from.after : undefined
    do {
      const pk = worklistKey(queue, '', '').wl
      const page = await table.query({ index: 'worklist', pk, limit: 100, ...(after && { after }) })
      yield { items: page.items, queue, ...(page.next && { next: page.next }) }
      after = page.next
    } while (after)
  }
}
