import type { Cell } from '../../../core/ledger/cell.ts'
import { type LedgerFault, ledgerFault } from '../../../core/ledger/fault.ts'
import { findHeader } from '../../../core/ledger/header.ts'
import { readCsv } from './csv.ts'
import { MOST_BYTES } from './limits.ts'
import { readSheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'
import { openWorkbook } from './workbook.ts'
import { isZip } from './zip.ts'

/** `otherSheets` have a ledger's header too and were not read. */
export type DecodedFile = { cells: Cell[][]; otherSheets: string[] }

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const OLD_EXCEL = '这是旧版.xls或加了密码的文件，请取消密码并另存为.xlsx后再导入。'
/** As far down as a header is looked for. */
const TOP = 20

const readWorkbook = (bytes: Buffer): DecodedFile => {
  const workbook = openWorkbook(bytes)
  const ledgers = workbook.sheets.filter(({ path }) => findHeader(readSheet(workbook, path, TOP)))
  const [first, ...others] = ledgers
  if (!first) throw new Unreadable('notALedgerFile')
  return { cells: readSheet(workbook, first.path), otherSheets: others.map((sheet) => sheet.name) }
}

const readBytes = (bytes: Buffer): DecodedFile => {
  if (bytes.length > MOST_BYTES) throw new Unreadable('fileTooLarge')
  if (bytes.subarray(0, 8).equals(COMPOUND)) throw new Unreadable('notALedgerFile', OLD_EXCEL)
  if (isZip(bytes)) return readWorkbook(bytes)
  const cells = readCsv(bytes)
  if (!findHeader(cells)) throw new Unreadable('notALedgerFile')
  return { cells, otherSheets: [] }
}

/**
 * The cells of the first sheet with a ledger's header, of an .xlsx or a .csv told apart by content, not by
 * name. What anybody may upload ends in cells or in a fault: a parser that trips over bytes, whichever way,
 * says that the file is broken.
 */
export const decodeLedgerFile = (file: Uint8Array): DecodedFile | LedgerFault => {
  try {
    return readBytes(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  } catch (error) {
    return error instanceof Unreadable ? error.fault : ledgerFault('brokenFile')
  }
}
