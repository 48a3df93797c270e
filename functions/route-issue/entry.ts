import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { routeIssueTask } from './task.ts'

export const handler = routeIssueTask(awsContainer(readEnvironment(['TABLE_NAME'])))
