import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { loadDeliveryTask } from './task.ts'

export const handler = loadDeliveryTask(awsContainer(readEnvironment(['TABLE_NAME'])))
