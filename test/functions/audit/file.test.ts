import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AuditLine } from '../../../core/api/audit.ts'
import { csvCell, trailFile } from '../../../functions/lib/audit/file.ts'

const line: AuditLine = {
  at: '2026-11-23T03:00:00Z',
  by: 'manager',
  type: 'Unmasked',
  about: '20261123-7K3Q9',
  reason: '=HYPERLINK("http://evil.example")',
  line: 'AUDIT#2026-11-23#a LINE#000001',
}
const made = { about: '2026-11-23', by: 'auditor', at: '2026-11-24T01:00:00Z' }

test('a cell that begins like a formula is text to a spreadsheet', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(csvCell(`${start}1`)).toMatch(/^"?'/)
  expect(trailFile([line], 'csv', made).file.toString()).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
})

test('whatever is in a cell, it stays one cell, and no formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvCell(text)
      const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect(inner.replace(/^'/, '')).toBe(text.replace(/^'/, ''))
      expect(inner).not.toMatch(/^[=+\-@\t\r]/)
      if (!cell.startsWith('"')) expect(cell).not.toMatch(/[,\n\r]/)
    }),
  )
})

test('the file says who took it out and when, in both forms', () => {
  const { file, name, type } = trailFile([line], 'ndjson', made)
  const [first, second] = file
    .toString()
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text))
  expect(first).toEqual({ exportedBy: 'auditor', exportedAt: made.at, day: made.about })
  expect([second, name, type]).toEqual([
    line,
    'audit-2026-11-23.ndjson',
    'application/x-ndjson; charset=utf-8',
  ])
  expect(trailFile([line], 'csv', made).file.toString()).toContain(
    '导出人 auditor,导出时间 2026-11-24T01:00:00Z',
  )
})
