import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
import { apiResource, apiScope, apiServer, clientId, configuration } from './configuration.ts'
import { asksWhoItIs, type Door } from './door.ts'
import { html } from './form.ts'
import { signInKeys } from './keys.ts'
import { requireLoopback, requireSafe } from './loopback.ts'
import { pageHeaders } from './page-frame.ts'
import { faultPage } from './pages.ts'
import { passwordStep } from './password-step.ts'
import { signInStep } from './sign-in-step.ts'
import { clientSecretOf, systemClients } from './systems.ts'
import { findUser, peopleAmong, type Users } from './users.ts'

type PublicKey = { kty: string; crv: string; x: string; y: string; kid: string; alg: string; use: string }
export type OidcProvider = {
  issuer: string
  jwks: { keys: PublicKey[] }
  /** Answers every request under the issuer's path, `request.url` being the whole path. */
  handle(request: IncomingMessage, response: ServerResponse): void
  /** An access token as the portal would get it. Throws where there is no such user. */
  mintToken(userId: string): Promise<string>
  /** Nobody is signed in on the page by this session any more. */
  forgetSession(session: string): Promise<void>
  /** What a bank's own system of the directory signs in with. */
  clientSecret(id: string): string
}
type Options = {
  /** `${origin}/oidc` */
  issuer: string
  origin: string
  /** Where the signing keys are kept, readable by their owner only. */
  dataDir: string
  users: Users
  /** How people are let in; absent: sample users, for good. */
  door?: Door | undefined
  /** Told when somebody has signed out here, with what the tokens call the session. */
  onSessionEnd?: (session: string, user: string) => Promise<void>
  /** Told of faults of the provider itself; default: the console. */
  report?: (error: unknown) => void
}

/**
 * The sign-in of the one-machine office: OpenID Connect for people with accounts, or for the sample users. Throws where
 * sample users could be reached from beyond this machine, or passwords go over a network without TLS.
 */
export async function makeOidcProvider(options: Options): Promise<OidcProvider> {
  const { issuer, origin, dataDir, door, report = console.error } = options
  const users = peopleAmong(options.users)
  const guard = (await asksWhoItIs(door)) ? requireSafe : requireLoopback
  guard(origin, issuer)
  const mount = new URL(issuer).pathname
  const keys = await signInKeys(dataDir)
  const systems = systemClients(await options.users(), keys)
  const provider: Provider = new Provider(
    issuer,
    configuration({ origin, mount, keys, users, systems, door, provider: () => provider }),
  )
  provider.proxy = true
  provider.on('server_error', (_, error) => report(error))
  // The session of the page is gone with its cookie; tokens that it gave must not outlive it.
  provider.on('end_session.success', ({ oidc }) => {
    const { uid, accountId } = oidc.session ?? {}
    if (uid && accountId) options.onSessionEnd?.(uid, accountId).catch(report)
  })
  const answer = provider.callback()

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/'
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
    // A name that an attacker points at this machine is not our name (DNS rebinding).
    if (request.headers.host !== new URL(origin).host)
      return html(
        response,
        421,
        faultPage({ zh: `请使用 ${origin} 访问。`, en: `Please use ${origin}.` }, `${origin}/`),
      )
    // The proxy in front, or our own TLS, is what the origin says: addresses and cookies follow it.
    request.headers['x-forwarded-proto'] = new URL(origin).protocol.slice(0, -1)
    request.headers['x-forwarded-host'] = new URL(origin).host
    if (url.startsWith(`${mount}/sign-in/`))
      return signInStep({ provider, users, origin, mount, door }, request, response)
    if (door && url.split('?')[0] === `${mount}/password` && (await asksWhoItIs(door)))
      return passwordStep({ door, origin, mount }, request, response)
    const mounted = Object.assign(request, { originalUrl: url, url: url.slice(mount.length) || '/' })
    return answer(mounted, response)
  }

  return {
    issuer,
    jwks: { keys: keys.signing.map(({ d: _, ...publicKey }) => publicKey) },
    handle: (request, response) => {
      route(request, response).catch((error: unknown) => {
        report(error)
        if (response.headersSent) return response.destroy()
        return html(
          response,
          500,
          faultPage({ zh: '登录服务出错了。', en: 'The sign-in service failed.' }, `${origin}/`),
        )
      })
    },
    mintToken: (userId) => mint(provider, users, userId),
    forgetSession: async (session) => {
      const known = await provider.Session.findByUid(session)
      await known?.destroy()
    },
    clientSecret: (id) => clientSecretOf(keys, id),
  }
}

async function mint(provider: Provider, users: Users, userId: string): Promise<string> {
  if (!(await findUser(users, userId))) {
    const known = (await users()).map((user) => user.id).join(', ')
    throw new Error(`没有用户 ${userId}。There is no user ${userId}; there are: ${known}.`)
  }
  const token = new provider.AccessToken({
    accountId: userId,
    client: await provider.Client.find(clientId),
    scope: apiScope,
    sessionUid: randomUUID(),
    resourceServer: new provider.ResourceServer(apiResource, apiServer),
  })
  return token.save()
}
