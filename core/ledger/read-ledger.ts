import { type Cell, isBlank, quoted, textOf } from './cell.ts'
import { yearOfAll } from './dates.ts'
import { type LedgerFault, ledgerFault } from './fault.ts'
import { findHeader, type Header, headerMessages, repeatsHeader, withNameless } from './header.ts'
import type { Meaning } from './headings.ts'
import { readRow } from './read-row.ts'
import type { LedgerMessage, LedgerReading, LedgerRow } from './reading.ts'
import { rowReader } from './row-reader.ts'

/** What one request carries through Lambda's 6 MB and the API's 30 s. */
export const MOST_ROWS = 1000

const SUM = /^(?:合计|总计|小计|共计|累计)/
const NOTE = /^(?:注|备注|说明|填表说明|填表人|填报人|填报单位|填报日期|制表人|制表|审核人|审核|联系人)[:：]/
const FACTS: readonly Meaning[] = ['firmName', 'uscc', 'content', 'category']

type DataRow = { cells: readonly Cell[]; at: number }

const cellOf = ({ columns }: Header, { cells }: DataRow, meaning: Meaning): Cell => {
  const column = columns.find((one) => one.meaning === meaning)
  return column ? (cells[column.at] ?? null) : null
}

/** Sheets are often numbered further down than they are filled in. */
const isEmptyRow = (header: Header, { cells }: DataRow): boolean => {
  const serial = header.columns.find((column) => column.meaning === 'serial')?.at
  return cells.every((cell, at) => at === serial || isBlank(cell))
}

/** Sums and footnotes: they begin as such and state no firm's code. */
const footOf = (header: Header, row: DataRow): string | undefined => {
  if (!isBlank(cellOf(header, row, 'uscc'))) return undefined
  const first = textOf(row.cells.find((cell) => !isBlank(cell)) ?? null).replace(/\s/g, '')
  const stated = FACTS.filter((meaning) => !isBlank(cellOf(header, row, meaning))).length
  return SUM.test(first) || (NOTE.test(first) && stated <= 1) ? first : undefined
}

const notData = (header: Header, row: DataRow): LedgerMessage[] => {
  const first = footOf(header, row)
  if (first === undefined) return []
  const text = `第${row.at + 1}行${quoted(first)}是合计或说明，没有作为诉求读取。`
  return [{ level: 'warning', code: 'rowSkipped', text }]
}

const yearsOf = (header: Header, rows: readonly DataRow[]): Map<Meaning, string> => {
  const years = new Map<Meaning, string>()
  for (const meaning of ['on', 'closedOn'] as const) {
    const year = yearOfAll(rows.map((row) => cellOf(header, row, meaning)))
    if (year) years.set(meaning, year)
  }
  return years
}

/** Reads a sheet's cells, row by row from the top, as a ledger of problems: at most 1,000 rows, else a fault. */
export const readLedger = (cells: readonly (readonly Cell[])[]): LedgerReading | LedgerFault => {
  const found = findHeader(cells)
  if (!found) return ledgerFault('notALedgerFile')
  const below = cells
    .map((row, at): DataRow => ({ cells: row, at }))
    .slice(found.at + 1)
    .filter((row) => !isEmptyRow(found, row) && !repeatsHeader(found, row.cells))
  const rows = below.filter((row) => footOf(found, row) === undefined)
  if (rows.length > MOST_ROWS) return ledgerFault('tooManyRows')
  const header = withNameless(
    found,
    rows.map((row) => row.cells),
  )
  const first = rows[0]?.at ?? 0
  const years = yearsOf(header, rows)
  return {
    columns: header.columns.map(({ heading, meaning }) => (meaning ? { heading, meaning } : { heading })),
    rows: rows.map((row): LedgerRow => {
      const reader = rowReader(header.columns, row.cells, years)
      const draft = readRow(reader)
      const place = { row: row.at - first + 1, sheetRow: row.at + 1, messages: reader.messages }
      return draft ? { ...place, draft } : place
    }),
    messages: [...headerMessages(header), ...below.flatMap((row) => notData(header, row))],
  }
}
