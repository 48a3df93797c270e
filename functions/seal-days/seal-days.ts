import { type Sealer, sealDays } from '../lib/audit/seal.ts'
import type { Container } from '../lib/container.ts'
import type { Log } from '../lib/log.ts'

/** Seals the days that are over. The digest goes to the log as well, where nobody who writes the table can change it. */
export const sealClosedDays = async (container: Container, sealer: Sealer, log: Log) => {
  const sealed = await sealDays(container.table, sealer, container.now())
  for (const { day, digest, streams } of sealed) log.info('daySealed', { day, digest, streams })
  return { sealed: sealed.length }
}
