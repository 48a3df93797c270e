import type { Cell } from '../../../core/ledger/cell.ts'
import { isLedgerFault } from '../../../core/ledger/fault.ts'
import { readLedger } from '../../../core/ledger/read-ledger.ts'
import type { LedgerReading } from '../../../core/ledger/reading.ts'

export const aFirm: Readonly<Record<string, Cell>> = {
  企业名称: '内江甜城电子有限公司',
  统一社会信用代码: '91511099MA6000016Y',
  诉求类别: '融资',
  诉求内容: '需贷款300万元。',
}

/** A sheet of one header and the given rows, by heading; each row begins as one complete row of a firm. */
export const aSheet = (...rows: Record<string, Cell>[]): Cell[][] => {
  const full = (rows.length > 0 ? rows : [{}]).map((row) => ({ ...aFirm, ...row }))
  const headings = [...new Set(full.flatMap((row) => Object.keys(row)))]
  return [headings, ...full.map((row) => headings.map((heading) => row[heading] ?? null))]
}

/** Fails the test where the sheet is refused as a whole. */
export const reading = (cells: Cell[][]): LedgerReading => {
  const read = readLedger(cells)
  if (isLedgerFault(read)) throw new Error(read.message)
  return read
}

/** The draft and the codes of the messages of a ledger's only row. */
export const onlyRow = (row: Record<string, Cell>) => {
  const [first] = reading(aSheet(row)).rows
  return { draft: first?.draft, codes: (first?.messages ?? []).map((message) => message.code) }
}
