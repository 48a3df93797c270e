import { randomUUID } from 'node:crypto'
import { type Context, type Grant, interactionPolicy, type Provider } from 'oidc-provider'
import { type Door, staysIn } from './door.ts'
import { type SignInKeys, signingAlgorithm } from './keys.ts'
import { memoryStore } from './memory-store.ts'
import { faultPage, signOutPage } from './pages.ts'
import { findUser, type Users } from './users.ts'

export const clientId = 'zhuqi-portal'
export const audience = 'zhuqi-api'
/** A resource indicator must be a URI (RFC 8707); the audience that tokens carry need not be one. */
export const apiResource = 'urn:zhuqi:api'
export const apiScope = 'zhuqi'

export const accessSeconds = 30 * 60
/** A working day: after it people sign in again. */
const sessionSeconds = 12 * 60 * 60

export const apiServer = {
  scope: apiScope,
  audience,
  accessTokenTTL: accessSeconds,
  accessTokenFormat: 'jwt' as const,
  jwt: { sign: { alg: signingAlgorithm } },
}

type Parts = {
  origin: string
  mount: string
  keys: SignInKeys
  users: Users
  /** Clients besides the portal. */
  systems: readonly object[]
  door?: Door | undefined
  provider: () => Provider
}

/** https://github.com/panva/node-oidc-provider/blob/main/docs/README.md */
export function configuration({ origin, mount, keys, users, systems, door, provider }: Parts) {
  const policy = interactionPolicy.base()
  // A session of somebody whose account was locked or set anew since is no session.
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('account_gone', 'the account no longer allows it', ({ oidc }: Context) =>
        Boolean(oidc.session?.accountId && !oidc.account),
      ),
    )
  policy.remove('consent') // the portal is ours: there is nobody else to consent to
  return {
    adapter: memoryStore().adapter,
    jwks: { keys: keys.signing },
    // Cookies do not tell ports apart: names of our own keep other programs on this machine out of the way.
    cookies: {
      keys: keys.cookies,
      names: { session: 'zhuqi_session', interaction: 'zhuqi_sign_in', resume: 'zhuqi_resume' },
    },
    clientAuthMethods: ['none', 'client_secret_basic'],
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'role', 'unitName'] },
    clientDefaults: {
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: signingAlgorithm,
    },
    clients: [
      {
        client_id: clientId,
        client_name: '助企 Zhuqi',
        redirect_uris: [`${origin}/signed-in`],
        post_logout_redirect_uris: [`${origin}/`],
      },
      ...systems,
    ],
    pkce: { required: () => true },
    ttl: {
      AccessToken: accessSeconds,
      ClientCredentials: accessSeconds,
      AuthorizationCode: 60,
      IdToken: accessSeconds,
      Interaction: 60 * 60,
      Session: sessionSeconds,
      Grant: sessionSeconds,
      RefreshToken: sessionSeconds,
    },
    interactions: { policy, url: (_: Context, { uid }: { uid: string }) => `${mount}/sign-in/${uid}` },
    loadExistingGrant: (context: Context) => grantOf(context, provider()),
    findAccount: async ({ oidc }: Context, id: string, token?: { iat?: number; iiat?: number }) => {
      const since = token?.iiat ?? token?.iat ?? oidc.session?.loginTs ?? 0
      const user = (await staysIn(door, id, since)) ? await findUser(users, id) : undefined
      return user && { accountId: id, claims: async () => ({ sub: id, ...user }) }
    },
    issueRefreshToken: async () => true,
    expiresWithSession: async () => true,
    extraTokenClaims: async (_: Context, token: { sessionUid?: string }) => ({
      sid: token.sessionUid ?? randomUUID(),
    }),
    clientBasedCORS: (_: Context, from: string) => from === origin,
    renderError: async (context: Context, { error }: { error: string }) => {
      context.type = 'html'
      context.body = faultPage(
        {
          zh: '登录请求有误或已过期，请从助企重新登录。',
          en: 'The request was wrong or has expired; sign in from Zhuqi again.',
        },
        `${origin}/`,
        error,
      )
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_: Context, client: { clientId: string }, token: { clientId?: string }) =>
          token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context: Context, form: string) => {
          context.body = signOutPage(form, `${origin}/`)
        },
        postLogoutSuccessSource: async (context: Context) => {
          context.status = 303
          context.body = ''
          context.redirect(`${origin}/`)
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => apiResource,
        getResourceServerInfo: async () => apiServer,
        // Tokens are for the API, unless a refresh asks for the scopes of the userinfo endpoint alone.
        useGrantedResource: async ({ oidc }: Context) =>
          !oidc.params?.scope || oidc.params.scope.includes(apiScope),
      },
    },
  }
}

/** Everyone who is signed in grants the portal all it can ask for; one grant per session. */
async function grantOf({ oidc }: Context, provider: Provider): Promise<Grant | undefined> {
  const client = oidc.client?.clientId
  const accountId = oidc.session?.accountId
  if (!client || !accountId) return undefined
  const existing = await provider.Grant.find(oidc.session?.grantIdFor(client) ?? '')
  if (existing?.accountId === accountId) return existing
  const grant = new provider.Grant({ clientId: client, accountId })
  grant.addOIDCScope('openid profile')
  grant.addResourceScope(apiResource, apiScope)
  await grant.save()
  return grant
}
