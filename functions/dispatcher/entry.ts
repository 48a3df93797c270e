import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeLog } from '../lib/log.ts'
import { makePublisher } from '../lib/publish.ts'
import { makeWorkflows } from '../lib/workflows.ts'
import { dispatcherConsumer } from './consumer.ts'

const env = readEnvironment([
  'TABLE_NAME',
  'ISSUE_MACHINE_ARN',
  'ROUND_MACHINE_ARN',
  'WEBHOOK_MACHINE_ARN',
  'BUS_NAME',
])
export const handler = dispatcherConsumer({
  container: awsContainer(env),
  workflows: makeWorkflows(new SFNClient({}), {
    issue: env.ISSUE_MACHINE_ARN,
    webhook: env.WEBHOOK_MACHINE_ARN,
    round: env.ROUND_MACHINE_ARN,
  }),
  publish: makePublisher(new EventBridgeClient({}), env.BUS_NAME),
  log: makeLog('dispatcher'),
})
