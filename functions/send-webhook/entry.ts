import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { onLoopback } from '../lib/webhook/on-loopback.ts'
import { sendWebhookTask } from './task.ts'

const env = readEnvironment(['TABLE_NAME', 'PORTAL_ORIGIN'])
export const handler = sendWebhookTask(awsContainer(env), { onLoopback: onLoopback(env.PORTAL_ORIGIN) })
