import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { makeTokenVerifier } from '../../../functions/lib/auth/verify-token.ts'
import { makeOidcProvider } from '../../../local/sign-in/provider.ts'
import { aBrowser, aPortal, signIn } from './a-browser.ts'
import { aDataFolder, anOffice, sampleUsers } from './an-office.ts'

const providerAt = (origin: string, dataDir: string, issuer = `${origin}/oidc`) =>
  makeOidcProvider({ origin, issuer, dataDir, users: async () => sampleUsers })

test('a printed token is of the same kind as the one that the portal gets', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-1')
  const { body: tokens } = await portal.exchange(code)
  const printed = await office.mintToken('official-1')
  expect(decodeProtectedHeader(printed)).toEqual(decodeProtectedHeader(tokens.access_token))
  const shape = (token: string) => {
    const { iat = 0, exp = 0, jti: _, sid, ...rest } = decodeJwt(token)
    return { ...rest, sid: typeof sid, seconds: exp - iat }
  }
  expect(shape(printed)).toEqual(shape(tokens.access_token))
})

test('a token printed by another process on the same data folder opens the running office', async () => {
  const dataDir = aDataFolder()
  const office = await anOffice(dataDir)
  const printed = await (await providerAt(office.origin, dataDir)).mintToken('dispatcher')
  const verify = makeTokenVerifier({ issuer: office.issuer, audience: 'zhuqi-api' })
  expect(await verify(`Bearer ${printed}`)).toMatchObject({ ok: true, subject: 'dispatcher' })
})

test('a token is printed for users of the directory only', async () => {
  const office = await anOffice()
  await expect(office.mintToken('mayor')).rejects.toThrow(/no user mayor; there are: official-1, official-2/)
})

test('the keys stay the same over a restart, are for their owner only, and the private part is not published', async () => {
  const dataDir = aDataFolder()
  const first = await providerAt('http://127.0.0.1:3000', dataDir)
  const second = await providerAt('http://127.0.0.1:3000', dataDir)
  expect(second.jwks).toEqual(first.jwks)
  expect(first.jwks.keys[0]).not.toHaveProperty('d')
  expect(statSync(join(dataDir, 'sign-in-keys.json')).mode & 0o777).toBe(0o600)
})

test('keys that others could read are closed to them', async () => {
  const dataDir = aDataFolder()
  await providerAt('http://127.0.0.1:3000', dataDir)
  chmodSync(join(dataDir, 'sign-in-keys.json'), 0o644)
  await providerAt('http://127.0.0.1:3000', dataDir)
  expect(statSync(join(dataDir, 'sign-in-keys.json')).mode & 0o777).toBe(0o600)
})

test('processes that start together agree on the keys', async () => {
  const dataDir = aDataFolder()
  const all = await Promise.all(Array.from({ length: 8 }, () => providerAt('http://127.0.0.1:3000', dataDir)))
  expect(new Set(all.map(({ jwks }) => jwks.keys[0]?.kid)).size).toBe(1)
})

test('a damaged key file is named, and not silently replaced', async () => {
  const dataDir = aDataFolder()
  const file = join(dataDir, 'sign-in-keys.json')
  writeFileSync(file, '{"signing":[]}')
  await expect(providerAt('http://127.0.0.1:3000', dataDir)).rejects.toThrow(
    /sign-in-keys\.json cannot be read/,
  )
  expect(readFileSync(file, 'utf8')).toBe('{"signing":[]}')
})

test.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])(
  'sample users can sign in at %s',
  async (origin) => {
    await expect(providerAt(origin, aDataFolder())).resolves.toMatchObject({ issuer: `${origin}/oidc` })
  },
)

test.each([
  ['http://0.0.0.0:3000', undefined],
  ['http://192.168.1.7:3000', undefined],
  ['https://zhuqi.example', undefined],
  ['http://localhost.example:3000', undefined],
  ['http://127.0.0.1:3000', 'https://zhuqi.example/oidc'],
])('sample users are impossible at %s (issuer %s)', async (origin, issuer) => {
  await expect(providerAt(origin, aDataFolder(), issuer)).rejects.toThrow(/on this machine only/)
})

test('an issuer at another port than the portal is refused', async () => {
  await expect(
    providerAt('http://127.0.0.1:3000', aDataFolder(), 'http://127.0.0.1:4000/oidc'),
  ).rejects.toThrow(/must lie under the origin/)
})

test('what the provider says about itself can be used as it stands', async () => {
  const office = await anOffice()
  const answer = await fetch(`${office.issuer}/.well-known/openid-configuration`)
  const about = z.looseObject({ jwks_uri: z.string() }).parse(await answer.json())
  expect(about).toMatchObject({
    issuer: office.issuer,
    authorization_endpoint: `${office.issuer}/auth`,
    token_endpoint: `${office.issuer}/token`,
    jwks_uri: `${office.issuer}/jwks`,
    end_session_endpoint: `${office.issuer}/session/end`,
    code_challenge_methods_supported: ['S256'],
  })
  expect(await (await fetch(about.jwks_uri)).json()).toEqual(office.jwks)
})

test('a name that someone else points at this machine is refused', async () => {
  const office = await anOffice()
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(office.origin)
    const asked = request(
      { host: '127.0.0.1', port, path: '/oidc/auth', headers: { host: 'evil.example' } },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    asked.on('error', reject).end()
  })
  expect(status).toBe(421)
})

test('an address that does not exist is not found', async () => {
  const office = await anOffice()
  expect((await fetch(`${office.issuer}/nothing-here`)).status).toBe(404)
})

test('a directory that cannot be read is reported, and the person sees a page', async () => {
  const office = await anOffice()
  const browser = aBrowser()
  const page = await browser.follow(
    await browser.ask(aPortal(office).authorizeUrl()),
    `${office.origin}/signed-in`,
  )
  office.failing = true
  const failed = await browser.ask(page.url)
  expect(failed.status).toBe(500)
  expect(failed.text).toContain('登录服务出错了')
  expect(office.reported).toEqual([new Error('the directory cannot be read')])
})

test('a start prints no warnings', async () => {
  const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info'), vi.spyOn(console, 'error')]
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-1')
  await portal.refresh((await portal.exchange(code)).body.refresh_token)
  for (const spy of said) expect(spy).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
