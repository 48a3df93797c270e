import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { queueWebhooksHandler } from './handler.ts'

export const handler = queueWebhooksHandler(awsContainer(readEnvironment(['TABLE_NAME'])))
