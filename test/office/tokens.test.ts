import { createHmac, generateKeyPairSync } from 'node:crypto'
import { exportSPKI, importJWK } from 'jose'
import { expect, test } from 'vitest'
import { aForgery, aKey, anIssuer, aToken, audience } from '../functions/auth/an-issuer.ts'
import { openTestOffice } from '../support/office.ts'
import { today } from '../support/today.ts'

const key = await aKey('k1')
const rsa = await aKey('r1', 'RS256')
const nextKey = await aKey('k2')
const seconds = () => Math.floor(Date.now() / 1_000)

/** An office whose people sign in elsewhere, and requests with a token of one's own making, over HTTP. */
const anOffice = async () => {
  const issuer = await anIssuer(key, rsa)
  const opened = await openTestOffice({ tokens: { issuer: issuer.url, audience } })
  const ask = async (token: string | Promise<string>, method: 'GET' | 'POST' = 'GET', path = '/me') => {
    const reply = await opened.ask(undefined, method, path, undefined, {
      authorization: `Bearer ${await token}`,
    })
    return [reply.status, reply.body.code ?? reply.body.id]
  }
  const token = (more: Omit<Partial<Parameters<typeof aToken>[0]>, 'issuer'> = {}) =>
    aToken({ issuer: issuer.url, key, ...more })
  return { ...opened, issuer, askWith: ask, token }
}
const claims = (issuer: string) => ({ iss: issuer, aud: audience, sub: 'manager', exp: seconds() + 600 })

test('tokens of a provider that is named in the configuration open the office, and bad ones do not', async () => {
  const office = await anOffice()
  const { askWith, token, issuer } = office
  try {
    expect(await askWith(token())).toEqual([200, 'official-1'])
    const none = (algorithm: string) =>
      aForgery({ alg: algorithm, typ: 'at+jwt' }, claims(issuer.url), () => 'AAAA')
    const spki = await importJWK(rsa.publicJwk, 'RS256', { extractable: true })
    if (spki instanceof Uint8Array) throw new Error('an RSA key is not bytes')
    const pem = await exportSPKI(spki)
    const confused = aForgery({ alg: 'HS256', kid: 'r1', typ: 'at+jwt' }, claims(issuer.url), (input) =>
      createHmac('sha256', pem).update(input).digest('base64url'),
    )
    const embedded = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
    const bad: Record<string, string | Promise<string>> = {
      'from another issuer': token({ claims: { iss: 'https://elsewhere.example' } }),
      'for another audience': token({ claims: { aud: 'another-api' } }),
      'not yet valid': token({ claims: { nbf: seconds() + 120 } }),
      'without an end': token({ claims: { exp: undefined } }),
      'without a signature': none('none'),
      'without a signature, in other letters': none('nOnE'),
      'signed with the public key as a secret': confused,
      'under a key that brings itself along': aForgery(
        { alg: 'ES256', typ: 'at+jwt', jwk: embedded },
        claims(issuer.url),
        () => 'AAAA',
      ),
      'under an unknown key': token({ key: await aKey('unknown') }),
      'under a known name of a strange key': token({ key: await aKey('k1') }),
      'that is an ID token': token({ header: { typ: 'JWT' }, claims: { at_hash: 'x' } }),
    }
    for (const [what, one] of Object.entries(bad)) {
      expect([what, ...(await askWith(one))]).toEqual([what, 401, 'tokenInvalid'])
    }
    expect(await askWith(token({ claims: { exp: seconds() - 60 } }))).toEqual([401, 'tokenExpired'])
    expect(await askWith(token({ claims: { sub: 'a-stranger' } }))).toEqual([403, 'unknownUser'])
  } finally {
    await office.close()
  }
})

test('a new key of the issuer is taken up while the office runs', async () => {
  const office = await anOffice()
  try {
    const { askWith, token, issuer } = office
    issuer.state.keys = [nextKey]
    expect(await askWith(token({ key: nextKey }))).toEqual([200, 'official-1'])
    expect(await askWith(token())).toEqual([401, 'tokenInvalid'])
  } finally {
    await office.close()
  }
})

test('whoever signs out is out at once, with every token of that session, and with no other', async () => {
  const office = await anOffice()
  try {
    const { askWith, token } = office
    const session = (sid: string, jti: string) => token({ claims: { sid, jti } })
    const [first, renewed] = [await session('s-1', '1'), await session('s-1', '2')]
    const elsewhere = await session('s-2', '3')
    for (const one of [first, renewed, elsewhere]) expect(await askWith(one)).toEqual([200, 'official-1'])
    expect((await askWith(first, 'POST', '/sign-out'))[0]).toBe(200)
    expect(await askWith(first)).toEqual([401, 'sessionEnded'])
    expect(await askWith(renewed)).toEqual([401, 'sessionEnded'])
    expect(await askWith(await session('s-1', '4'))).toEqual([401, 'sessionEnded'])
    expect(await askWith(elsewhere)).toEqual([200, 'official-1'])
  } finally {
    await office.close()
  }
})

test('where tokens name no session, the token that signed out is the one that counts no longer', async () => {
  const office = await anOffice()
  try {
    const { askWith, token } = office
    const [one, another] = [await token({ claims: { jti: '1' } }), await token({ claims: { jti: '2' } })]
    await askWith(one, 'POST', '/sign-out')
    expect(await askWith(one)).toEqual([401, 'sessionEnded'])
    expect(await askWith(another)).toEqual([200, 'official-1'])
  } finally {
    await office.close()
  }
})

test('a sign-in goes on record once, and so does a sign-out', async () => {
  const office = await anOffice()
  try {
    const { askWith, token } = office
    const mine = await token({ claims: { sid: 's-1' } })
    await Promise.all(Array.from({ length: 8 }, () => askWith(mine)))
    await askWith(mine, 'POST', '/sign-out')
    const auditor = token({ claims: { sub: 'auditor', sid: 's-2' } })
    const headers = { authorization: `Bearer ${await auditor}` }
    const day = today()
    const { body } = await office.ask(undefined, 'GET', `/audit?limit=200&day=${day}`, undefined, headers)
    const lines = (body.items as { type: string; by: string }[]).filter(({ type }) =>
      type.startsWith('Signed'),
    )
    expect(lines.map(({ type, by }) => `${by} ${type}`)).toEqual([
      'official-1 SignedIn',
      'official-1 SignedOut',
      'auditor SignedIn',
    ])
  } finally {
    await office.close()
  }
})
