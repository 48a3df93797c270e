import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { loadIssueTask } from './task.ts'

export const handler = loadIssueTask(awsContainer(readEnvironment(['TABLE_NAME'])))
