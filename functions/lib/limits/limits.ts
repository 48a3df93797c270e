import { createHash } from 'node:crypto'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { bankHeader, type Route, trackHeader } from '../../../core/api/routes.ts'
import { type Refusal, refuse } from '../../../core/refusal.ts'
import { makeBucket, type Rate } from './bucket.ts'

export type Rates = { token: Rate; link: Rate; address: Rate }

/**
 * A page of the portal asks for some five things at once, and nobody turns ten pages a second. A firm looks at one
 * issue. An address stands for everyone behind it, an office with its hundreds too.
 */
export const usualRates: Rates = {
  token: { burst: 200, perSecond: 50 },
  link: { burst: 20, perSecond: 1 },
  address: { burst: 1_000, perSecond: 200 },
}

export type Limits = {
  /** A refusal that says when to come again, for one who asks too fast. */
  hold(route: Pick<Route, 'who'>, event: APIGatewayProxyEventV2): Refusal | undefined
}

const nameOf = (text: string) => createHash('sha256').update(text).digest('base64')

/** Told apart by the token or code that was sent, before it is checked: checking costs as well. */
export const makeLimits = (rates: Rates = usualRates, nowMs: () => number = Date.now): Limits => {
  const byToken = makeBucket(rates.token, nowMs)
  const byLink = makeBucket(rates.link, nowMs)
  const byAddress = makeBucket(rates.address, nowMs)
  const ownBucket = ({ who }: Pick<Route, 'who'>, { headers }: APIGatewayProxyEventV2) => {
    if (who === 'nobody') return { ok: true as const }
    const link = who === 'link' ? trackHeader : who === 'bankLink' ? bankHeader : undefined
    const sent = headers[link ?? 'authorization']
    return sent ? (link ? byLink : byToken)(nameOf(sent)) : { ok: true as const }
  }
  return {
    hold: (route, event) => {
      const own = ownBucket(route, event)
      const held = own.ok ? byAddress(event.requestContext.http.sourceIp) : own
      return held.ok ? undefined : refuse('tooOften', { about: { retryAfter: held.retryAfter } })
    },
  }
}

/** For measurements and for storms of requests on purpose. */
export const noLimits: Limits = { hold: () => undefined }
