import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod'

/** The issuer, and not the token, is the reason that nothing could be checked. */
export class SignInUnavailable extends Error {}

/** How long one look-up of keys may take, and how soon an unknown key id may lead to the next. */
const patienceMs = 3_000
const cooldownMs = 30_000
/** After this long the keys are fetched again, so that a withdrawn one stops working. */
const longestUseMs = 10 * 60_000

type Source = { issuer: string; jwksUri?: string }

/** Finds the key that a token names, fetching the issuer's keys at most once per cooldown. Throws SignInUnavailable. */
export function signingKeys({ issuer, jwksUri }: Source, fetchJwks: typeof fetch = fetch): JWTVerifyGetKey {
  const keysAt = (uri: string) =>
    createRemoteJWKSet(new URL(uri), {
      cooldownDuration: cooldownMs,
      cacheMaxAge: longestUseMs,
      timeoutDuration: patienceMs,
      [customFetch]: fetchJwks,
    })
  const keys = once(async () => keysAt(jwksUri ?? (await discoverJwksUri(issuer, fetchJwks))))
  return async (header, token) => {
    try {
      return await (await keys())(header, token)
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys)
        throw cause
      throw new SignInUnavailable(`the signing keys of ${issuer} cannot be had`, { cause })
    }
  }
}

async function discoverJwksUri(issuer: string, fetchJwks: typeof fetch): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetchJwks(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  // Another issuer's keys must not be taken for this one's (OpenID Connect Discovery 4.3).
  return z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json()).jwks_uri
}

/** Remembers the first success; callers meanwhile share one attempt, and a failure is tried again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make().catch((error) => {
      made = undefined
      throw error
    })
    return made
  }
}
