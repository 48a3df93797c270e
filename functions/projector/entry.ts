import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeLog } from '../lib/log.ts'
import { projectorConsumer } from './consumer.ts'

export const handler = projectorConsumer(awsContainer(readEnvironment(['TABLE_NAME'])), makeLog('projector'))
