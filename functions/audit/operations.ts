import { mostExported } from '../../core/api/audit.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { trailFile } from '../lib/audit/file.ts'
import { keptFrom } from '../lib/audit/keep.ts'
import { cursorOf, lineFrom, namesOf, placeFrom, readAmong, stretchOf } from '../lib/audit/trail.ts'
import { daysOfMonth, type SealKeys, verifyDay } from '../lib/audit/verify-day.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'

export type AuditSettings = {
  /** Public keys of the seals, as far as they are at hand here. */
  sealKeys: SealKeys
  /** For how many days lines are kept; absent: for good. */
  auditDays?: number | undefined
}

/** What was asked for beside the day, as it stands on record. */
const told = (only: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(only).filter((one): one is [string, string] => one[1] !== undefined))

export const auditOperations = (
  container: Container,
  { sealKeys, auditDays }: AuditSettings,
): OperationsIn<'audit'> => ({
  readAudit: async ({ query }) => {
    const { day, type, by, about } = query
    const stretch = stretchOf(day)
    const after = query.cursor === undefined ? undefined : placeFrom(query.cursor, stretch)
    if (isRefusal(after)) return after
    const page = await readAmong(container.table, stretch, { type, by, about }, query.limit, after?.value)
    const names = namesOf((await container.reference()).user)
    // Who looks at the trail is on it.
    container.audit.note({ type: 'AuditRead', what: 'readAudit', about: day })
    const items = page.rows.map((row) => lineFrom(row, names))
    return { body: { items, ...(page.next && { cursor: cursorOf(page.next) }) } }
  },

  listAuditDays: async ({ query }) => ({
    body: { items: await daysOfMonth(container.table, query.month, container.now(), sealKeys) },
  }),

  checkAuditDay: async ({ params }) => {
    const now = container.now()
    const body = await verifyDay(container.table, params.day, now, sealKeys, keptFrom(now, auditDays))
    container.audit.note({ type: 'AuditRead', what: 'checkAuditDay', about: params.day })
    return { body }
  },

  exportAudit: async ({ query, principal }) => {
    const { day, hour, format, type, by, about: subject } = query
    const only = { type, by, about: subject }
    const page = await readAmong(container.table, stretchOf(day, hour), only, mostExported)
    if (page.next !== undefined) {
      const detail = `一次最多导出 ${mostExported} 行，请按小时（hour）分次导出`
      return refuse('tooLarge', { detail })
    }
    const names = namesOf((await container.reference()).user)
    const lines = page.rows.map((row) => lineFrom(row, names))
    const about = hour === undefined ? day : `${day} ${hour}`
    await container.audit.record({
      type: 'Exported',
      what: 'exportAudit',
      about,
      more: { rows: lines.length, ...told(only) },
    })
    return trailFile(lines, format, { about, by: principal.id, at: container.now() })
  },
})
