import * as z from 'zod'
import { retentionOn } from '../../core/retention/due.ts'
import { dateAddMonths, localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import type { Log } from '../lib/log.ts'
import { keys } from '../store/keys.ts'
import { clearErased, clearExports, clearUploads, followDeletions, type OnDeletion } from './passing.ts'
import { enterPastIssues, keepPastIssues } from './past-issues.ts'

/** In one run, of each kind: what is left is found by the next run where this one stopped. */
const mostAtOnce = 200

/** No office had this system before. */
const firstMonth = '2026-01'

const Progress = z.object({ entered: z.string() })

const enterAll = async (container: Container, month: string) => {
  const place = keys.checkpoint('retention')
  const row = await container.table.get(place)
  const entered = row && Progress.parse(row).entered
  // Issues of today's software enter by themselves: after one walk over the past there is nothing left to enter.
  if (entered !== undefined && entered >= '~') return
  for (let at = entered ?? firstMonth; at <= month; at = dateAddMonths(`${at}-01`, 1).slice(0, 7)) {
    await enterPastIssues(container, at)
    await container.table.swap({ ...place, entered: at })
  }
  await container.table.swap({ ...place, entered: '~' })
}

/**
 * What the rule of retention asks for today: issues into the archive, personal data out, and what was kept for a short
 * time only. A run that is cut off is taken up by the next one.
 */
export const keepRetention = async (container: Container, log?: Log, onDeletion?: OnDeletion) => {
  const today = localDate(container.now())
  const rule = retentionOn((await container.reference()).retention, today)
  await clearErased(container, mostAtOnce)
  await enterAll(container, today.slice(0, 7))
  const issues = await keepPastIssues(container, rule, mostAtOnce, log)
  const requests = await followDeletions(container, mostAtOnce, onDeletion)
  const cleared = await clearErased(container, mostAtOnce)
  const uploads = await clearUploads(container, mostAtOnce)
  const exports = await clearExports(container, rule.exportDays, mostAtOnce)
  return { ...issues, requests, cleared, uploads, exports }
}
