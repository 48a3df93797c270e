import type { Principal } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Container } from './container.ts'
import { giveCommand } from './give-command.ts'
import { walkOpenWork } from './open-work.ts'

export type HandedOver = { moved: number; refused: { id: string; why: string }[] }

type Asked = { queue: string; from: string; to: string; text?: string | undefined; principal: Principal }

/** Gives everything that one person has in hand in a queue to another; asked again, it does what is left. */
export const handOverAll = async (container: Container, asked: Asked): Promise<HandedOver> => {
  const { queue, from, to, text, principal } = asked
  const result: HandedOver = { moved: 0, refused: [] }
  const input = { to, ...(text && { text }) }
  for await (const { items } of walkOpenWork(container.table, [queue])) {
    for (const item of items) {
      if (item.handler !== from || item.asks !== undefined) continue
      const id = String(item.id)
      const given = await giveCommand(container, { command: 'handOver', id, input, principal })
      if (isRefusal(given)) result.refused.push({ id, why: given.zh })
      else if (given.answer.events.length > 0) result.moved++
    }
  }
  return result
}
