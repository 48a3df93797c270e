import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { signInPage } from '../../../local/sign-in/pages.ts'
import { aBrowser, aPortal, signIn } from './a-browser.ts'
import { anOffice, sampleUsers } from './an-office.ts'
import { contrast, rules } from './contrast.ts'

async function aSignInPage() {
  const office = await anOffice()
  const browser = aBrowser()
  const portal = aPortal(office)
  const page = await browser.follow(await browser.ask(portal.authorizeUrl()), portal.signedIn)
  return { office, browser, portal, page }
}

test('the page lists the sample users by role, Chinese first and English beside', async () => {
  const { page } = await aSignInPage()
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.text).toContain('<html lang="zh-CN">')
  const groups = [...page.text.matchAll(/<fieldset>[\s\S]*?<\/fieldset>/g)].map(([group]) => ({
    role: /<legend>(.*?)<\/legend>/.exec(group)?.[1],
    users: [...group.matchAll(/name="user" value="([^"]*)"/g)].map(([, id]) => id),
  }))
  expect(groups).toEqual([
    { role: '工作队员 <span lang="en">official</span>', users: ['official-1', 'official-2'] },
    { role: '调度员 <span lang="en">dispatcher</span>', users: ['dispatcher'] },
    { role: '审计员 <span lang="en">auditor</span>', users: ['auditor'] },
  ])
})

test('names are shown as text, whatever they contain', async () => {
  const { page } = await aSignInPage()
  expect(page.text).toContain('&lt;b&gt;&quot;审计&quot;&lt;/b&gt;')
  expect(page.text).not.toContain('<b>')
})

test('the page runs no script, loads nothing, cannot be framed, and its one style is the one allowed', async () => {
  const { page } = await aSignInPage()
  const policy = page.headers.get('content-security-policy') ?? ''
  const style = /<style>([\s\S]*?)<\/style>/.exec(page.text)?.[1] ?? ''
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])
  expect(page.text).not.toMatch(/<script|style="|onclick|<link|<img|src=/)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
})

test('every colour of text stands out from its ground by 4.5 to 1 or more', () => {
  const css = /<style>([\s\S]*?)<\/style>/.exec(signInPage(sampleUsers, '/'))?.[1] ?? ''
  const found = rules(css)
  const grounds = ['body', 'fieldset', 'button, .button', 'button:hover, .button:hover']
  const texts = ['body', '[lang=en]', 'button, .button', '.unit']
  const pairs = [
    ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
    ['button.main', 'button.main'] as const,
    ['button.main', 'button.main:hover'] as const,
    ['.alert', '.alert'] as const,
    ['.alert [lang=en]', '.alert'] as const,
  ]
  for (const [text, ground] of pairs)
    expect(
      contrast(found(text).color, found(ground).background),
      `${text} on ${ground}`,
    ).toBeGreaterThanOrEqual(4.5)
})

test('a user who does not exist is refused on the same page, which can be used again', async () => {
  const { browser, portal, page } = await aSignInPage()
  const refused = await browser.submit(page, { user: 'mayor' })
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('没有这个用户')
  const done = await browser.follow(await browser.submit(refused, { user: 'auditor' }), portal.signedIn)
  expect(new URL(done.url).searchParams.get('code')).toBeTruthy()
})

test('a form far too long is refused', async () => {
  const { browser, page } = await aSignInPage()
  expect((await browser.submit(page, { user: 'official-1', more: 'x'.repeat(10_000) })).status).toBe(400)
})

test('another site cannot sign someone in here', async () => {
  const { browser, page } = await aSignInPage()
  expect(
    (await browser.submit(page, { user: 'auditor' }, { origin: 'https://elsewhere.example' })).status,
  ).toBe(403)
})

test('the page of one browser is of no use in another', async () => {
  const { page } = await aSignInPage()
  const stranger = await aBrowser().ask(page.url)
  expect(stranger.status).toBe(400)
  expect(stranger.text).toContain('登录已过期')
})

test('going back after signing in leads to a page that says what to do', async () => {
  const office = await anOffice()
  const { browser, page } = await signIn(office, 'official-1')
  const back = await browser.submit(page, { user: 'official-1' })
  expect(back.status).toBe(400)
  expect(back.text).toContain(`href="${office.origin}/"`)
})

test('the page takes nothing but being read and being answered', async () => {
  const { browser, page } = await aSignInPage()
  const answer = await browser.ask(page.url, { method: 'DELETE' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, POST')
})
