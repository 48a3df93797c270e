import { type App, CfnOutput, Stack } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { makeWatch } from './alarms.ts'
import { makeApi } from './api.ts'
import { connectConsumers } from './consumers.ts'
import { makeTable } from './data.ts'
import { type CodeOf, makeFunctions } from './functions.ts'
import { giveEnvironment, giveGrants } from './grants.ts'
import { connectListeners } from './listeners.ts'
import { makeParameters } from './parameters.ts'
import { makeSchedules } from './schedules.ts'
import { makeSealKey } from './seal-key.ts'
import { makeMachine } from './workflow.ts'

/**
 * The office as one stack. `region` decides the partition where it is known at synthesis; without it the template fits
 * any region of any partition.
 */
export const makeStack = (app: App, parts: { codeOf: CodeOf; region?: string | undefined }): Stack => {
  const stack = new Stack(app, 'Zhuqi', {
    description: 'Zhuqi: firms’ issues from the visit to the day the firm says they are solved',
    terminationProtection: true,
    ...(parts.region && { env: { region: parts.region } }),
  })
  const parameters = makeParameters(stack)
  const watch = makeWatch(parameters.alarmTopicArn)
  const table = makeTable(stack)
  const bus = new EventBus(stack, 'Bus', { description: 'What happened to issues, for notices and webhooks' })
  const { architecture } = parameters
  const functions = makeFunctions(stack, { codeOf: parts.codeOf, architecture, watch })
  const machines = {
    'issue-lifecycle': makeMachine(stack, 'issue-lifecycle', functions, watch),
    'bank-referral': makeMachine(stack, 'bank-referral', functions, watch),
    'webhook-delivery': makeMachine(stack, 'webhook-delivery', functions, watch),
  }
  const targets = { table, machines, bus, sealKey: makeSealKey(stack) }
  giveGrants(functions, targets)
  giveEnvironment(functions, targets, parameters)
  connectConsumers(functions, table, watch)
  connectListeners(functions, bus, watch)
  makeSchedules(functions)
  const api = makeApi(stack, functions, watch)

  const tell = (id: string, value: string) => new CfnOutput(stack, id, { value })
  tell('ApiAddress', api.apiEndpoint)
  tell('TableName', table.tableName)
  tell('BusName', bus.eventBusName)
  tell('IssueMachineArn', machines['issue-lifecycle'].stateMachineArn)
  tell('RoundMachineArn', machines['bank-referral'].stateMachineArn)
  tell('WebhookMachineArn', machines['webhook-delivery'].stateMachineArn)
  tell('SealKeyArn', targets.sealKey.keyArn)
  return stack
}
