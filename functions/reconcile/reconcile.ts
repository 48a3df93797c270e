import type { Container } from '../lib/container.ts'
import { allQueues, walkOpenWork } from '../lib/open-work.ts'
import { readWait, type Waiting } from '../lib/waits.ts'
import type { Workflows } from '../lib/workflows.ts'
import { deliveryKey, keys } from '../store/keys.ts'

export type Reconciled = { open: number; started: number }

/** Long enough that an execution between two waits is not taken for a lost one. */
const graceMs = 5 * 60 * 1000

type Asked = {
  container: Container
  workflows: Pick<Workflows, 'start' | 'startRound' | 'deliver'>
  graceMs?: number
}

const isLost = async (
  { container }: Asked,
  id: string,
  version: number,
  changedAt: string,
  grace: number,
  who: Waiting,
) => {
  const wait = await readWait(container.table, id, who)
  const late = (at: string) => Date.parse(container.now()) - Date.parse(at) >= grace
  if (!wait) return late(changedAt)
  if (wait.version < version) return late(changedAt)
  return late(wait.until) || grace === 0
}

/** A delivery whose next try is long due has no execution that would make it. */
const reconcileDeliveries = async ({ container, workflows }: Asked, grace: number, round: string) => {
  const pk = deliveryKey('open', '', '').wl
  const due = new Date(Date.parse(container.now()) - grace).toISOString().slice(0, 19)
  let started = 0
  let after: Readonly<Record<string, string>> | undefined
  do {
    const sk = grace === 0 ? {} : { sk: { to: due } }
    const page = await container.table.query({
      index: 'worklist',
      pk,
      limit: 100,
      ...sk,
      ...(after && { after }),
    })
    for (const item of page.items) {
      const id = item.pk.slice(keys.deliveryHead('').pk.length)
      await workflows.deliver(id, `${id}-r${round}`)
      started++
    }
    after = page.next
  } while (after)
  return started
}

/**
 * Walks all open work and starts an execution, of the issue or of its open round, wherever none waits as it should:
 * missing, behind the issue, or past its time. A grace of 0 takes every execution for lost, which is how it is when the workflow service starts anew.
 */
export const reconcile = async (asked: Asked): Promise<Reconciled> => {
  const { container, workflows } = asked
  const grace = asked.graceMs ?? graceMs
  const turn = container.now().replace(/\D/g, '')
  const result = { open: 0, started: 0 }
  for await (const { items } of walkOpenWork(container.table, allQueues(await container.reference()))) {
    for (const item of items) {
      // A desk that owes a decision shows an issue which its department shows too.
      if (item.asks !== undefined) continue
      result.open++
      const id = String(item.id)
      const lost = (who: Waiting) =>
        isLost(asked, id, Number(item.version), String(item.changedAt), grace, who)
      if (typeof item.round === 'number' && (await lost('round'))) {
        await workflows.startRound(id, item.round, `${id}-round-${item.round}-r${turn}`)
      }
      if (!(await lost('issue'))) continue
      await workflows.start(id, `${id}-r${turn}`)
      result.started++
    }
  }
  result.started += await reconcileDeliveries(asked, grace, turn)
  return result
}
