import { validOn } from '../../core/reference/records.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { addressFault } from '../../core/webhook/address.ts'
import { type Delivery, evolveDelivery } from '../../core/webhook/delivery.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { afterCursor, cursorAt } from '../lib/cursor.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { answeredBefore } from '../lib/repeats.ts'
import { loadDelivery, recordDelivery } from '../lib/webhook/deliveries.ts'
import {
  addEndpoint,
  type Changed,
  endEndpoint,
  loadHooks,
  rotateSecret,
} from '../lib/webhook/hook-register.ts'
import { onLoopback } from '../lib/webhook/on-loopback.ts'
import { answerWrite, keyed } from '../store/answers.ts'
import { deliveryKey, keys } from '../store/keys.ts'
import { readStream } from '../store/stream.ts'

const viewOf = ({ body: _, ...view }: Delivery) => view
type DeliveryShown = ReturnType<typeof viewOf>
const attempts = 8

const bankThere = async (container: Container, bank: string): Promise<true | Refusal> => {
  const { bank: banks } = await container.reference()
  const there = validOn(banks, localDate(container.now())).some((one) => one.id === bank)
  return there || refuse('unknownBank')
}

const answer = (changed: Changed | Refusal, created?: string) =>
  isRefusal(changed) ? changed : { body: changed, version: changed.version, ...(created && { created }) }

export const webhookOperations = (
  container: Container,
  settings: { portalOrigin: string },
): OperationsIn<'webhooks'> => ({
  getWebhooks: async ({ params: { bank } }) => {
    const there = await bankThere(container, bank)
    if (there !== true) return there
    const { hooks, version } = await loadHooks(container, bank)
    return { body: { ...hooks, version }, version }
  },

  addWebhook: async ({ principal, params: { bank }, body, idempotencyKey }) => {
    const there = await bankThere(container, bank)
    if (there !== true) return there
    const fault = addressFault(body.url, { onLoopback: onLoopback(settings.portalOrigin) })
    if (fault) return refuse('badInput', { fields: [{ pointer: '/url', message: fault }] })
    const once = keyed(principal.id, 'addWebhook', idempotencyKey, { bank, ...body })
    return answer(await addEndpoint(container, principal, bank, body, once), `/banks/${bank}/webhooks`)
  },

  rotateWebhookSecret: async ({ principal, params, idempotencyKey }) => {
    const once = keyed(principal.id, 'rotateWebhookSecret', idempotencyKey, params)
    return answer(await rotateSecret(container, principal, params.bank, params.endpoint, once))
  },

  endWebhook: async ({ principal, params, idempotencyKey }) => {
    const once = keyed(principal.id, 'endWebhook', idempotencyKey, params)
    return answer(await endEndpoint(container, principal, params.bank, params.endpoint, once))
  },

  listDeliveries: async ({ query }) => {
    const pk = deliveryKey(query.state, '', '').wl
    const after = query.cursor === undefined ? undefined : afterCursor('worklist', pk, query.cursor)
    if (after && isRefusal(after)) return after
    const page = await container.table.query({
      index: 'worklist',
      pk,
      limit: query.limit,
      descending: query.state === 'dead',
      ...(after && { after: after.value }),
    })
    const ids = page.items.map((item) => item.pk.slice(keys.deliveryHead('').pk.length))
    const loaded = await Promise.all(ids.map((id) => loadDelivery(container, id)))
    const items = loaded.flatMap((one) => (one?.delivery.state === query.state ? [viewOf(one.delivery)] : []))
    return { body: { items, ...(page.next && { cursor: cursorAt('worklist', page.next) }) } }
  },

  getDelivery: async ({ params: { id } }) => {
    const loaded = await loadDelivery(container, id)
    if (!loaded) return refuse('unknownDelivery')
    const { rows } = await readStream(container.table, keys.deliveryHead(id).pk)
    const tries = rows.map(({ at, by, fact }) => ({
      at: String(at),
      by: String(by),
      ...(fact as { type: string }),
    }))
    return { body: { delivery: viewOf(loaded.delivery), tries }, version: loaded.version }
  },

  redeliver: async ({ principal, params: { id }, idempotencyKey }) => {
    const once = keyed(principal.id, 'redeliver', idempotencyKey, { id })
    for (let tried = 0; tried < attempts; tried++) {
      const said = await answeredBefore(container, once)
      if (said)
        return isRefusal(said) ? said : { body: said.answer as { delivery: DeliveryShown; version: number } }
      const loaded = await loadDelivery(container, id)
      if (!loaded) return refuse('unknownDelivery')
      const { delivery } = loaded
      if (delivery.state === 'open') {
        // The same request may have asked for it between the two looks.
        const meanwhile = await answeredBefore(container, once)
        if (!meanwhile) return refuse('deliveryOpen')
        continue
      }
      const { hooks } = await loadHooks(container, delivery.bank)
      if (!hooks.endpoints.some((one) => one.id === delivery.endpoint && !one.endedAt))
        return refuse('unknownWebhook')
      const version = loaded.version + 1
      const asked = { type: 'RedeliveryAsked' } as const
      const told = { delivery: viewOf(evolveDelivery(delivery, asked, container.now())), version }
      const done = await recordDelivery(container, loaded, [asked], {
        by: principal.id,
        ...(once && { also: [answerWrite(once, told, container.now())] }),
      })
      if (done) return { body: told, version }
    }
    return refuse('busy')
  },
})
