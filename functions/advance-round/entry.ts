import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { advanceRoundTask } from './task.ts'

export const handler = advanceRoundTask(awsContainer(readEnvironment(['TABLE_NAME'])))
