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

type HasHeader = (cells: readonly (readonly Cell[])[]) => unknown

const readWorkbook = (bytes: Buffer, hasHeader: HasHeader): DecodedFile => {
  const workbook = openWorkbook(bytes)
  const ledgers = workbook.sheets.filter(({ path }) => hasHeader(readSheet(workbook, path, TOP)))
  const [first, ...others] = ledgers
  if (!first) throw new Unreadable('notALedgerFile')
  return { cells: readSheet(workbook, first.path), otherSheets: others.map((sheet) => sheet.name) }
}

const readBytes = (bytes: Buffer, hasHeader: HasHeader): DecodedFile => {
  if (bytes.length > MOST_BYTES) throw new Unreadable('fileTooLarge')
  if (bytes.subarray(0, 8).equals(COMPOUND)) throw new Unreadable('notALedgerFile', OLD_EXCEL)
  if (isZip(bytes)) return readWorkbook(bytes, hasHeader)
  const cells = readCsv(bytes)
  if (!hasHeader(cells)) throw new Unreadable('notALedgerFile')
  return { cells, otherSheets: [] }
}

/**
 * The cells of the first sheet with a ledger's header, or another that is asked for, of an .xlsx or a .csv told apart by content, not by
 * name. What anybody may upload ends in cells or in a fault: a parser that trips over bytes, whichever way,
 * says that the file is broken.
 */
export const decodeLedgerFile = (
  file: Uint8Array,
  hasHeader: HasHeader = findHeader,
): DecodedFile | LedgerFault => {
  try {
    return readBytes(Buffer.from(file.buffer, file.byteOffset, file.byteLength), hasHeader)
  } catch (error) {
    return error instanceof Unreadable ? error.fault : ledgerFault('brokenFile')
  }
}
