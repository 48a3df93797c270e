import { isLedgerFault, type LedgerFault } from '../../../core/ledger/fault.ts'
import { readLedger } from '../../../core/ledger/read-ledger.ts'
import type { LedgerMessage, LedgerReading } from '../../../core/ledger/reading.ts'
import { type Refusal, type RefusalCode, refuse } from '../../../core/refusal.ts'
import { decodeLedgerFile } from './decode.ts'

const otherSheets = (names: readonly string[]): LedgerMessage[] => {
  if (names.length === 0) return []
  const text = `文件里还有${names.length}张台账没有读取（${names.slice(0, 5).join('、')}），请分别另存后导入。`
  return [{ level: 'warning', code: 'otherSheets', text }]
}

/** A ledger from the bytes of an .xlsx or .csv file; a fault where it cannot be read as one. Never throws. */
export const readLedgerFile = (file: Uint8Array): LedgerReading | LedgerFault => {
  const decoded = decodeLedgerFile(file)
  if (isLedgerFault(decoded)) return decoded
  const reading = readLedger(decoded.cells)
  if (isLedgerFault(reading)) return reading
  return { ...reading, messages: [...otherSheets(decoded.otherSheets), ...reading.messages] }
}

const refusalOf: Readonly<Record<LedgerFault['code'], RefusalCode>> = {
  fileTooLarge: 'tooLarge',
  fileBomb: 'tooLarge',
  tooManyRows: 'tooManyRows',
  notALedgerFile: 'notALedger',
  brokenFile: 'brokenFile',
}

/** The fault in the words of the API. */
export const refuseLedger = ({ code, message }: LedgerFault): Refusal =>
  refuse(refusalOf[code], { detail: message, about: { fault: code } })
