import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeLog } from '../lib/log.ts'
import { careForFirms } from './care.ts'

const container = awsContainer(readEnvironment(['TABLE_NAME']))
const log = makeLog('firm-care')

export const handler = async () => {
  const result = await careForFirms(container)
  log.info('caredForFirms', result)
  return result
}
