import type { Principal } from '../../core/principal.ts'
import type { Reference } from '../../core/reference/records.ts'
import { isRefusal } from '../../core/refusal.ts'
import { queues } from '../store/keys.ts'
import type { Container } from './container.ts'
import { giveCommand } from './give-command.ts'
import { walkOpenWork } from './open-work.ts'

export type HandedOver = { moved: number; refused: { id: string; why: string }[] }

type Asked = { department: string; from: string; to: string; text?: string | undefined; principal: Principal }

/**
 * Where the work of a department stands: its own queue, and while firms are asked those of whoever asks them. Paused
 * work stays in the department's queue.
 */
const queuesOf = (department: string, reference: Reference) => [
  queues.department(department),
  queues.dispatcher,
  queues.manager,
  ...new Set(reference.team.map(({ id }) => queues.team(id))),
]

/** Gives everything that one person of a department has in hand to another; asked again, it does what is left. */
export const handOverAll = async (container: Container, asked: Asked): Promise<HandedOver> => {
  const { department, from, to, text, principal } = asked
  const result: HandedOver = { moved: 0, refused: [] }
  const input = { to, ...(text && { text }) }
  const places = queuesOf(department, await container.reference())
  for await (const { items } of walkOpenWork(container.table, places)) {
    for (const item of items) {
      if (item.handler !== from || item.department !== department || item.asks !== undefined) continue
      const id = String(item.id)
      const given = await giveCommand(container, { command: 'handOver', id, input, principal })
      if (isRefusal(given)) result.refused.push({ id, why: given.zh })
      else if (given.answer.events.length > 0) result.moved++
    }
  }
  return result
}
