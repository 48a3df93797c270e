import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Container } from '../../functions/lib/container.ts'
import { queueMessage } from '../../functions/lib/webhook/deliveries.ts'
import { type Ask, until } from './office.ts'

export type Hook = { id: string; secret: string; version: number }

/** Enters an address of a bank's own system, as an administrator does. */
export const hookOf = async (ask: Ask, bank: string, url: string): Promise<Hook> => {
  const { status, body } = await ask('admin', 'POST', `/banks/${bank}/webhooks`, { url })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return {
    id: (body.endpoint as { id: string }).id,
    secret: String(body.secret),
    version: Number(body.version),
  }
}

let causes = 0

/** Queues a message for a bank, as follows from a fact of an issue; answers its webhook-ids. */
export const tellBank = (container: Container, bank: string, state = 'invited', issue = '20261123-7K3Q9') =>
  queueMessage(
    container,
    { bank, type: `referral.${state}`, data: { referral: `${issue}-R01`, state, event: ++causes } },
    { issue, seq: causes, at: container.now() },
  )

/** A delivery that its receiver has no more use for (410). */
export const aDeadDelivery = async (ask: Ask, container: Container, bank: string) => {
  const receiver = createServer((_, response) => response.writeHead(410).end())
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  const hook = await hookOf(ask, bank, `http://127.0.0.1:${port}/`)
  const ids = await tellBank(container, bank)
  for (const id of ids) await reachesState(ask, id, 'dead')
  receiver.close()
  receiver.closeAllConnections()
  return { id: ids[0] ?? '', hook: hook.id }
}

export const stateOf = async (ask: Ask, id: string): Promise<string> => {
  const { body } = await ask('admin', 'GET', `/webhook-deliveries/${id}`)
  return (body.delivery as { state: string }).state
}
export const reachesState = (ask: Ask, id: string, state: string) =>
  until(async () => (await stateOf(ask, id)) === state, `${id} is ${state}`)
