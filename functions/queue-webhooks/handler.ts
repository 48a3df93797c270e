import * as z from 'zod'
import { IssueId } from '../../core/scalars.ts'
import { webhookFacts, webhooksOf } from '../../core/webhook/webhooks-of.ts'
import type { Container } from '../lib/container.ts'
import type { BusHandler } from '../lib/publish.ts'
import { queueMessage } from '../lib/webhook/deliveries.ts'

const Detail = z.object({ id: IssueId, seq: z.int().min(1) })

/** Queues what banks' own systems are told of a fact. An event may come again: what is queued stays as it is. */
export const queueWebhooksHandler =
  (container: Container): BusHandler =>
  async (delivered) => {
    if (!webhookFacts.has(delivered['detail-type'])) return
    const { id, seq } = Detail.parse(delivered.detail)
    const event = (await container.issues.history(id)).find((one) => one.seq === seq)
    if (!event) throw new Error(`${id} has no event ${seq}`)
    for (const message of webhooksOf(event, { id })) {
      await queueMessage(container, message, { issue: id, seq, at: event.at })
    }
  }
