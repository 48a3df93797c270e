import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { makeTokenVerifier } from '../../../functions/lib/auth/verify-token.ts'
import { aBrowser, aPortal, signIn } from './a-browser.ts'
import { anOffice } from './an-office.ts'

test('from the sign-in page to an access token that the API accepts, refreshed, and signed out again', async () => {
  const office = await anOffice()
  const { browser, portal, answer, code } = await signIn(office, 'official-1')
  expect(Object.fromEntries(answer)).toEqual({
    code: expect.any(String),
    state: 'state-1',
    iss: office.issuer,
  })

  const { body: tokens } = await portal.exchange(code)
  expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 1_800 })
  const verify = makeTokenVerifier({ issuer: office.issuer, audience: 'zhuqi-api' })
  const first = await verify(`Bearer ${tokens.access_token}`)
  expect(first).toMatchObject({ ok: true, subject: 'official-1', sessionId: expect.any(String) })

  const { body: renewed } = await portal.refresh(tokens.refresh_token)
  expect(renewed.access_token).not.toBe(tokens.access_token)
  expect(await verify(`Bearer ${renewed.access_token}`)).toMatchObject({
    subject: 'official-1',
    sessionId: first.ok && first.sessionId,
  })

  const leave = new URLSearchParams({
    id_token_hint: renewed.id_token,
    post_logout_redirect_uri: `${office.origin}/`,
    state: 'bye',
  })
  const question = await browser.ask(`${office.issuer}/session/end?${leave}`)
  expect(question.text).toContain('退出登录')
  const left = await browser.submit(question, { logout: 'yes' })
  expect(left.headers.get('location')).toBe(`${office.origin}/?state=bye`)
  expect(office.ended).toEqual([[first.ok && first.sessionId, 'official-1']])

  expect(await portal.refresh(renewed.refresh_token)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  })
  const again = await browser.follow(await browser.ask(portal.authorizeUrl()), portal.signedIn)
  expect(again.text).toContain('登录助企')
  expect(office.reported).toEqual([])
})

test('the access token is of the standard kind for APIs, the ID token names the person', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-1')
  const { body: tokens } = await portal.exchange(code)
  const keys = createRemoteJWKSet(new URL(`${office.issuer}/jwks`))

  expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
  const access = await jwtVerify(tokens.access_token, keys, { issuer: office.issuer, audience: 'zhuqi-api' })
  expect(access.payload).toMatchObject({ sub: 'official-1', scope: 'zhuqi', client_id: 'zhuqi-portal' })
  expect((access.payload.exp ?? 0) - (access.payload.iat ?? 0)).toBe(1_800)

  const id = await jwtVerify(tokens.id_token, keys, { issuer: office.issuer, audience: 'zhuqi-portal' })
  expect(id.payload).toMatchObject({
    sub: 'official-1',
    name: '一线队员1',
    role: 'official',
    unitName: '第1工作队',
    nonce: 'nonce-1',
  })
})

test('the ID token does not open the API', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-1')
  const { body: tokens } = await portal.exchange(code)
  const verify = makeTokenVerifier({ issuer: office.issuer, audience: 'zhuqi-api' })
  expect(await verify(`Bearer ${tokens.id_token}`)).toMatchObject({ code: 'tokenInvalid' })
})

test('someone who is signed in already is not asked again', async () => {
  const office = await anOffice()
  const { browser, portal } = await signIn(office, 'official-1')
  const second = await browser.follow(await browser.ask(portal.authorizeUrl()), portal.signedIn)
  expect(new URL(second.url).searchParams.get('code')).toBeTruthy()
})

test('someone who is signed in can sign in as someone else', async () => {
  const office = await anOffice()
  const { browser, portal } = await signIn(office, 'official-1')
  const page = await browser.follow(
    await browser.ask(portal.authorizeUrl({ prompt: 'login' })),
    portal.signedIn,
  )
  const change = await browser.follow(await browser.submit(page, { user: 'dispatcher' }), portal.signedIn)
  const done = await browser.follow(await browser.submit(change, {}), portal.signedIn)
  const { body: tokens } = await portal.exchange(new URL(done.url).searchParams.get('code') ?? '')
  const verify = makeTokenVerifier({ issuer: office.issuer, audience: 'zhuqi-api' })
  expect(await verify(`Bearer ${tokens.access_token}`)).toMatchObject({ subject: 'dispatcher' })
})

test('the userinfo endpoint answers a token that was refreshed for it, not the one for the API', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'dispatcher')
  const { body: tokens } = await portal.exchange(code)
  const ask = (token: string) =>
    fetch(`${office.issuer}/me`, { headers: { authorization: `Bearer ${token}` } })
  expect((await ask(tokens.access_token)).status).toBe(401)
  const { body: forInfo } = await portal.refresh(tokens.refresh_token, { scope: 'openid profile' })
  expect(await (await ask(forInfo.access_token)).json()).toEqual({
    sub: 'dispatcher',
    name: '调度员',
    role: 'dispatcher',
    unitName: '企业综合服务中心',
  })
})

test('a code works once, and a second use ends what the first one gave', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-1')
  const { body: tokens } = await portal.exchange(code)
  expect(await portal.exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  expect(await portal.refresh(tokens.refresh_token)).toMatchObject({ body: { error: 'invalid_grant' } })
})

test('a refresh token works once', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-1')
  const { body: tokens } = await portal.exchange(code)
  await portal.refresh(tokens.refresh_token)
  expect(await portal.refresh(tokens.refresh_token)).toMatchObject({ body: { error: 'invalid_grant' } })
})

test('whoever stole the code cannot use it without the verifier', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-1')
  expect(await portal.exchange(code, { code_verifier: 'x'.repeat(43) })).toMatchObject({
    body: { error: 'invalid_grant' },
  })
})

test('a request without PKCE is refused', async () => {
  const office = await anOffice()
  const url = new URL(aPortal(office).authorizeUrl())
  url.searchParams.delete('code_challenge')
  url.searchParams.delete('code_challenge_method')
  const { headers } = await aBrowser().ask(url.href)
  expect(new URL(headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
})

test('the code is never sent to another address than the portal', async () => {
  const office = await anOffice()
  const page = await aBrowser().ask(
    aPortal(office).authorizeUrl({ redirect_uri: 'https://elsewhere.example/signed-in' }),
  )
  expect(page.status).toBe(400)
  expect(page.headers.get('location')).toBe(null)
  expect(page.text).toContain('无法登录')
})

test('a user who left the directory cannot renew', async () => {
  const office = await anOffice()
  const { portal, code } = await signIn(office, 'official-2')
  const { body: tokens } = await portal.exchange(code)
  office.users.splice(1, 1)
  expect(await portal.refresh(tokens.refresh_token)).toMatchObject({ body: { error: 'invalid_grant' } })
})
