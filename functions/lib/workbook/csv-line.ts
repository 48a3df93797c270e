import type { Cell } from './sheet-xml.ts'

/** A cell that begins like this is a formula to a spreadsheet; an apostrophe makes it text again (OWASP, CSV Injection). */
const likeFormula = /^[=+\-@\t\r]/

export const csvCell = (value: Cell): string => {
  const text = value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && likeFormula.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** The mark by which Excel knows UTF-8. */
export const byteOrderMark = '\uFEFF'
