import type { IncomingMessage, ServerResponse } from 'node:http'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const json = (response: ServerResponse, body: unknown) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' })
  response.end(JSON.stringify(body))
}

/** What the portal must know before anyone has signed in: where to sign in. */
export const portalConfig =
  (config: { issuer: string; clientId: string; resource: string }): Listener =>
  (_, response) =>
    json(response, config)

/** The sample users that may be chosen on this machine, as the sign-in page lists them too. */
export const sampleUsers =
  (users: () => Promise<readonly { id: string; name: string; role: string }[]>): Listener =>
  (_, response) => {
    users().then(
      (all) =>
        json(
          response,
          all.map(({ id, name, role }) => ({ id, name, role })),
        ),
      () => response.destroy(),
    )
  }
