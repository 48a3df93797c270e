import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { apiBase, type Operation, operations, type Route, routeOf } from '../../core/api/routes.ts'

type Pattern = { operation: Operation; route: Route; segments: string[] }

const patterns: Pattern[] = operations.map((operation) => {
  const route = routeOf(operation)
  return { operation, route, segments: `${apiBase}${route.path}`.split('/').slice(1) }
})

const parameterOf = (segment: string) => /^\{(\w+)\}$/.exec(segment)?.[1]

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const match = (pattern: Pattern, path: string[]): Record<string, string> | undefined => {
  if (pattern.segments.length !== path.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, segment] of pattern.segments.entries()) {
    const text = path[index] ?? ''
    const name = parameterOf(segment)
    const value = name ? decoded(text) : undefined
    if (name && value !== undefined && value !== '') parameters[name] = value
    else if (segment !== text) return undefined
  }
  return parameters
}

export type Matched = { operation: Operation; route: Route; parameters: Record<string, string> }

/** The route of a request; or that the address is there, but takes other methods; or that there is none. */
export const matchRoute = (method: string, pathname: string): Matched | { allowed: string[] } | undefined => {
  const path = pathname.split('/').slice(1)
  const allowed: string[] = []
  for (const pattern of patterns) {
    const parameters = match(pattern, path)
    if (!parameters) continue
    if (pattern.route.method === method)
      return { operation: pattern.operation, route: pattern.route, parameters }
    allowed.push(pattern.route.method)
  }
  return allowed.length > 0 ? { allowed } : undefined
}

/** Who asks. Behind a proxy of one's own its last entry counts: what stands before it anybody may have written. */
const sourceOf = (request: IncomingMessage, behindProxy: boolean): string => {
  const forwarded = behindProxy ? String(request.headers['x-forwarded-for'] ?? '') : ''
  return forwarded.split(',').at(-1)?.trim() || request.socket.remoteAddress || ''
}

/** A request as API Gateway hands it to a function (payload format 2.0). */
export const apiEvent = (
  request: IncomingMessage,
  url: URL,
  matched: Matched,
  body: Buffer,
  behindProxy = false,
): APIGatewayProxyEventV2 => {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  )
  const routeKey = `${matched.route.method} ${apiBase}${matched.route.path}`
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(url.search && { queryStringParameters: Object.fromEntries(url.searchParams) }),
    pathParameters: matched.parameters,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: '',
      http: {
        method: matched.route.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: sourceOf(request, behindProxy),
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    body: body.toString('base64'),
    isBase64Encoded: true,
  }
}
