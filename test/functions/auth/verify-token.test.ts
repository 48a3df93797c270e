import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { exportSPKI, importJWK } from 'jose'
import { afterEach, expect, test, vi } from 'vitest'
import { makeTokenVerifier } from '../../../functions/lib/auth/verify-token.ts'
import { aForgery, aKey, anIssuer, aToken, audience } from './an-issuer.ts'

const key = await aKey('k1')
const seconds = () => Math.floor(Date.now() / 1_000)
const claimsFor = (issuer: string) => ({
  iss: issuer,
  aud: audience,
  sub: 'official-1',
  exp: seconds() + 600,
})

afterEach(() => {
  vi.useRealTimers()
})

async function anOffice(...keys: Awaited<ReturnType<typeof aKey>>[]) {
  const issuer = await anIssuer(...(keys.length ? keys : [key]))
  const verify = makeTokenVerifier({ issuer: issuer.url, audience })
  const bearer = async (token: string | Promise<string>) => verify(`Bearer ${await token}`)
  return { issuer, verify, bearer, token: (more = {}) => aToken({ issuer: issuer.url, key, ...more }) }
}

test('a good token says who is signed in, in which session and until when', async () => {
  const { bearer, token } = await anOffice()
  const exp = seconds() + 600
  expect(await bearer(token({ claims: { exp, sid: 's-1' } }))).toEqual({
    ok: true,
    subject: 'official-1',
    sessionId: 's-1',
    tokenId: expect.stringMatching(/^.{44}$/),
    expiresAt: new Date(exp * 1_000).toISOString(),
  })
})

test.each(['ES256', 'EdDSA', 'RS256', 'PS256'])('a token signed with %s is accepted', async (alg) => {
  const other = await aKey('k2', alg)
  const { issuer, bearer } = await anOffice(other)
  expect(await bearer(aToken({ issuer: issuer.url, key: other }))).toMatchObject({ ok: true })
})

test('the person can be named by another claim', async () => {
  const { issuer, token } = await anOffice()
  const verify = makeTokenVerifier({ issuer: issuer.url, audience, subjectClaim: 'employee_no' })
  expect(await verify(`Bearer ${await token({ claims: { employee_no: 'N-7' } })}`)).toMatchObject({
    subject: 'N-7',
  })
  expect(await verify(`Bearer ${await token()}`)).toMatchObject({ code: 'tokenInvalid' })
})

test("people and banks' systems can be named by different claims, the first that a token has counting", async () => {
  const { issuer, token } = await anOffice()
  const check = { issuer: issuer.url, audience, subjectClaim: 'preferred_username, client_id' }
  const verify = makeTokenVerifier(check)
  const both = { preferred_username: 'dispatcher', client_id: 'zhuqi-portal' }
  expect(await verify(`Bearer ${await token({ claims: both })}`)).toMatchObject({ subject: 'dispatcher' })
  const system = { client_id: 'tiancheng-system' }
  expect(await verify(`Bearer ${await token({ claims: system })}`)).toMatchObject({
    subject: 'tiancheng-system',
  })
  const odd = { preferred_username: 7, client_id: 'dispatcher' }
  expect(await verify(`Bearer ${await token({ claims: odd })}`)).toMatchObject({ code: 'tokenInvalid' })
})

test.each([undefined, '', 'Bearer', 'Bearer ', 'Basic b2ZmaWNpYWw6MQ==', 'Bearerx a.b.c'])(
  'the header %j carries no token',
  async (header) => {
    const { verify } = await anOffice()
    expect(await verify(header)).toMatchObject({ ok: false, code: 'tokenMissing' })
  },
)

test('the scheme may be written in any case, as HTTP has it', async () => {
  const { verify, token } = await anOffice()
  expect(await verify(`bearer ${await token()}`)).toMatchObject({ ok: true })
})

test('an expired token is told so, half a minute being let pass for clocks that differ', async () => {
  const { bearer, token } = await anOffice()
  expect(await bearer(token({ claims: { exp: seconds() - 60 } }))).toMatchObject({ code: 'tokenExpired' })
  expect(await bearer(token({ claims: { exp: seconds() - 5 } }))).toMatchObject({ ok: true })
})

test.each<[string, object]>([
  ['from another issuer', { iss: 'https://elsewhere.example' }],
  ['for another audience', { aud: 'zhuqi-portal' }],
  ['without an audience', { aud: undefined }],
  ['not yet valid', { nbf: Math.floor(Date.now() / 1_000) + 120 }],
  ['without an end', { exp: undefined }],
  ['with an end that is no time', { exp: 1e20 }],
  ['without a person', { sub: undefined }],
  ['with an empty person', { sub: '' }],
  ['with a person that is no text', { sub: 7 }],
])('a token %s is refused', async (_, claims) => {
  const { bearer, token } = await anOffice()
  expect(await bearer(token({ claims }))).toMatchObject({ ok: false, code: 'tokenInvalid' })
})

test('a token that begins within half a minute is accepted, for clocks that differ', async () => {
  const { bearer, token } = await anOffice()
  expect(await bearer(token({ claims: { nbf: seconds() + 10 } }))).toMatchObject({ ok: true })
})

test.each<[string, object]>([
  ['an ID token by its access-token hash', { header: { typ: 'JWT' }, claims: { at_hash: 'x' } }],
  ['an ID token of Cognito', { header: { typ: undefined }, claims: { token_use: 'id' } }],
  ['an ID token of Keycloak', { header: { typ: 'JWT' }, claims: { typ: 'ID' } }],
  ['a logout token by its type', { header: { typ: 'logout+jwt' } }],
  ['a logout token by its events', { header: { typ: 'JWT' }, claims: { events: {} } }],
])('%s is not taken for an access token', async (_, more) => {
  const { bearer, token } = await anOffice()
  expect(await bearer(token(more))).toMatchObject({ ok: false, code: 'tokenInvalid' })
})

test.each(['at+jwt', 'application/at+jwt', 'AT+JWT', 'JWT', undefined])(
  'an access token of type %s is accepted',
  async (typ) => {
    const { bearer, token } = await anOffice()
    expect(await bearer(token({ header: { typ } }))).toMatchObject({ ok: true })
  },
)

test('a token without a signature is refused', async () => {
  const { issuer, bearer, token } = await anOffice()
  const [header, claims] = (await token()).split('.')
  expect(await bearer(`${header}.${claims}.`)).toMatchObject({ code: 'tokenInvalid' })
  const none = aForgery({ alg: 'none', typ: 'at+jwt' }, claimsFor(issuer.url), () => 'AAAA')
  expect(await bearer(none)).toMatchObject({ code: 'tokenInvalid' })
})

test('a public key cannot be used as a shared secret', async () => {
  const rsa = await aKey('k1', 'RS256')
  const { issuer, bearer } = await anOffice(rsa)
  const publicKey = await importJWK(rsa.publicJwk, 'RS256', { extractable: true })
  if (publicKey instanceof Uint8Array) throw new Error('an RSA key is not bytes')
  const pem = await exportSPKI(publicKey)
  const forged = aForgery({ alg: 'HS256', kid: 'k1', typ: 'at+jwt' }, claimsFor(issuer.url), (input) =>
    createHmac('sha256', pem).update(input).digest('base64url'),
  )
  expect(await bearer(forged)).toMatchObject({ code: 'tokenInvalid' })
})

test('a token whose claims were changed after signing is refused', async () => {
  const { issuer, bearer, token } = await anOffice()
  const [header, , signature] = (await token()).split('.')
  const claims = Buffer.from(JSON.stringify({ ...claimsFor(issuer.url), sub: 'admin' })).toString('base64url')
  expect(await bearer(`${header}.${claims}.${signature}`)).toMatchObject({ code: 'tokenInvalid' })
})

test('a token signed by a stranger under a known key id is refused', async () => {
  const { bearer, token } = await anOffice()
  expect(await bearer(token({ key: await aKey('k1') }))).toMatchObject({ code: 'tokenInvalid' })
})

test('a token far too long is refused unread', async () => {
  const { issuer, bearer } = await anOffice()
  expect(await bearer(`a.${'b'.repeat(20_000)}.c`)).toMatchObject({ code: 'tokenInvalid' })
  expect(issuer.state.asked.jwks).toBe(0)
})

test('whatever stands in the header, the answer is a refusal and never an exception', async () => {
  const { verify } = await anOffice()
  const part = fc.oneof(
    fc.string(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
    fc.constantFrom('eyJhbGciOiJFUzI1NiIsImtpZCI6ImsxIn0', 'eyJhbGciOiJFUzI1NiJ9'),
  )
  const header = fc.oneof(
    fc.string(),
    fc.tuple(part, part, part).map((parts) => `Bearer ${parts.join('.')}`),
  )
  await fc.assert(
    fc.asyncProperty(header, async (each) => {
      expect(await verify(each)).toMatchObject({ ok: false, code: expect.stringMatching(/^token/) })
    }),
    { numRuns: 500 },
  )
})
