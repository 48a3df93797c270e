import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { Problem } from '../../core/api/issues.ts'
import {
  apiBase,
  bankHeader,
  type Operation,
  operations,
  type Route,
  routeOf,
  trackHeader,
} from '../../core/api/routes.ts'
import { productVersion } from './version.ts'

const problems = {
  '4XX': {
    description: '未办理，原因见正文 / refused, with the reason',
    content: { 'application/problem+json': { schema: Problem } },
  },
}

const securityOf = (route: Route) => {
  if (route.who === 'nobody') return []
  if (route.who === 'bankLink') return [{ bankLink: [] }]
  return route.who === 'link' ? [{ firmLink: [] }] : [{ bearer: [] }]
}

const bodyOf = (route: Route) => {
  if (route.takesFile) {
    const bytes = { schema: { type: 'string' as const, format: 'binary' } }
    return {
      content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': bytes,
        'text/csv': bytes,
      },
    }
  }
  return route.body ? { content: { 'application/json': { schema: route.body } } } : undefined
}

const operationObject = (operation: Operation, route: Route): ZodOpenApiOperationObject => {
  const requestBody = bodyOf(route)
  return {
    operationId: operation,
    summary: `${route.zh} / ${route.en}`,
    security: securityOf(route),
    requestParams: {
      ...(route.params && { path: route.params as never }),
      ...(route.query && { query: route.query as never }),
    },
    ...(requestBody && { requestBody }),
    responses: {
      [String(route.status)]: {
        description: 'OK',
        content: { 'application/json': { schema: route.answer } },
      },
      ...problems,
    } as ZodOpenApiOperationObject['responses'],
  }
}

let made: Record<string, unknown> | undefined

/** OpenAPI 3.1, generated from the schemas that parse the requests; made once, when first asked for. */
export const openApi = (): Record<string, unknown> => {
  if (made) return made
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of operations) {
    const route = routeOf(operation)
    paths[`${apiBase}${route.path}`] = {
      ...paths[`${apiBase}${route.path}`],
      [route.method.toLowerCase()]: operationObject(operation, route),
    }
  }
  made = createDocument({
    openapi: '3.1.0',
    info: { title: '助企 Zhuqi', version: productVersion },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        firmLink: { type: 'apiKey', in: 'header', name: trackHeader },
        bankLink: { type: 'apiKey', in: 'header', name: bankHeader },
      },
    },
    paths,
  }) as unknown as Record<string, unknown>
  return made
}
