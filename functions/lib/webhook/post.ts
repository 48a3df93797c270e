import { lookup as lookUp } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { addressFault } from '../../../core/webhook/address.ts'
import type { Outcome } from '../../../core/webhook/delivery.ts'
import { ForbiddenAddress, guardedLookup } from './guarded-lookup.ts'

/** Where the office stands, and how long another side may take, wall time in milliseconds. */
export type PostSettings = { onLoopback: boolean; timeoutMs?: number | undefined }

/** Standard Webhooks asks for 15 to 30 seconds. */
const longestMs = 15_000

/**
 * One POST of a signed body. A redirection is an answer like any other and not followed. What the other side says
 * beyond its status is not read. Never throws: what went wrong is the outcome.
 */
export const post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  settings: PostSettings,
): Promise<Outcome> => {
  if (addressFault(url, settings)) return Promise.resolve({ failed: 'forbiddenAddress' })
  const send = url.startsWith('https:') ? secureRequest : plainRequest
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(settings.timeoutMs ?? longestMs)
    const request = send(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'zhuqi-webhooks',
      },
      agent: false,
      lookup: guardedLookup(settings, lookUp),
      signal,
    })
    request.once('response', (response) => {
      response.destroy()
      resolve({ status: response.statusCode ?? 0 })
    })
    request.once('error', (error) => {
      if (error instanceof ForbiddenAddress) return resolve({ failed: 'forbiddenAddress' })
      return resolve({ failed: signal.aborted ? 'timeout' : 'unreachable' })
    })
    request.end(body)
  })
}
