import { SFNClient } from '@aws-sdk/client-sfn'
import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeLog } from '../lib/log.ts'
import { makeWorkflows } from '../lib/workflows.ts'
import { reconcile } from './reconcile.ts'

const env = readEnvironment(['TABLE_NAME', 'ISSUE_MACHINE_ARN', 'ROUND_MACHINE_ARN', 'WEBHOOK_MACHINE_ARN'])
const container = awsContainer(env)
const workflows = makeWorkflows(new SFNClient({}), {
  issue: env.ISSUE_MACHINE_ARN,
  round: env.ROUND_MACHINE_ARN,
  webhook: env.WEBHOOK_MACHINE_ARN,
})
const log = makeLog('reconcile')

export const handler = async () => {
  const result = await reconcile({ container, workflows })
  log.info('reconciled', result)
  return result
}
