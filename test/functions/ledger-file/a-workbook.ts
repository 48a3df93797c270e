import ExcelJS from 'exceljs'
import { isLedgerFault } from '../../../core/ledger/fault.ts'
import { decodeLedgerFile } from '../../../functions/lib/ledger-file/decode.ts'
import { readLedgerFile } from '../../../functions/lib/ledger-file/read-ledger-file.ts'

export const header = ['企业名称', '统一社会信用代码', '诉求类别', '诉求内容', '日期', '资金需求（万元）']
export const aRow = [
  '内江甜城电子有限公司',
  '91511099MA6000016Y',
  '融资',
  '需贷款300万元。',
  '2026-03-11',
  300,
]

/** A workbook as another program writes it; `fill` gets its only sheet with a header in row 1. */
export const aWorkbook = async (
  fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('台账')
  sheet.addRow(header)
  fill(sheet, workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export const cellsOf = (bytes: Uint8Array) => {
  const decoded = decodeLedgerFile(bytes)
  if (isLedgerFault(decoded)) throw new Error(decoded.message)
  return decoded.cells
}

export const readingOf = (bytes: Uint8Array) => {
  const reading = readLedgerFile(bytes)
  if (isLedgerFault(reading)) throw new Error(reading.message)
  return reading
}
