import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../local/engine/free-port.ts'
import { addressFrom } from '../../../local/office/address.ts'
import { signInFrom } from '../../../local/office/sign-in-settings.ts'
import theDirectory from '../../../samples/directory.json' with { type: 'json' }
import { openTestOffice } from '../../support/office.ts'

const origin = 'https://zhuqi.example.cn'

describe('what the office is told about its address', () => {
  it('is itself on this machine, where it is told nothing', () => {
    expect(addressFrom({})).toMatchObject({ host: '127.0.0.1', port: 3000, origin: 'http://127.0.0.1:3000' })
  })

  it('is a public origin in front of it', () => {
    expect(addressFrom({ PORT: '8080', ZHUQI_ORIGIN: `${origin}/` })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      origin,
      tls: undefined,
      behindProxy: true,
    })
  })

  it.each([
    ['without https', { ZHUQI_ORIGIN: 'http://zhuqi.example.cn' }, 'https'],
    ['with a path', { ZHUQI_ORIGIN: `${origin}/office` }, '不带路径'],
    ['on all networks without a certificate', { ZHUQI_HOST: '0.0.0.0', ZHUQI_ORIGIN: origin }, '需要证书'],
    ['with half a certificate', { ZHUQI_TLS_CERT: 'cert.pem', ZHUQI_ORIGIN: origin }, 'ZHUQI_TLS'],
  ])('refuses one %s, and says what to do', (_, env, words) => {
    expect(() => addressFrom(env)).toThrow(words)
  })

  it('refuses half of a sign-in service and names what is missing', () => {
    expect(() => signInFrom({ ZHUQI_OIDC_ISSUER: 'https://id.example.cn' })).toThrow('ZHUQI_OIDC_AUDIENCE')
    expect(() => signInFrom({ ZHUQI_WECOM_CORP_ID: 'ww1' })).toThrow('ZHUQI_WECOM_SECRET')
  })
})

describe('an office that is open to others', () => {
  const open: { office?: Awaited<ReturnType<typeof openTestOffice>>; port: number } = { port: 0 }
  const addressAt = (port: number) => addressFrom({ PORT: String(port), ZHUQI_ORIGIN: origin })
  beforeAll(async () => {
    open.port = await freePort()
    open.office = await openTestOffice({ address: addressAt(open.port), signIn: { accounts: true } })
  })
  afterAll(() => open.office?.close())

  /** As the proxy in front asks: over plain HTTP on this machine, with the name that people typed. */
  const ask = (path: string, host = 'zhuqi.example.cn') =>
    new Promise<{ status: number; headers: Record<string, string | string[] | undefined> }>(
      (resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port: open.port, path, headers: { host } }, (response) => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, headers: response.headers })
        })
        asked.on('error', reject).end()
      },
    )

  it('sends people to its public address for signing in, with cookies that go over https only', async () => {
    const query = new URLSearchParams({
      client_id: 'zhuqi-portal',
      response_type: 'code',
      redirect_uri: `${origin}/signed-in`,
      scope: 'openid profile zhuqi',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    })
    const { status, headers } = await ask(`/oidc/auth?${query}`)
    expect(status).toBe(303)
    const cookies = [headers['set-cookie']].flat().filter((one) => one?.startsWith('zhuqi_sign_in='))
    expect(cookies).toHaveLength(1)
    for (const cookie of cookies) expect(cookie).toMatch(/; secure/i)
    expect(headers['strict-transport-security']).toContain('max-age')
  })

  it('refuses another name that was pointed at it', async () => {
    expect((await ask('/oidc/auth', 'evil.example')).status).toBe(421)
  })

  it('tells the portal its public address', async () => {
    const answer = await fetch(`http://127.0.0.1:${open.port}/portal-config.json`)
    expect(await answer.json()).toMatchObject({ issuer: `${origin}/oidc`, idleMinutes: 30 })
  })
})

describe('an office whose people sign in at a service of its own', () => {
  const open: { office?: Awaited<ReturnType<typeof openTestOffice>> } = {}
  const outside = signInFrom({
    ZHUQI_OIDC_ISSUER: 'https://id.example.cn/realms/office',
    ZHUQI_OIDC_AUDIENCE: 'zhuqi',
    ZHUQI_OIDC_CLIENT_ID: 'portal',
    TOKEN_SUBJECT_CLAIM: 'employee_no',
  })
  beforeAll(async () => {
    open.office = await openTestOffice({ signIn: outside, directory: theDirectory })
  })
  afterAll(() => open.office?.close())
  const get = (path: string) => fetch(`${open.office?.office.origin}${path}`)

  it('reads the claim that names the person', () => {
    expect(outside.outside?.subjectClaim).toBe('employee_no')
  })

  it('tells the portal where to sign in, and lets its page ask there and nowhere else', async () => {
    expect(await (await get('/portal-config.json')).json()).toMatchObject({
      issuer: 'https://id.example.cn/realms/office',
      clientId: 'portal',
      resource: 'zhuqi',
    })
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toContain("connect-src 'self' https://id.example.cn")
  })

  it('may itself be reached by others', async () => {
    const address = addressFrom({ PORT: String(await freePort()), ZHUQI_ORIGIN: origin })
    const { office, close } = await openTestOffice({ address, signIn: outside })
    expect(office.origin).toBe(origin)
    await close()
  })

  it('has no sign-in and no sample users of its own, and takes no token of its own making', async () => {
    const types = await Promise.all(
      ['/oidc/.well-known/openid-configuration', '/sample-users.json'].map(async (path) => {
        const answer = await get(path)
        return answer.ok && answer.headers.get('content-type')?.includes('json')
      }),
    )
    expect(types).toEqual([false, false])
    expect((await open.office?.ask('official-1', 'GET', '/me'))?.status).not.toBe(200)
  })
})
