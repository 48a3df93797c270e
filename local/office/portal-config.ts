import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OutsideIssuer } from './sign-in-settings.ts'

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

const json = (response: ServerResponse, body: unknown) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' })
  response.end(JSON.stringify(body))
}

/** Half an hour: whoever has left the desk for that long has left it. */
export const usualIdleMinutes = 30

type Config = { issuer: string; clientId: string; resource: string; scope?: string; idleMinutes: number }

/** An outside provider knows the API by its audience, and wants the scopes that the office was told. */
export const outsideConfig = ({ issuer, clientId, audience, scope }: OutsideIssuer) => ({
  issuer,
  clientId,
  resource: audience,
  ...(scope && { scope }),
})

/** What the portal must know before anyone has signed in: where to sign in, and how long nobody may be there. */
export const portalConfig =
  (config: Config): Listener =>
  (_, response) =>
    json(response, config)

/** The sample users that may be chosen on this machine, as the sign-in page lists them too; none where people have accounts. */
export const sampleUsers =
  (users: () => Promise<readonly { id: string; name: string; role: string }[] | undefined>): Listener =>
  (_, response) => {
    users().then(
      (all) => {
        if (all)
          return json(
            response,
            all.map(({ id, name, role }) => ({ id, name, role })),
          )
        response.writeHead(404, { 'cache-control': 'no-cache' })
        response.end()
      },
      () => response.destroy(),
    )
  }
