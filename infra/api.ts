import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type HttpApi as Api,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Construct } from 'constructs'
import { apiBase, operations, routeOf } from '../core/api/routes.ts'
import { alarmPeriod, type Watch } from './alarms.ts'
import { idOf, type OfficeFunctions } from './functions.ts'
import { makeLogGroup } from './logs.ts'

/** Requests a second over all callers; an office of several hundred people stays far below. */
const throttle = { rateLimit: 100, burstLimit: 200 }

/** The route and not the path, and no headers: what is logged names no firm and no person. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    from: '$context.identity.sourceIp',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    fault: '$context.integrationErrorMessage',
  }),
)

/**
 * Each route of the API's table leads to its function. There is no catch-all, and no authorizer: the functions verify
 * the tokens themselves, so that every refusal is problem+json and a session can be ended.
 */
export const makeApi = (stack: Construct, functions: OfficeFunctions, watch: Watch): Api => {
  const scope = new Construct(stack, 'Api')
  const api = new HttpApi(scope, 'Http', { createDefaultStage: false })
  new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(makeLogGroup(scope, 'Access', 'apis')),
      format: accessLog,
    },
  })
  const integrations = new Map<string, HttpLambdaIntegration>()
  for (const operation of operations) {
    const route = routeOf(operation)
    const integration =
      integrations.get(route.in) ?? new HttpLambdaIntegration(idOf(route.in), functions[route.in].function)
    integrations.set(route.in, integration)
    api.addRoutes({ path: `${apiBase}${route.path}`, methods: [HttpMethod[route.method]], integration })
  }
  watch(scope, 'Faults', {
    metric: api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
    says: 'The API answered that something broke on our side.',
  })
  return api
}
