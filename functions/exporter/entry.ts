import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { exporterHandler } from './handler.ts'

export const handler = exporterHandler(awsContainer(readEnvironment(['TABLE_NAME'])))
