import { afterTry, type Delivery, deliveryStanding, mostTries } from '../../core/webhook/delivery.ts'
import { SendWebhookTask } from '../../workflows/contracts.ts'
import type { Container } from '../lib/container.ts'
import { type LoadedDelivery, loadDelivery, recordDelivery } from '../lib/webhook/deliveries.ts'
import { loadHooks, signingSecrets } from '../lib/webhook/hook-register.ts'
import { type PostSettings, post } from '../lib/webhook/post.ts'
import { signatureHeaders } from '../lib/webhook/sign.ts'

const sendNow = async (
  container: Container,
  { id, bank, endpoint, body }: Delivery,
  url: string,
  settings: PostSettings,
) => {
  const secrets = await signingSecrets(container, bank, endpoint)
  const timestamp = Math.floor(Date.parse(container.now()) / 1000)
  return post(url, signatureHeaders({ id, timestamp, body }, secrets), body, settings)
}

/**
 * One try. It is taken on by a write before anything is sent: of two executions one sends, and where a process is gone
 * in the middle the next try comes when the lease is over. The receiver may then hear a message twice, under the same
 * `webhook-id`.
 */
const tryOnce = async (container: Container, loaded: LoadedDelivery, settings: PostSettings) => {
  const { delivery } = loaded
  const { hooks } = await loadHooks(container, delivery.bank)
  const endpoint = hooks.endpoints.find((one) => one.id === delivery.endpoint && !one.endedAt)
  if (!endpoint) {
    await recordDelivery(container, loaded, [{ type: 'DeliveryGivenUp', reason: 'endpointEnded' }])
    return
  }
  // The last try never said how it ended.
  if (delivery.tries >= mostTries) {
    await recordDelivery(container, loaded, [{ type: 'DeliveryGivenUp', reason: 'triedOut' }])
    return
  }
  const begun = await recordDelivery(container, loaded, [{ type: 'TryBegan', n: delivery.tries + 1 }])
  if (!begun) return
  const outcome = await sendNow(container, begun.delivery, endpoint.url, settings)
  await recordDelivery(container, begun, afterTry(begun.delivery, outcome))
}

export const sendWebhookTask = (container: Container, settings: PostSettings) => async (payload: unknown) => {
  const { webhookId, version } = SendWebhookTask.input.parse(payload)
  const loaded = await loadDelivery(container, webhookId)
  if (!loaded) throw new Error(`delivery ${webhookId} is not in the table`)
  const due = deliveryStanding(loaded.delivery, container.now()).standing === 'toSend'
  if (due && loaded.version === version) await tryOnce(container, loaded, settings)
  return { webhookId }
}
