import type { z } from 'zod'
import { deliveryStanding } from '../../core/webhook/delivery.ts'
import { LoadDeliveryTask } from '../../workflows/contracts.ts'
import type { Container } from '../lib/container.ts'
import { loadDelivery } from '../lib/webhook/deliveries.ts'

/** Says where a delivery stands. One that does not exist is a fault: nothing starts a workflow before its delivery. */
export const loadDeliveryTask =
  (container: Container) =>
  async (payload: unknown): Promise<z.infer<typeof LoadDeliveryTask.output>> => {
    const { webhookId } = LoadDeliveryTask.input.parse(payload)
    const loaded = await loadDelivery(container, webhookId)
    if (!loaded) throw new Error(`delivery ${webhookId} is not in the table`)
    const { standing, seconds } = deliveryStanding(loaded.delivery, container.now())
    return { webhookId, version: loaded.version, standing, secondsToNextTry: seconds }
  }
