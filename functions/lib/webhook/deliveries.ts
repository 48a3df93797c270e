import { createHash } from 'node:crypto'
import { theSystem } from '../../../core/principal.ts'
import { Delivery, type DeliveryFact, evolveDelivery } from '../../../core/webhook/delivery.ts'
import { messageBody, type WebhookMessage } from '../../../core/webhook/message.ts'
import { deliveryKey, keys } from '../../store/keys.ts'
import { commitTo } from '../../store/stream.ts'
import type { Write } from '../../store/table.ts'
import type { Container } from '../container.ts'
import { loadHooks } from './hook-register.ts'

export type LoadedDelivery = { delivery: Delivery; version: number; hash: string }

export const loadDelivery = async (
  { table }: Pick<Container, 'table'>,
  id: string,
): Promise<LoadedDelivery | undefined> => {
  const row = await table.get(keys.deliveryHead(id))
  return (
    row && { delivery: Delivery.parse(row.delivery), version: Number(row.version), hash: String(row.hash) }
  )
}

/** Open deliveries stand by their next try, those given up by the time of it; what has arrived stands in no list. */
const listed = ({ id, state, nextTryAt, ended }: Delivery) => {
  if (state === 'delivered') return {}
  return state === 'open'
    ? deliveryKey('open', nextTryAt, id)
    : deliveryKey('dead', ended?.at ?? nextTryAt, id)
}

/** Adds facts to a delivery, on condition that it is as it was read; answers what it is now, or nothing. */
export const recordDelivery = async (
  container: Container,
  { delivery, version, hash }: LoadedDelivery,
  facts: readonly DeliveryFact[],
  more: { by?: string; also?: readonly Write[] } = {},
): Promise<LoadedDelivery | undefined> => {
  const at = container.now()
  const now = facts.reduce((one, fact) => evolveDelivery(one, fact, at), delivery)
  const result = await commitTo(container.table, {
    pk: keys.deliveryHead(delivery.id).pk,
    id: delivery.id,
    version,
    hash: version === 0 ? undefined : hash,
    facts,
    at,
    by: more.by ?? theSystem.id,
    head: { delivery: now, ...listed(now) },
    ...(more.also && { also: more.also }),
  })
  return result.written ? { delivery: now, version: result.version, hash: result.hash } : undefined
}

/** The fact of which a message tells: the issue, and the event's number and time. */
export type Cause = { issue: string; seq: number; at: string }

/** The same cause gives the same id for the same address, so that nothing is queued twice. */
const idOf = ({ issue, seq }: Cause, { type }: WebhookMessage, endpoint: string) => {
  const text = [issue, seq, type, endpoint].join(' ')
  return `msg_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`
}

/** Queues a message for every address that its bank has in use. What is queued already is left as it is. */
export const queueMessage = async (
  container: Container,
  message: WebhookMessage,
  cause: Cause,
): Promise<string[]> => {
  const { hooks } = await loadHooks(container, message.bank)
  const queued: string[] = []
  for (const endpoint of hooks.endpoints) {
    // An address that was entered after the fact is not told of it.
    if (endpoint.endedAt || endpoint.createdAt > cause.at) continue
    const id = idOf(cause, message, endpoint.id)
    queued.push(id)
    const now = container.now()
    const delivery: Delivery = {
      id,
      bank: message.bank,
      endpoint: endpoint.id,
      type: message.type,
      body: messageBody(message, cause.at),
      createdAt: now,
      state: 'open',
      tries: 0,
      nextTryAt: now,
      redeliveries: 0,
    }
    const fact: DeliveryFact = {
      type: 'DeliveryQueued',
      bank: message.bank,
      endpoint: endpoint.id,
      message: message.type,
      issue: cause.issue,
      event: cause.seq,
    }
    if (await loadDelivery(container, id)) continue
    await recordDelivery(container, { delivery, version: 0, hash: '' }, [fact])
  }
  return queued
}
