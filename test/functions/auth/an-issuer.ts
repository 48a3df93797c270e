import { createServer } from 'node:http'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'

export const audience = 'zhuqi-api'

type SigningKey = { kid: string; alg: string; privateKey: CryptoKey; publicJwk: JWK }

export async function aKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

/** An issuer on a port of its own, whose keys and state of health the test can change. */
export async function anIssuer(...keys: SigningKey[]) {
  const state = {
    keys,
    asked: { configuration: 0, jwks: 0 },
    status: 200,
    names: undefined as string | undefined,
  }
  const server = createServer((request, response) => {
    const isJwks = request.url === '/jwks'
    state.asked[isJwks ? 'jwks' : 'configuration']++
    response.writeHead(state.status, { 'content-type': 'application/json' })
    const answer = isJwks
      ? { keys: state.keys.map((key) => key.publicJwk) }
      : { issuer: state.names ?? url, jwks_uri: `${url}/jwks` }
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  return { url, state, close }
}

type Token = { issuer: string; key: SigningKey; claims?: JWTPayload; header?: { typ?: string; kid?: string } }

/** A good access token for official-1 from two minutes ago until 28 minutes from now, unless told otherwise. */
export function aToken({ issuer, key, claims, header }: Token): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  return new SignJWT({
    iss: issuer,
    aud: audience,
    sub: 'official-1',
    iat: now - 120,
    exp: now + 1_680,
    ...claims,
  })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header })
    .sign(key.privateKey)
}

/** A token put together by hand, as a forger would. */
export function aForgery(header: object, claims: object, sign: (input: string) => string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${sign(input)}`
}
