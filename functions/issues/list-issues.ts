import type { z } from 'zod'
import { IssueRow, type ListIssues } from '../../core/api/issues.ts'
import { signal } from '../../core/calendar/signal.ts'
import { actsFor } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { afterCursor, cursorAt } from '../lib/cursor.ts'
import { byFirmKey, type IndexName, queues, worklistKey } from '../store/keys.ts'
import type { Item } from '../store/table.ts'

type Asked = z.infer<typeof ListIssues>
type List = { index: IndexName; partition: string; keep: (row: IssueRow) => boolean }

/** A further filter looks at this many rows a page at most and may return a short page with a cursor. */
const mostLookedAt = 200

const seesAllQueues = (principal: Principal) => ['dispatcher', 'manager', 'auditor'].includes(principal.role)

/** The queue of someone's own unit: where their own work stands. */
const ownQueue = (principal: Principal): string => {
  if (principal.role === 'official' && principal.team) return queues.team(principal.team)
  if (principal.role === 'handler' && principal.department) return queues.department(principal.department)
  return principal.role === 'manager' ? queues.manager : queues.dispatcher
}

const ownAftercare = (principal: Principal) => queues.aftercare(principal.department ?? '')

const queueList = (queue: string, principal: Principal): List | Refusal => {
  const wanted = queue === 'mine' || queue === 'unit' ? ownQueue(principal) : queue
  const liaison = (principal.liaisonOf ?? []).flatMap((id) => [queues.department(id), queues.aftercare(id)])
  const own = wanted === ownQueue(principal) || wanted === ownAftercare(principal) || liaison.includes(wanted)
  if (!own && !seesAllQueues(principal)) return refuse('notYourUnit')
  const mineOnly = queue === 'mine' && principal.role === 'handler'
  return {
    index: 'worklist',
    partition: worklistKey(wanted, '', '').wl,
    keep: (row) => !mineOnly || row.handler === principal.id,
  }
}

/** A handler sees of a firm what is with the own department; whoever visits or routes sees it whole. */
const firmList = (uscc: string, principal: Principal): List => ({
  index: 'byFirm',
  partition: byFirmKey(uscc, '', '').fm,
  keep: (row) => principal.role !== 'handler' || actsFor(principal, row.department),
})

const listOf = (asked: Asked, principal: Principal): List | Refusal => {
  if (asked.queue !== undefined) return queueList(asked.queue, principal)
  if (asked.firm !== undefined) return firmList(asked.firm, principal)
  return refuse('badInput', { fields: [{ pointer: '/queue', message: '请指定队列（queue）或企业（firm）' }] })
}

const rowFrom = (item: Item): IssueRow => {
  const deadline = typeof item.wlAt === 'string' ? item.wlAt.split('#')[0] : undefined
  return IssueRow.parse({ ...item, ...(deadline && { deadline }) })
}

/** A page of a queue, the nearest deadline first; or of a firm, the latest first. */
export const listIssues = async (container: Container, asked: Asked, principal: Principal) => {
  const list = listOf(asked, principal)
  if (isRefusal(list)) return list
  const after = asked.cursor === undefined ? undefined : afterCursor(list.index, list.partition, asked.cursor)
  if (after && isRefusal(after)) return after
  const page = await container.table.query({
    index: list.index,
    pk: list.partition,
    limit: asked.stage || asked.category || list.index === 'byFirm' ? mostLookedAt : asked.limit,
    descending: list.index === 'byFirm',
    ...(after && { after: after.value }),
  })
  const calendar = await container.calendar()
  const now = container.now()
  const rows: IssueRow[] = []
  let last: Item | undefined
  for (const item of page.items) {
    if (rows.length === asked.limit) break
    last = item
    // Visits stand in the firm's index too.
    if (item.stage === undefined) continue
    const row = rowFrom(item)
    const wanted =
      (!asked.stage || row.stage === asked.stage) && (!asked.category || row.category === asked.category)
    if (!wanted || !list.keep(row)) continue
    const since = typeof item.since === 'string' ? item.since : row.loggedAt
    const clock = row.deadline && { startedAt: since, dueAt: row.deadline, now }
    const light = clock && signal(calendar, { ...clock, ...(row.pausedAt && { pausedSince: row.pausedAt }) })
    rows.push({ ...row, ...(light && { signal: light }) })
  }
  const more = last !== undefined && (page.next !== undefined || last !== page.items.at(-1))
  return { items: rows, ...(more && last && { cursor: cursorAt(list.index, last) }) }
}
