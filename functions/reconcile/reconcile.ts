import type { Reference } from '../../core/reference/records.ts'
import type { Container } from '../lib/container.ts'
import { readWait } from '../lib/waits.ts'
import type { Workflows } from '../lib/workflows.ts'
import { queues, worklistKey } from '../store/keys.ts'

export type Reconciled = { open: number; started: number }

/** All queues that ever were: records of units are dated, never deleted, so that no issue is forgotten with its unit. */
const allQueues = ({ department, team }: Pick<Reference, 'department' | 'team'>): string[] => {
  const departments = [...new Set(department.map((one) => one.id)), 'none']
  return [
    queues.dispatcher,
    queues.manager,
    ...departments.flatMap((id) => [queues.department(id), queues.aftercare(id)]),
    ...new Set(team.map((one) => queues.team(one.id))),
  ]
}

/** Long enough that an execution between two waits is not taken for a lost one. */
const graceMs = 5 * 60 * 1000

type Asked = { container: Container; workflows: Pick<Workflows, 'start'>; graceMs?: number }

const isLost = async (
  { container }: Asked,
  id: string,
  version: number,
  changedAt: string,
  grace: number,
) => {
  const wait = await readWait(container.table, id)
  const late = (at: string) => Date.parse(container.now()) - Date.parse(at) >= grace
  if (!wait) return late(changedAt)
  if (wait.version < version) return late(changedAt)
  return late(wait.until) || grace === 0
}

/**
 * Walks all open work and starts an execution wherever none waits as it should: missing, behind the issue, or past its
 * time. A grace of 0 takes every execution for lost, which is how it is when the workflow service starts anew.
 */
export const reconcile = async (asked: Asked): Promise<Reconciled> => {
  const { container, workflows } = asked
  const grace = asked.graceMs ?? graceMs
  const round = container.now().replace(/\D/g, '')
  const result = { open: 0, started: 0 }
  const looked = new Set<string>()
  for (const queue of allQueues(await container.reference())) {
    let after: Readonly<Record<string, string>> | undefined
    do {
      const page = await container.table.query({
        index: 'worklist',
        pk: worklistKey(queue, '', '').wl,
        limit: 100,
        ...(after && { after }),
      })
      for (const item of page.items) {
        const id = String(item.id)
        // A desk that owes a decision shows an issue which its department shows too.
        if (looked.has(id)) continue
        looked.add(id)
        result.open++
        if (!(await isLost(asked, id, Number(item.version), String(item.changedAt), grace))) continue
        await workflows.start(id, `${id}-r${round}`)
        result.started++
      }
      after = page.next
    } while (after)
  }
  return result
}
