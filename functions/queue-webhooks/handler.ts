import * as z from 'zod'
import { replay } from '../../core/issue/evolve.ts'
import { IssueId } from '../../core/scalars.ts'
import { isToldFact, webhooksOf } from '../../core/webhook/webhooks-of.ts'
import type { Container } from '../lib/container.ts'
import type { BusHandler } from '../lib/publish.ts'
import { queueMessage } from '../lib/webhook/deliveries.ts'

const Detail = z.object({ id: IssueId, seq: z.int().min(1) })

/** Queues what banks' own systems are told of a fact. An event may come again: what is queued stays as it is. */
export const queueWebhooksHandler =
  (container: Container): BusHandler =>
  async (delivered) => {
    if (!isToldFact(delivered['detail-type'])) return
    const { id, seq } = Detail.parse(delivered.detail)
    const history = (await container.issues.history(id)).filter((one) => one.seq <= seq)
    const event = history.at(-1)
    const issue = replay(history)
    if (event?.seq !== seq || !issue) throw new Error(`${id} has no event ${seq}`)
    for (const message of webhooksOf(event, issue)) {
      await queueMessage(container, message, { issue: id, seq, at: event.at })
    }
  }
