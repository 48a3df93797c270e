import { auditDaysFrom } from '../lib/audit/keep.ts'
import { kmsSealer } from '../lib/audit/kms-sealer.ts'
import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeLog } from '../lib/log.ts'
import { sealClosedDays } from './seal-days.ts'

const env = readEnvironment(['TABLE_NAME', 'SEAL_KEY_ARN'])
const container = awsContainer(env)
const log = makeLog('sealDays')
const keepDays = auditDaysFrom(process.env)

export const handler = () => sealClosedDays(container, kmsSealer(env.SEAL_KEY_ARN), log, keepDays)
