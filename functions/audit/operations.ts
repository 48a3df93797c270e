import { mostExported } from '../../core/api/audit.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { trailFile } from '../lib/audit/file.ts'
import { cursorOf, lineFrom, namesOf, placeFrom, readTrail, stretchOf } from '../lib/audit/trail.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'

export const auditOperations = (container: Container): OperationsIn<'audit'> => ({
  readAudit: async ({ query }) => {
    const stretch = stretchOf(query.day)
    const after = query.cursor === undefined ? undefined : placeFrom(query.cursor, stretch)
    if (isRefusal(after)) return after
    const page = await readTrail(container.table, stretch, query.limit, after?.value)
    const names = namesOf((await container.reference()).user)
    // Who looks at the trail is on it.
    container.audit.note({ type: 'AuditRead', what: 'readAudit', about: query.day })
    const items = page.rows.map((row) => lineFrom(row, names))
    return { body: { items, ...(page.next && { cursor: cursorOf(page.next) }) } }
  },

  exportAudit: async ({ query, principal }) => {
    const { day, hour, format } = query
    const page = await readTrail(container.table, stretchOf(day, hour), mostExported)
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
      more: { rows: lines.length },
    })
    return trailFile(lines, format, { about, by: principal.id, at: container.now() })
  },
})
