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
    session?: { uid?: string; accountId?: string; grantIdFor(clientId: string): string | undefined }
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

  type Prompts = { remove(name: string): void }
  export const interactionPolicy: { base(): Prompts }
  export const errors: { SessionNotFound: new () => Error }
}
