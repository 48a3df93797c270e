import { aBrowser, aPortal, type Page } from '../sign-in/a-browser.ts'

type At = { origin: string; issuer: string }

export const at = (origin: string): At => ({ origin, issuer: `${origin}/oidc` })

export const askSetting = async (
  origin: string,
  user: string,
  proof: string,
  password: string,
  again = password,
) => {
  const browser = aBrowser()
  const page = await browser.ask(`${origin}/oidc/password?user=${user}`)
  return browser.submit(page, { user, proof, password, again })
}

/** Somebody at the sign-in page, who types what they are told. */
export const atSignIn = async (where: At) => {
  const browser = aBrowser()
  const portal = aPortal(where)
  const open = () => browser.ask(portal.authorizeUrl()).then((page) => browser.follow(page, portal.signedIn))
  const page = await open()
  const type = async (user: string, password: string, on: Page = page) =>
    browser.follow(await browser.submit(on, { user, password }), portal.signedIn)
  /** The tokens, where the words typed were right. */
  const tokens = async (user: string, password: string) => {
    const done = await type(user, password)
    const { body } = await portal.exchange(new URL(done.url).searchParams.get('code') ?? '')
    return body
  }
  return { browser, portal, page, open, type, tokens }
}

export const me = async (origin: string, token: string) => {
  const response = await fetch(`${origin}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
  return { status: response.status, body: await response.json() }
}
