import * as z from 'zod'
import { retentionOn } from '../../core/retention/due.ts'
import { type Retention, ruleName } from '../../core/retention/retention.ts'
import { dateAddMonths, localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import type { Log } from '../lib/log.ts'
import { keys } from '../store/keys.ts'
import { clearErased, clearExports, clearUploads, followDeletions, type OnDeletion } from './passing.ts'
import { enterPastIssues, keepPastIssues } from './past-issues.ts'
import { eraseVisitsOf } from './visits.ts'

/** In one run, of each kind: what is left is found by the next run where this one stopped. */
const mostAtOnce = 200

/** No office had this system before. */
const firstMonth = '2026-01'

const Progress = z.object({ entered: z.string() })

const nextMonth = (month: string) => dateAddMonths(`${month}-01`, 1).slice(0, 7)

const enterAll = async (container: Container, month: string) => {
  const place = keys.checkpoint('retention')
  const row = await container.table.get(place)
  const entered = row && Progress.parse(row).entered
  // Issues of today's software enter by themselves: after one walk over the past there is nothing left to enter.
  if (entered !== undefined && entered >= '~') return
  for (let at = entered ?? firstMonth; at <= month; at = nextMonth(at)) {
    await enterPastIssues(container, at)
    await container.table.swap({ ...place, entered: at })
  }
  await container.table.swap({ ...place, entered: '~' })
}

/** Visits of months that are so long over, each month once. */
const keepVisits = async (container: Container, rule: Retention, today: string): Promise<number> => {
  const place = keys.checkpoint('retention-visits')
  const row = await container.table.get(place)
  let erased = 0
  for (let at = row ? nextMonth(Progress.parse(row).entered) : firstMonth; ; at = nextMonth(at)) {
    if (dateAddMonths(`${at}-01`, rule.eraseMonths + 1) > today) return erased
    erased += await eraseVisitsOf(container, at, ruleName(rule))
    await container.table.swap({ ...place, entered: at })
  }
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
  const visits = await keepVisits(container, rule, today)
  const requests = await followDeletions(container, mostAtOnce, onDeletion)
  const cleared = await clearErased(container, mostAtOnce)
  const uploads = await clearUploads(container, mostAtOnce)
  const exports = await clearExports(container, rule.exportDays, mostAtOnce)
  return { ...issues, visits, requests, cleared, uploads, exports }
}
