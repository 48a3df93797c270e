import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'

type Cookie = { name: string; value: string; path: string }
export type Page = { url: string; status: number; headers: Headers; text: string }

/** As much of a browser as signing in needs: cookies by path, redirects one at a time, forms. */
export function aBrowser() {
  let jar: Cookie[] = []

  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/)
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/'
      jar = jar.filter((each) => each.name !== name || each.path !== path)
      if (value !== '') jar.push({ name, value, path })
    }
  }

  /** One request, redirects not followed. */
  const ask = async (url: string, init: RequestInit = {}): Promise<Page> => {
    const { pathname } = new URL(url)
    const sent = jar.filter(
      ({ path }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`),
    )
    const cookie = sent.map(({ name, value }) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...(cookie && { cookie }), ...init.headers }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    keep(response.headers)
    return { url, status: response.status, headers: response.headers, text: await response.text() }
  }

  /** Follows redirects until a page, or until one leads to `until`, which is not asked for. */
  const follow = async (page: Page, until: string): Promise<Page> => {
    const location = page.headers.get('location')
    if (!location) return page
    const next = new URL(location, page.url).href
    if (next.startsWith(until)) return { ...page, url: next }
    return follow(await ask(next), until)
  }

  const submit = (page: Page, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const action = /<form[^>]* action="([^"]*)"/.exec(page.text)?.[1]
    if (!action) throw new Error(`no form on the page:\n${page.text}`)
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const all = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
    const body = new URLSearchParams({ ...all, ...fields })
    return ask(new URL(action, page.url).href, { method: 'POST', body, headers })
  }

  return { ask, follow, submit, cookies: () => jar }
}

type Office = { issuer: string; origin: string }
const TokenAnswer = z.object({
  error: z.string().optional(),
  token_type: z.string().optional(),
  expires_in: z.number().optional(),
  access_token: z.string().default(''),
  id_token: z.string().default(''),
  refresh_token: z.string().default(''),
})
const json = async (response: Response) => ({
  status: response.status,
  body: TokenAnswer.parse(await response.json()),
})

/** The portal's part: PKCE (RFC 7636), the exchange of the code, and the refresh. */
export function aPortal({ issuer, origin }: Office) {
  const verifier = randomBytes(32).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const signedIn = `${origin}/signed-in`
  const token = async (fields: Record<string, string>) =>
    json(
      await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ client_id: 'zhuqi-portal', ...fields }),
      }),
    )
  return {
    signedIn,
    authorizeUrl: (more: Record<string, string> = {}) =>
      `${issuer}/auth?${new URLSearchParams({
        client_id: 'zhuqi-portal',
        response_type: 'code',
        redirect_uri: signedIn,
        scope: 'openid profile zhuqi',
        state: 'state-1',
        nonce: 'nonce-1',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...more,
      })}`,
    exchange: (code: string, more: Record<string, string> = {}) =>
      token({
        grant_type: 'authorization_code',
        code,
        redirect_uri: signedIn,
        code_verifier: verifier,
        ...more,
      }),
    refresh: (refreshToken: string, more: Record<string, string> = {}) =>
      token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...more }),
  }
}

/** From the portal's link to the portal's `/signed-in`: the code that it is given. */
export async function signIn(office: Office, userId: string, browser = aBrowser(), portal = aPortal(office)) {
  const page = await browser.follow(await browser.ask(portal.authorizeUrl()), portal.signedIn)
  const done = await browser.follow(await browser.submit(page, { user: userId }), portal.signedIn)
  const answer = new URL(done.url).searchParams
  return { browser, portal, page, answer, code: answer.get('code') ?? '' }
}
