import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AuditLine } from '../../core/api/audit.ts'
import { CalendarDate } from '../../core/scalars.ts'
import { trailFile } from '../../functions/lib/audit/file.ts'
import { lineFrom, namesOf, readTrail, stretchOf } from '../../functions/lib/audit/trail.ts'
import { makeContainer } from '../../functions/lib/container.ts'
import type { Table } from '../../functions/store/table.ts'

const atOnce = 500

type Asked = { day: string | undefined; format: string | undefined; to: string | undefined }

/** Writes a day of the trail to a file, and puts on record that it was taken out on the machine. Throws what to type. */
export const exportDay = async (table: Table, asked: Asked): Promise<string> => {
  const day = CalendarDate.safeParse(asked.day)
  const format = asked.format ?? 'csv'
  if (!day.success || (format !== 'csv' && format !== 'ndjson'))
    throw new Error('npm run audit -- export --day 2026-11-23 [--format csv|ndjson] [--to FILE]')
  const container = makeContainer({ table })
  const names = namesOf((await container.reference()).user)
  const lines: AuditLine[] = []
  let after: string | undefined
  do {
    const page = await readTrail(table, stretchOf(day.data), atOnce, after)
    lines.push(...page.rows.map((row) => lineFrom(row, names)))
    after = page.next
  } while (after !== undefined)
  const by = 'system'
  const { file, name } = trailFile(lines, format, { about: day.data, by, at: container.now() })
  const to = resolve(asked.to ?? name)
  await container.audit.record({
    type: 'Exported',
    by,
    what: 'exportAudit',
    about: day.data,
    more: { rows: lines.length },
  })
  writeFileSync(to, file, { mode: 0o600, flag: 'wx' })
  return `${lines.length} 行 / lines → ${to}`
}
