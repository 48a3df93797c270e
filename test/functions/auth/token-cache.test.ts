import { expect, test, vi } from 'vitest'
import { tokenCache } from '../../../functions/lib/auth/token-cache.ts'
import { makeTokenVerifier } from '../../../functions/lib/auth/verify-token.ts'
import { aKey, anIssuer, aToken, audience } from './an-issuer.ts'

const at = (second: number) => new Date(second * 1_000)

test('a remembered token is forgotten when it expires', () => {
  const cache = tokenCache<string>(10)
  cache.set('a', 'official-1', at(60))
  expect(cache.get('a', at(59))).toBe('official-1')
  expect(cache.get('a', at(60))).toBe(undefined)
  expect(cache.size).toBe(0)
})

test('however many tokens come, only so many are remembered, and those in use stay', () => {
  const cache = tokenCache<number>(1_000)
  for (let n = 0; n < 5_000; n++) {
    cache.set(String(n), n, at(60))
    cache.get('0', at(0))
  }
  expect(cache.size).toBe(1_000)
  expect(cache.get('0', at(0))).toBe(0)
  expect(cache.get('4999', at(0))).toBe(4_999)
  expect(cache.get('1', at(0))).toBe(undefined)
})

test('a token once found good is not checked again until it expires, and then it is told so', async () => {
  const key = await aKey('k1')
  const issuer = await anIssuer(key)
  let now = new Date()
  const verify = makeTokenVerifier({ issuer: issuer.url, audience }, { now: () => now })
  const header = `Bearer ${await aToken({ issuer: issuer.url, key })}`
  const first = await verify(header)
  await issuer.close()
  expect(await verify(header)).toBe(first)
  now = new Date(now.getTime() + 31 * 60_000)
  expect(await verify(header)).toMatchObject({ ok: false, code: 'tokenExpired' })
})

test('the signature of a remembered token is not checked again', async () => {
  const key = await aKey('k1')
  const issuer = await anIssuer(key)
  const verify = makeTokenVerifier({ issuer: issuer.url, audience })
  const header = `Bearer ${await aToken({ issuer: issuer.url, key, claims: { jti: 'one' } })}`
  const checked = vi.spyOn(crypto.subtle, 'verify')
  await verify(header)
  expect(checked).toHaveBeenCalledTimes(1)
  for (let again = 0; again < 20; again++) await verify(header)
  expect(checked).toHaveBeenCalledTimes(1)
  checked.mockRestore()
})
