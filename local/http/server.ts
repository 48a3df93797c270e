import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { apiBase } from '../../core/api/routes.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { HttpHandler } from '../../functions/lib/http/function.ts'
import { problemOf } from '../../functions/lib/http/problem.ts'
import type { Address } from '../office/address.ts'
import { apiEvent, matchRoute } from './api-event.ts'
import { readBody } from './body.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

export type Site = {
  address: Address
  /** Functions of the API by name. */
  functions: Readonly<Record<string, HttpHandler>>
  /** Everything below a path that is not the API: sign-in, configuration. */
  mounts: readonly { path: string; listener: Listener }[]
  /** The portal's files. */
  portal: Listener
  onFault: (error: unknown) => void
}

const send = (response: ServerResponse, result: APIGatewayProxyStructuredResultV2) => {
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8')
  response.writeHead(result.statusCode ?? 200, {
    ...(result.headers as Record<string, string>),
    'content-length': body.length,
  })
  response.end(body)
}

const sendRefusal = (response: ServerResponse, refusal: Refusal, headers: Record<string, string> = {}) => {
  const problem = problemOf(refusal)
  send(response, {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(problem),
  })
}

const answerApi = async (site: Site, request: IncomingMessage, response: ServerResponse, url: URL) => {
  const matched = matchRoute(request.method ?? 'GET', url.pathname)
  const body = await readBody(request)
  if (!matched) return sendRefusal(response, refuse('unknownRoute'))
  if ('allowed' in matched)
    return sendRefusal(response, refuse('wrongMethod'), { allow: matched.allowed.join(', ') })
  if (body === undefined) return sendRefusal(response, refuse('tooLarge'))
  const handler = site.functions[matched.route.in]
  if (!handler) throw new Error(`no function ${matched.route.in}`)
  send(response, await handler(apiEvent(request, url, matched, body, site.address.behindProxy)))
}

const listen = (server: Server, { port, host }: Address) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

const below = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`)

/** Whoever asks again within this time was in the middle of something. */
const soonMs = 20

/** One origin for all of it: the API, sign-in and the portal. */
export const serve = async (site: Site) => {
  const secure = site.address.origin.startsWith('https:')
  let underWay = 0
  let lastAnswer = Number.NEGATIVE_INFINITY
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    // From then on the browser asks by https only (RFC 6797).
    if (secure) response.setHeader('strict-transport-security', 'max-age=31536000')
    const url = URL.parse(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`)
    if (!url) return sendRefusal(response, refuse('unknownRoute'))
    if (below(url.pathname, apiBase)) {
      underWay++
      answerApi(site, request, response, url)
        .catch((error) => {
          site.onFault(error)
          response.destroy()
        })
        .finally(() => {
          underWay--
          lastAnswer = performance.now()
        })
      return
    }
    const mount = site.mounts.find(({ path }) => below(url.pathname, path))
    const listener = mount?.listener ?? site.portal
    listener(request, response)
  }
  const server = site.address.tls ? createTlsServer(site.address.tls, answer) : createServer(answer)
  server.keepAliveTimeout = 65_000
  const port = await listen(server, site.address)
  return {
    port,
    /** Somebody waits for an answer of the API, or has just got one and may go on at once. */
    busy: () => underWay > 0 || performance.now() - lastAnswer < soonMs,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
