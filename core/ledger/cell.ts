/** A cell as the file has it; `date` is a calendar date, YYYY-MM-DD, of a cell that is formatted as one. */
export type Cell = string | number | boolean | { date: string } | null

const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/

/** What a spreadsheet shows where a formula failed; it is no one's word. */
export const isFormulaError = (cell: Cell): boolean =>
  typeof cell === 'string' && FORMULA_ERROR.test(cell.trim())

/** The cell's text, trimmed, without control characters, lines as the writer broke them. */
export const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell === 'object') return cell.date
  return String(cell)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200b\ufeff]/gu, '')
    .trim()
}

export const isBlank = (cell: Cell | undefined): boolean => cell == null || textOf(cell) === ''

/** Short enough to stand in a message. */
export const quoted = (text: string): string => `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`
