import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import {
  apiBase,
  bankHeader,
  type Operation,
  operations,
  type Route,
  routeOf,
  trackHeader,
} from '../../../core/api/routes.ts'
import type { Principal } from '../../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../../core/refusal.ts'
import { scope } from '../../store/scope.ts'
import { readBankLink } from '../bank-link.ts'
import type { Container } from '../container.ts'
import { readLink } from '../firm-link.ts'
import type { Limits } from '../limits/limits.ts'
import type { Log } from '../log.ts'
import { noteRefusal } from './note-refusal.ts'
import type { Call, OperationsIn } from './operation.ts'
import { problemOf } from './problem.ts'
import { parseRequest } from './request.ts'
import { type SignedIn, signIn, type VerifyToken } from './sign-in.ts'

export type HttpParts = {
  container: Container
  verify: VerifyToken
  log: Log
  /** Where nothing runs after an answer, what was noted is put on record before it. */
  settleFirst?: boolean
  /** How fast one session, one link or one address may ask; absent: as fast as it likes. */
  limits?: Limits
}
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context?: Context,
) => Promise<APIGatewayProxyStructuredResultV2>

const json = 'application/json; charset=utf-8'
const fixedHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const refusalResponse = (refusal: Refusal): APIGatewayProxyStructuredResultV2 => {
  const problem = problemOf(refusal)
  return {
    statusCode: problem.status,
    headers: {
      ...fixedHeaders,
      'content-type': 'application/problem+json; charset=utf-8',
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(problem.status === 503 && { 'retry-after': '1' }),
      ...(problem.status === 429 && { 'retry-after': String(refusal.about?.retryAfter ?? 1) }),
    },
    body: JSON.stringify(problem),
  }
}

type AnyHandler = (call: Call<Operation>) => Promise<AnyAnswer | Refusal>
type AnyAnswer =
  | { body: unknown; version?: number; created?: string }
  | { file: Uint8Array; type: string; name: string }

const answerResponse = (route: Route, answer: AnyAnswer): APIGatewayProxyStructuredResultV2 => {
  if ('file' in answer) {
    return {
      statusCode: route.status,
      headers: {
        ...fixedHeaders,
        'content-type': answer.type,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
      },
      body: Buffer.from(answer.file).toString('base64'),
      isBase64Encoded: true,
    }
  }
  return {
    statusCode: route.status,
    headers: {
      ...fixedHeaders,
      'content-type': json,
      ...(answer.version !== undefined && { etag: `"${answer.version}"` }),
      ...(answer.created && { location: `${apiBase}${answer.created}` }),
    },
    body: JSON.stringify(answer.body),
  }
}

const nobody: Principal = { id: 'nobody', name: '', role: 'firm' }

const letIn = (
  parts: HttpParts,
  route: Route,
  event: APIGatewayProxyEventV2,
): Promise<Principal | SignedIn | Refusal> => {
  if (route.who === 'nobody') return Promise.resolve(nobody)
  if (route.who === 'bankLink') return readBankLink(parts.container, event.headers[bankHeader])
  if (route.who === 'link') return readLink(parts.container, event.headers[trackHeader])
  return signIn(parts.container, parts.verify, event.headers.authorization)
}

/** The session is no part of who somebody is: it would end up wherever a principal is kept. */
const callerOf = (who: Principal | SignedIn) => {
  if (!('session' in who)) return { principal: who }
  const { session, ...principal } = who
  return { principal, session }
}

/** A refusal for who was not let in, or is of a role that the route is not for. */
const mayAsk = ({ who }: Route, principal: Principal | Refusal): Refusal | undefined => {
  if (isRefusal(principal)) return principal
  return typeof who === 'string' || who.includes(principal.role) ? undefined : refuse('notAllowed')
}

/** By the route key that API Gateway (or the one-machine server) matched: `POST /api/v1/issues`. */
const byRouteKey = new Map<string, Operation>(
  operations.map((operation) => [
    `${routeOf(operation).method} ${apiBase}${routeOf(operation).path}`,
    operation,
  ]),
)

const answerOf = async <F extends string>(
  parts: HttpParts,
  handlers: OperationsIn<F>,
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const operation = byRouteKey.get(event.routeKey)
  if (!operation || !(operation in handlers)) return refusalResponse(refuse('unknownRoute'))
  const route = routeOf(operation)
  const tooOften = parts.limits?.hold(route, event)
  const principal = tooOften ?? (await letIn(parts, route, event))
  const { requestId } = event.requestContext
  const who = isRefusal(principal) ? nobody : principal
  return scope.run({ by: who.id, role: who.role, request: requestId }, async () => {
    const request = mayAsk(route, principal) ?? parseRequest(route, event)
    const handler = handlers[operation as keyof typeof handlers] as AnyHandler
    const answer = isRefusal(request)
      ? request
      : await handler({ ...callerOf(who), ...request } as Call<Operation>)
    if (!isRefusal(answer)) return answerResponse(route, answer)
    noteRefusal(parts.container.audit, operation, event.pathParameters, answer)
    return refusalResponse(answer)
  })
}

/** A fault of ours is logged with its cause and told without it: nothing of the inside leaves with an answer. */
const faultResponse = (): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 500,
  headers: { ...fixedHeaders, 'content-type': 'application/problem+json; charset=utf-8' },
  body: JSON.stringify({
    type: '/docs#fault',
    title: '系统出错，内容没有保存，请稍后再试。',
    titleEn: 'Something broke on our side and nothing was saved; try again in a moment.',
    status: 500,
    code: 'fault',
  }),
})

/** The Lambda behind some routes: lets in, parses, asks the operation, and answers in one form. */
export const httpFunction = <F extends string>(parts: HttpParts, handlers: OperationsIn<F>): HttpHandler =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .onError((request) => {
      parts.log.fault('requestFailed', request.error, { route: request.event.routeKey })
      request.response = faultResponse()
    })
    .handler(async (event: APIGatewayProxyEventV2) => {
      const response = await answerOf(parts, handlers, event)
      if (parts.settleFirst) await parts.container.audit.settled()
      return response
    }) as unknown as HttpHandler
