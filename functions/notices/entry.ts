import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeLog } from '../lib/log.ts'
import { mailerFrom } from '../lib/mail.ts'
import { robotFrom } from '../lib/robot.ts'
import { noticesHandler } from './handler.ts'

const env = readEnvironment(['TABLE_NAME', 'PORTAL_ORIGIN'])
export const handler = noticesHandler({
  container: awsContainer(env),
  messenger: robotFrom(process.env),
  mailer: mailerFrom(process.env),
  log: makeLog('notices'),
  settings: { portalOrigin: env.PORTAL_ORIGIN },
})
