import * as oauth from 'oauth4webapi'
import { type SignInConfig, signInConfig } from './config.ts'
import type { Tokens } from './tokens.ts'

const startedName = 'zhuqi-signing-in'
type Started = { verifier: string; state: string; returnTo: string }

/** A resource indicator is a URI (RFC 8707); with anything else the provider falls back on its own. */
const resourceOf = ({ resource }: SignInConfig): Record<string, string> =>
  URL.canParse(resource) ? { resource } : {}

const redirect = () => `${location.origin}/signed-in`

const prepare = async () => {
  const config = await signInConfig()
  const issuer = new URL(config.issuer)
  // One machine without a certificate: only its own loopback address is reached this way.
  const options = { [oauth.allowInsecureRequests]: issuer.protocol === 'http:' }
  const found = await oauth.discoveryRequest(issuer, options)
  const server = await oauth.processDiscoveryResponse(issuer, found)
  return { config, server, options, client: { client_id: config.clientId } satisfies oauth.Client }
}

const tokensFrom = (answer: oauth.TokenEndpointResponse, before?: Tokens): Tokens => ({
  access: answer.access_token,
  refresh: answer.refresh_token ?? before?.refresh,
  id: answer.id_token ?? before?.id,
  expiresAt: Date.now() + (answer.expires_in ?? 300) * 1000,
})

/** Leaves the page for the sign-in page, and comes back to `returnTo`. `anew`: also one who is signed in there is asked. */
export const startSignIn = async (returnTo: string, anew = false) => {
  const { config, server } = await prepare()
  if (!server.authorization_endpoint) throw new Error('the sign-in service names no authorization endpoint')
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  sessionStorage.setItem(startedName, JSON.stringify({ verifier, state, returnTo } satisfies Started))
  const address = new URL(server.authorization_endpoint)
  const asked = {
    client_id: config.clientId,
    redirect_uri: redirect(),
    response_type: 'code',
    scope: config.scope ?? 'openid profile offline_access zhuqi',
    ...resourceOf(config),
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...(anew && { prompt: 'login' }),
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  location.assign(address)
}

/** The tokens for the code that the sign-in page sent back, and where the person had been. */
export const finishSignIn = async (address: URL): Promise<{ tokens: Tokens; returnTo: string }> => {
  const text = sessionStorage.getItem(startedName)
  if (!text) throw new Error('no sign-in was begun in this tab')
  const { verifier, state, returnTo } = JSON.parse(text) as Started
  const { config, server, client, options } = await prepare()
  const given = oauth.validateAuthResponse(server, client, address, state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    given,
    redirect(),
    verifier,
    { ...options, additionalParameters: resourceOf(config) },
  )
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response)
  sessionStorage.removeItem(startedName)
  return { tokens: tokensFrom(answer), returnTo }
}

/** New tokens; `ended` where the session is over, an exception where nobody could be asked. */
export const refresh = async (tokens: Tokens): Promise<Tokens | 'ended'> => {
  if (!tokens.refresh) return 'ended'
  const { config, server, client, options } = await prepare()
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh, {
    ...options,
    additionalParameters: resourceOf(config),
  })
  if (response.status >= 500) throw new Error('the sign-in service failed')
  try {
    return tokensFrom(await oauth.processRefreshTokenResponse(server, client, response), tokens)
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return 'ended'
    throw error
  }
}

/** Where to go so that the sign-in service forgets the person too. */
export const signOutAddress = async (tokens: Tokens | undefined): Promise<string> => {
  const { config, server } = await prepare()
  if (!server.end_session_endpoint) return '/'
  const address = new URL(server.end_session_endpoint)
  address.searchParams.set('client_id', config.clientId)
  if (tokens?.id) address.searchParams.set('id_token_hint', tokens.id)
  address.searchParams.set('post_logout_redirect_uri', `${location.origin}/`)
  return address.href
}
