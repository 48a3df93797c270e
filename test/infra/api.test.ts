import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { apiBase, operations, routeOf } from '../../core/api/routes.ts'
import { idOf } from '../../infra/functions.ts'
import { officeStack, only, pointsAt, textsOf } from './office-stack.ts'

const { ofType } = officeStack()
const routes = ofType('AWS::ApiGatewayV2::Route')
const integrations = ofType('AWS::ApiGatewayV2::Integration')
const stage = only(ofType('AWS::ApiGatewayV2::Stage')).properties

const routeKey = (operation: (typeof operations)[number]) => {
  const { method, path } = routeOf(operation)
  return `${method} ${apiBase}${path}`
}
const functionBehind = (key: string) => {
  const { properties } = only(routes.filter((route) => route.properties.RouteKey === key))
  const target = textsOf(properties.Target)
  const integration = only(integrations.filter(({ id }) => target.includes(id)))
  expect(integration.properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' })
  return pointsAt(integration.properties.IntegrationUri)
}

describe('the HTTP API', () => {
  it.each(operations)('leads %s to its function', (operation) => {
    const route = routeOf(operation)
    expect(functionBehind(routeKey(operation))).toMatch(new RegExp(`^${idOf(route.in)}Function`))
  })

  it('has no route but those of the table, and no catch-all', () => {
    const keys = routes.map(({ properties }) => properties.RouteKey)
    expect(keys.sort()).toEqual(operations.map(routeKey).sort())
  })

  it('may invoke a function only by way of a route', () => {
    const invokers = ofType('AWS::Lambda::Permission').filter(
      ({ properties }) => properties.Principal === 'apigateway.amazonaws.com',
    )
    expect(invokers).toHaveLength(operations.length)
    for (const { properties } of invokers) expect(textsOf(properties.SourceArn).at(-1)).toContain(apiBase)
  })

  it('leaves the verifying of tokens to the functions', () => {
    expect(new Set(routes.map(({ properties }) => properties.AuthorizationType))).toEqual(new Set(['NONE']))
  })

  it('holds back a flood', () => {
    expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 })
  })

  it('logs every call without the words, the firm or the code that came with it', () => {
    const { Format } = z.object({ Format: z.string() }).parse(stage.AccessLogSettings)
    const logged = Object.values(JSON.parse(Format))
    expect(logged).toContain('$context.routeKey')
    expect(logged).not.toContain('$context.path')
    expect(Format).not.toMatch(/header|authorizer|querystring/i)
  })
})
