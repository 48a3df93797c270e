import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeLog } from '../lib/log.ts'
import { keepRetention } from './keep-retention.ts'

const container = awsContainer(readEnvironment(['TABLE_NAME']))
const log = makeLog('keepRetention')

export const handler = async () => {
  const result = await keepRetention(container, log)
  log.info('retentionKept', result)
  return result
}
