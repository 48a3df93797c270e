import { movableClock } from '../../local/clock.ts'
import type { OfficeOptions } from '../../local/office/options.ts'
import { openTestOffice, until } from './office.ts'

/** A Monday morning with no holiday near. */
export const mondayMorning = new Date('2026-11-23T01:30:00Z')

/** An office whose clock stands still until it is moved, and that knows how often anything at all was written. */
export const openQuietOffice = async (
  more: Pick<OfficeOptions, 'dataDir' | 'messenger' | 'mailer' | 'sms' | 'port' | 'webhookTimeoutMs'> & {
    start?: Date
  } = {},
) => {
  const clock = movableClock(more.start ?? mondayMorning)
  let written = 0
  const opened = await openTestOffice({
    clock,
    ...(more.dataDir && { dataDir: more.dataDir }),
    ...(more.messenger && { messenger: more.messenger }),
    ...(more.mailer && { mailer: more.mailer }),
    ...(more.sms && { sms: more.sms }),
    ...(more.port && { port: more.port }),
    ...(more.webhookTimeoutMs && { webhookTimeoutMs: more.webhookTimeoutMs }),
    onConsumed: (side, operation) => {
      // What is put on record of a refusal is no trace of the request that was refused.
      if (side !== 'audit' && operation === 'write') written++
    },
  })
  const { feed, steps } = opened.office
  const isQuiet = () => steps.runningCount() === 0 && feed.waiting() === 0
  clock.settleUntil(isQuiet)
  /** All consumers and workflows have done what there is to do at this time; answers the number of writes so far. */
  const settled = async () => {
    await until(async () => isQuiet(), 'the office is quiet')
    await clock.advance(0)
    return written
  }
  return { ...opened, clock, settled }
}
export type QuietOffice = Awaited<ReturnType<typeof openQuietOffice>>
