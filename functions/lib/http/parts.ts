import { makeTokenVerifier } from '../auth/verify-token.ts'
import { awsContainer } from '../aws.ts'
import { readEnvironment } from '../environment.ts'
import { makeLimits } from '../limits/limits.ts'
import { makeLog } from '../log.ts'
import type { HttpParts } from './function.ts'

/** What a function of the API runs with on AWS, from the environment that the catalogue declares for it. */
export const httpParts = (name: string): HttpParts & { settings: { portalOrigin: string } } => {
  const env = readEnvironment([
    'TABLE_NAME',
    'TOKEN_ISSUER',
    'TOKEN_AUDIENCE',
    'TOKEN_SUBJECT_CLAIM',
    'PORTAL_ORIGIN',
  ])
  return {
    settleFirst: true,
    limits: makeLimits(),
    container: awsContainer(env),
    verify: makeTokenVerifier({
      issuer: env.TOKEN_ISSUER,
      audience: env.TOKEN_AUDIENCE,
      subjectClaim: env.TOKEN_SUBJECT_CLAIM,
    }),
    log: makeLog(name),
    settings: { portalOrigin: env.PORTAL_ORIGIN },
  }
}
