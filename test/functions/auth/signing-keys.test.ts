import { afterEach, expect, test, vi } from 'vitest'
import { makeTokenVerifier } from '../../../functions/lib/auth/verify-token.ts'
import { aKey, anIssuer, aToken, audience } from './an-issuer.ts'

const key = await aKey('k1')
const newKey = await aKey('k2')
const minutes = 60_000

afterEach(() => {
  vi.useRealTimers()
})

/** Moves the wall clock on; requests go on in real time. */
function later(ms: number) {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now + ms })
}

async function anOffice() {
  const issuer = await anIssuer(key)
  const verify = makeTokenVerifier({ issuer: issuer.url, audience })
  const check = async (signedWith = key, claims = {}) =>
    verify(`Bearer ${await aToken({ issuer: issuer.url, key: signedWith, claims })}`)
  return { issuer, verify, check }
}

test('the keys are found through the issuer and fetched once for many tokens', async () => {
  const { issuer, check } = await anOffice()
  await Promise.all(Array.from({ length: 20 }, (_, n) => check(key, { jti: String(n) })))
  await check(key, { jti: 'one more' })
  expect(issuer.state.asked).toEqual({ configuration: 1, jwks: 1 })
})

test('where the address of the keys is given, the issuer is not asked for it', async () => {
  const issuer = await anIssuer(key)
  const verify = makeTokenVerifier({ issuer: issuer.url, audience, jwksUri: `${issuer.url}/jwks` })
  expect(await verify(`Bearer ${await aToken({ issuer: issuer.url, key })}`)).toMatchObject({ ok: true })
  expect(issuer.state.asked).toEqual({ configuration: 0, jwks: 1 })
})

test('a token under a new key is accepted after the issuer changed its keys', async () => {
  const { issuer, check } = await anOffice()
  expect(await check()).toMatchObject({ ok: true })
  issuer.state.keys = [key, newKey]
  later(1 * minutes)
  expect(await check(newKey)).toMatchObject({ ok: true })
  expect(issuer.state.asked.jwks).toBe(2)
})

test('tokens under unknown keys do not make the issuer be asked again and again', async () => {
  const { issuer, check } = await anOffice()
  for (let n = 0; n < 10; n++)
    expect(await check(await aKey(`unknown-${n}`))).toMatchObject({ code: 'tokenInvalid' })
  expect(issuer.state.asked.jwks).toBe(1)
})

test('a withdrawn key stops working within ten minutes', async () => {
  const { issuer, check } = await anOffice()
  expect(await check()).toMatchObject({ ok: true })
  issuer.state.keys = [newKey]
  later(11 * minutes)
  expect(await check(key, { jti: 'another' })).toMatchObject({ code: 'tokenInvalid' })
})

test('an issuer that is down, and up again later, is told apart from a bad token', async () => {
  const { issuer, check } = await anOffice()
  issuer.state.status = 503
  expect(await check()).toMatchObject({ ok: false, code: 'signInUnavailable' })
  issuer.state.status = 200
  expect(await check()).toMatchObject({ ok: true })
})

test('an issuer that does not answer at all is told apart from a bad token', async () => {
  const { issuer, check } = await anOffice()
  await issuer.close()
  expect(await check()).toMatchObject({ ok: false, code: 'signInUnavailable' })
})

test('keys that cannot be fetched, though their address is known, are told apart from a bad token', async () => {
  const issuer = await anIssuer(key)
  const verify = makeTokenVerifier({ issuer: issuer.url, audience, jwksUri: `${issuer.url}/jwks` })
  issuer.state.status = 500
  expect(await verify(`Bearer ${await aToken({ issuer: issuer.url, key })}`)).toMatchObject({
    code: 'signInUnavailable',
  })
})

test('an address that answers for another issuer is not trusted', async () => {
  const { issuer, check } = await anOffice()
  issuer.state.names = 'https://elsewhere.example'
  expect(await check()).toMatchObject({ ok: false, code: 'signInUnavailable' })
})
