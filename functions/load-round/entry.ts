import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { loadRoundTask } from './task.ts'

export const handler = loadRoundTask(awsContainer(readEnvironment(['TABLE_NAME'])))
