import * as z from 'zod'
import { Instant, text, UnitId } from '../scalars.ts'
import { Delivery } from '../webhook/delivery.ts'
import { Endpoint } from '../webhook/hooks.ts'
import { page } from './issues.ts'

export const AddEndpoint = z.strictObject({ url: z.string().max(300), note: text(100).optional() })
export const BankHooksView = z.object({ bank: UnitId, endpoints: z.array(Endpoint), version: z.int() })

/** The secret is told this once, and never again: a repeat of the request gets the rest of the answer. */
export const EndpointAnswer = z.object({
  endpoint: Endpoint,
  version: z.int(),
  secret: z.string().startsWith('whsec_').optional(),
})

export const ListDeliveries = z.strictObject({
  state: z.enum(['open', 'dead']).default('dead'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(1000).optional(),
})
/** A delivery without the body that was sent. */
export const DeliveryView = Delivery.omit({ body: true })
export const DeliveryList = page(DeliveryView)
export const DeliveryTries = z.object({
  delivery: DeliveryView,
  tries: z.array(z.looseObject({ at: Instant, by: z.string(), type: z.string() })),
})
export const DeliveryAnswer = z.object({ delivery: DeliveryView, version: z.int() })
