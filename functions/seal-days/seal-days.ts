import { expireAudit, keptFrom } from '../lib/audit/keep.ts'
import { type Sealer, sealDays } from '../lib/audit/seal.ts'
import type { Container } from '../lib/container.ts'
import type { Log } from '../lib/log.ts'

/**
 * Seals the days that are over, and removes lines of the audit that are older than `keepDays`; undefined keeps them for
 * good. The digest goes to the log as well, where nobody who writes the table can change it.
 */
export const sealClosedDays = async (
  container: Container,
  sealer: Sealer,
  log: Log,
  keepDays: number | undefined,
) => {
  const now = container.now()
  const sealed = await sealDays(container.table, sealer, now)
  for (const { day, digest, streams } of sealed) log.info('daySealed', { day, digest, streams })
  const expired = await expireAudit(container.table, keptFrom(now, keepDays))
  if (expired > 0) log.info('auditExpired', { lines: expired })
  return { sealed: sealed.length, expired }
}
