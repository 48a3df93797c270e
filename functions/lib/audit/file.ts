import type { AuditLine } from '../../../core/api/audit.ts'

const columns = [
  ['at', '时间（UTC）'],
  ['by', '用户'],
  ['byName', '姓名'],
  ['role', '角色'],
  ['type', '事项'],
  ['what', '操作'],
  ['about', '对象'],
  ['result', '结果'],
  ['reason', '理由'],
  ['times', '次数'],
  ['more', '其他'],
  ['request', '请求编号'],
  ['line', '记录位置'],
] as const

/** A cell that begins like this is a formula to a spreadsheet; an apostrophe makes it text again (OWASP, CSV Injection). */
const formula = /^[=+\-@\t\r]/

export const csvCell = (value: unknown): string => {
  const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

type Made = { about: string; by: string; at: string }

/** The lines as a file that says who took it out and when. CSV carries a byte-order mark, by which Excel knows UTF-8. */
export const trailFile = (lines: readonly AuditLine[], format: 'csv' | 'ndjson', { about, by, at }: Made) => {
  const name = `audit-${about.replace(' ', '-')}.${format}`
  if (format === 'ndjson') {
    const rows = [{ exportedBy: by, exportedAt: at, day: about }, ...lines]
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    return { file: Buffer.from(text), type: 'application/x-ndjson; charset=utf-8', name }
  }
  const head = columns.map(([, heading]) => heading)
  const rows = lines.map((line) => columns.map(([column]) => csvCell(line[column])))
  const last = [`导出人 ${by}`, `导出时间 ${at}`].map(csvCell)
  const text = [head, ...rows, last].map((row) => `${row.join(',')}\r\n`).join('')
  return { file: Buffer.from(`\uFEFF${text}`), type: 'text/csv; charset=utf-8', name }
}
