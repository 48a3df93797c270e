/** The part of oidc-provider 9 that is used here; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export type Context = {
    body: string
    type: string
    status: number
    oidc: OidcContext
    redirect(url: string): void
  }
  export type OidcContext = {
    client?: { clientId: string }
    session?: {
      uid?: string
      accountId?: string
      loginTs?: number
      grantIdFor(clientId: string): string | undefined
    }
    account?: { accountId: string }
    params?: { scope?: string }
  }
  export type Grant = {
    accountId?: string
    addOIDCScope(scope: string): void
    addResourceScope(resource: string, scope: string): void
    save(): Promise<string>
  }
  type ResourceServerInfo = {
    scope: string
    audience: string
    accessTokenTTL: number
    accessTokenFormat: 'jwt'
    jwt: { sign: { alg: string } }
  }
  type TokenInput = {
    accountId: string
    client: unknown
    scope: string
    sessionUid: string
    resourceServer: unknown
  }

  export class Provider {
    constructor(issuer: string, configuration: object)
    /** Believe what a proxy in front says about address and protocol. */
    proxy: boolean
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    on(event: 'server_error', listener: (context: unknown, error: Error) => void): this
    on(event: 'end_session.success', listener: (context: Context) => void): this
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ uid: string; prompt: { name: string } }>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>
    Session: { findByUid(uid: string): Promise<{ destroy(): Promise<void> } | undefined> }
    Client: { find(clientId: string): Promise<unknown> }
    Grant: {
      new (input: { clientId: string; accountId: string }): Grant
      find(grantId: string): Promise<Grant | undefined>
    }
    AccessToken: new (
      input: TokenInput,
    ) => { save(): Promise<string> }
    ResourceServer: new (
      identifier: string,
      info: ResourceServerInfo,
    ) => unknown
  }

  type Check = object
  type Prompts = {
    remove(name: string): void
    get(name: string): { checks: { add(check: Check): void } } | undefined
  }
  export const interactionPolicy: {
    base(): Prompts
    Check: new (reason: string, description: string, isNeeded: (context: Context) => boolean) => Check
  }
  export const errors: { SessionNotFound: new () => Error }
}
