import * as z from 'zod'
import { Instant, UnitId } from '../scalars.ts'

/** Seconds from a failed try to the next: eight tries over a day, dense where a restart or a deployment is over soon. */
export const pausesSeconds = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 6 * 3600, 10 * 3600] as const
export const mostTries = pausesSeconds.length + 1

/** A try that never said how it ended (its process is gone) is taken for failed after so long. */
export const leaseSeconds = 60

/** Why a try failed: `status` beside it where the other side answered. */
export const failureReasons = ['status', 'timeout', 'unreachable', 'forbiddenAddress', 'tooLate'] as const
/** Why no more tries are made. */
export const endReasons = ['triedOut', 'gone', 'endpointEnded'] as const

const Failure = z.object({ at: Instant, reason: z.enum(failureReasons), status: z.int().optional() })
export type Failure = z.infer<typeof Failure>

/** One message to one address. `id` is its `webhook-id`, the same at every try; the body is signed byte for byte. */
export const Delivery = z.object({
  id: z.string().regex(/^msg_[A-Za-z0-9_-]{24}$/),
  bank: UnitId,
  endpoint: z.string(),
  type: z.string().max(60),
  body: z.string().max(20_000),
  createdAt: Instant,
  state: z.enum(['open', 'delivered', 'dead']),
  /** Tries since it was queued, or since somebody asked for it again. */
  tries: z.int().min(0),
  nextTryAt: Instant,
  deliveredAt: Instant.optional(),
  lastFailure: Failure.optional(),
  ended: z.object({ at: Instant, reason: z.enum(endReasons) }).optional(),
  redeliveries: z.int().min(0),
})
export type Delivery = z.infer<typeof Delivery>

const fact = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

/** What happened to a delivery. What was sent is not part of it: ids of the cause are. */
export const DeliveryFact = z.discriminatedUnion('type', [
  fact('DeliveryQueued', {
    bank: UnitId,
    endpoint: z.string(),
    message: z.string(),
    issue: z.string(),
    event: z.int(),
  }),
  fact('TryBegan', { n: z.int().min(1) }),
  fact('TryFailed', { n: z.int().min(1), reason: z.enum(failureReasons), status: z.int().optional() }),
  fact('WebhookDelivered', { n: z.int().min(1), status: z.int() }),
  fact('DeliveryGivenUp', { reason: z.enum(endReasons) }),
  fact('RedeliveryAsked', {}),
])
export type DeliveryFact = z.infer<typeof DeliveryFact>

const later = (at: string, seconds: number) =>
  `${new Date(Date.parse(at) + seconds * 1000).toISOString().slice(0, 19)}Z`

/** What a delivery is after a fact; pure, as an issue is a fold of its events. */
export const evolveDelivery = (delivery: Delivery, event: DeliveryFact, at: string): Delivery => {
  switch (event.type) {
    case 'DeliveryQueued':
      return delivery
    case 'TryBegan':
      return { ...delivery, tries: event.n, nextTryAt: later(at, leaseSeconds) }
    case 'TryFailed': {
      const { n, reason, status } = event
      const lastFailure = { at, reason, ...(status !== undefined && { status }) }
      return { ...delivery, lastFailure, nextTryAt: later(at, pausesSeconds[n - 1] ?? 0) }
    }
    case 'WebhookDelivered':
      return { ...delivery, state: 'delivered', deliveredAt: at }
    case 'DeliveryGivenUp':
      return { ...delivery, state: 'dead', ended: { at, reason: event.reason } }
    case 'RedeliveryAsked': {
      const { ended: _, ...rest } = delivery
      return { ...rest, state: 'open', tries: 0, nextTryAt: at, redeliveries: delivery.redeliveries + 1 }
    }
  }
}

/** What one try came to. */
export type Outcome = { status: number } | { failed: Exclude<Failure['reason'], 'status'> }

/** What a try's end adds. Only 2xx is a delivery; 410 says that nobody listens there any more. */
export const afterTry = ({ tries }: Delivery, outcome: Outcome): DeliveryFact[] => {
  const status = 'status' in outcome ? outcome.status : undefined
  if (status !== undefined && status >= 200 && status < 300)
    return [{ type: 'WebhookDelivered', n: tries, status }]
  const failed: DeliveryFact =
    'failed' in outcome
      ? { type: 'TryFailed', n: tries, reason: outcome.failed }
      : { type: 'TryFailed', n: tries, reason: 'status', status: outcome.status }
  if (status === 410) return [failed, { type: 'DeliveryGivenUp', reason: 'gone' }]
  return tries >= mostTries ? [failed, { type: 'DeliveryGivenUp', reason: 'triedOut' }] : [failed]
}

export const deliveryStandings = ['toSend', 'toWait', 'over'] as const

/** In one word, for the workflow; and how many seconds until time changes it. */
export const deliveryStanding = (delivery: Delivery, now: string) => {
  const seconds = Math.max(1, Math.ceil((Date.parse(delivery.nextTryAt) - Date.parse(now)) / 1000))
  if (delivery.state !== 'open') return { standing: 'over' as const, seconds }
  return { standing: delivery.nextTryAt <= now ? ('toSend' as const) : ('toWait' as const), seconds }
}
