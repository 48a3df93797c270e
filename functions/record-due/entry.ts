import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { recordDueTask } from './task.ts'

export const handler = recordDueTask(awsContainer(readEnvironment(['TABLE_NAME'])))
