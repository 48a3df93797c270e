/** What a cell of our sheets holds. Text is always text: nothing that a firm wrote can become a formula. */
export type Cell = string | number | undefined

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 cannot hold at all, and lone halves of a pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)

/** Places in the list of cell formats of `workbook-files.ts`. */
export const styles = { text: 0, head: 1, quoted: 2, number: 3 } as const

/** `A`, `Z`, `AA`: a column by its place, from 0. */
export const columnName = (at: number): string => {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

/** A text that a spreadsheet would take for a formula once it is edited; its cell says that it is text (OWASP, CSV Injection). */
const likeFormula = /^[=+\-@\t\r]/

const cellXml = (value: Cell, reference: string, head: boolean): string => {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number') return `<c r="${reference}" s="${styles.number}"><v>${value}</v></c>`
  const style = head ? styles.head : likeFormula.test(value) ? styles.quoted : styles.text
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

/** One row; `at` counts from 1. */
export const rowXml = (cells: readonly Cell[], at: number, head = false): string =>
  `<row r="${at}">${cells.map((value, index) => cellXml(value, `${columnName(index)}${at}`, head)).join('')}</row>`

/** What stands before the first row: the widths of the columns in characters, and a head that stays in sight. */
export const sheetStart = (widths: readonly number[]): string => {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`
}

/** Words to pick from in a column, which is counted from 0. A list in the file is at most 255 characters long. */
export type PickList = { readonly column: number; readonly values: readonly string[] }

const listsXml = (lists: readonly PickList[], rows: number): string => {
  if (lists.length === 0) return ''
  const each = lists.map(({ column, values }) => {
    const name = columnName(column)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}${rows + 1}"><formula1>"${escapeXml(values.join(','))}"</formula1></dataValidation>`
  })
  return `<dataValidations count="${lists.length}">${each.join('')}</dataValidations>`
}

/** Landscape A3, all columns on one page's width, the head on every page. */
export const sheetEnd = (lists: readonly PickList[] = [], rows = 0): string =>
  `</sheetData>${listsXml(lists, rows)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
