import { dateAdd, isIsoDate } from '../zone-time.ts'
import type { Cell } from './cell.ts'
import { textOf } from './cell.ts'

/** A calendar date, YYYY-MM-DD, with a caution where something was assumed; undefined for an empty cell. */
export type WrittenDate = { date: string; caution?: string } | { fault: string } | undefined

/** Excel's day 0 as its 1900 system counts after 28 February 1900, where it has a leap day too many. */
const SERIAL_ZERO = '1899-12-30'
/** 1954-10-03 to 2099-12-31: what a ledger's date can be; other numbers are not dates. */
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 73_050

const YEAR_FIRST = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?(?!\d)/
const COMPACT = /^(20\d\d)(\d\d)(\d\d)$/
// From 20 on, a year; 03/11/26 may be month first, and is left to a person.
const SHORT_YEAR = /^(2\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?$/
const NO_YEAR = /^(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?$/

const dateOf = (year: string, month: string, day: string): WrittenDate => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? { date } : { fault: '没有这一天' }
}

const dateOfSerial = (serial: number): WrittenDate =>
  serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1
    ? { date: dateAdd(SERIAL_ZERO, Math.floor(serial)) }
    : { fault: '不是日期' }

const withoutYear = (year: string | undefined, month: string, day: string): WrittenDate => {
  if (!year) return { fault: '没有年份' }
  const read = dateOf(year, month, day)
  return read && 'date' in read ? { ...read, caution: `没有年份，按同列其他日期的${year}年读取` } : read
}

/**
 * Dates as text, as Excel's serial numbers or as date cells; a time of day is dropped. A date without year
 * takes `yearOfOthers`, and says so; without it, it is a fault.
 */
export const readDate = (cell: Cell, yearOfOthers?: string): WrittenDate => {
  if (typeof cell === 'number') return dateOfSerial(cell)
  const text = textOf(cell)
    .slice(0, 40)
    .normalize('NFKC')
    .replace(/(?<=\d)\s+(?=[-/.年月日])|(?<=[-/.年月])\s+/g, '')
  if (text === '' || /^[-/\\—无]+$/.test(text)) return undefined
  const full = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  if (full) return dateOf(full[1] ?? '', full[2] ?? '', full[3] ?? '')
  const short = SHORT_YEAR.exec(text)
  if (short) return dateOf(`20${short[1]}`, short[2] ?? '', short[3] ?? '')
  const dayOnly = NO_YEAR.exec(text)
  if (dayOnly) return withoutYear(yearOfOthers, dayOnly[1] ?? '', dayOnly[2] ?? '')
  return /^\d{5}(?:\.\d+)?$/.test(text) ? dateOfSerial(Number(text)) : { fault: '不是日期' }
}

/** The one year in which all full dates of a column lie; undefined where there are several or none. */
export const yearOfAll = (cells: readonly Cell[]): string | undefined => {
  const years = new Set(
    cells.flatMap((cell) => {
      const read = readDate(cell)
      return read && 'date' in read ? [read.date.slice(0, 4)] : []
    }),
  )
  return years.size === 1 ? [...years][0] : undefined
}
