import { type Cell, isBlank } from '../../../core/ledger/cell.ts'
import { LAST_COLUMN, LAST_ROW, MOST_COLUMNS, MOST_FILLED_ROWS, MOST_MERGES } from './limits.ts'
import { dateOfSerial } from './number-format.ts'
import { Unreadable } from './unreadable.ts'
import { readPart, type Workbook } from './workbook.ts'
import { attribute, readXml, unescapeXml } from './xml.ts'

type Place = { row: number; column: number }

/** `B12` as zero-based places; undefined outside of any sheet. */
const placeOf = (reference: string): Place | undefined => {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)
  if (!found) return undefined
  const letters = [...(found[1] ?? '').toUpperCase()]
  const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const row = Number(found[2]) - 1
  return row >= 0 && row < LAST_ROW && column < LAST_COLUMN ? { row, column } : undefined
}

type Raw = { type: string; style: number; value: string; inline: string }

const valueOfCell = (raw: Raw, { strings, dateStyles, date1904 }: Workbook): Cell => {
  if (raw.type === 'inlineStr') return raw.inline
  if (raw.value === '') return null
  if (raw.type === 's') return strings[Number(raw.value)] ?? null
  if (raw.type === 'b') return raw.value === '1' || raw.value === 'true'
  if (raw.type === 'd')
    return /^\d{4}-\d\d-\d\d/.test(raw.value) ? { date: raw.value.slice(0, 10) } : raw.value
  if (raw.type !== '' && raw.type !== 'n') return raw.value
  const number = Number(raw.value)
  if (!Number.isFinite(number)) return raw.value
  const date = dateStyles[raw.style] ? dateOfSerial(number, date1904) : undefined
  return date ? { date } : number
}

type Rows = Map<number, Cell[]>
type Merge = { from: Place; to: Place }

const mergeOf = (attributes: string): Merge[] => {
  const [first = '', last = first] = (attribute(attributes, 'ref') ?? '').split(':')
  const from = placeOf(first)
  const to = placeOf(last)
  return from && to ? [{ from, to }] : []
}

/**
 * One firm's cells are often merged over the rows of its problems: those rows take the value. Across
 * columns nothing is copied, or a title would stand in each; and only rows that say something of their own
 * are filled, so that a merge down to the end of the sheet costs nothing.
 */
const fillDown = (rows: Rows, merges: readonly Merge[]): void => {
  for (const { from, to } of merges) {
    const value = rows.get(from.row)?.[from.column]
    if (value === undefined || isBlank(value) || to.row === from.row) continue
    for (const [at, cells] of rows) if (at > from.row && at <= to.row) cells[from.column] ??= value
  }
}

/** Rows from the top of the sheet, blank ones as empty lists; `until` is for a look at the first rows, however wide. */
export const readSheet = (workbook: Workbook, path: string, until = LAST_ROW): Cell[][] => {
  const rows: Rows = new Map()
  const merges: Merge[] = []
  let here: Place = { row: -1, column: -1 }
  let raw: Raw | undefined
  let into: 'value' | 'inline' | undefined
  let inGuide = false

  const keep = (cell: Cell): void => {
    if (isBlank(cell)) return
    if (here.column >= MOST_COLUMNS) {
      if (until < LAST_ROW) return
      throw new Unreadable('fileTooLarge')
    }
    const cells = rows.get(here.row) ?? []
    if (cells.length === 0 && rows.size >= MOST_FILLED_ROWS) throw new Unreadable('tooManyRows')
    while (cells.length < here.column) cells.push(null)
    cells[here.column] = cell
    rows.set(here.row, cells)
  }

  readXml(readPart(workbook.zip, path) ?? '', {
    open: (name, attributes) => {
      if (name === 'row') {
        const row = Number(attribute(attributes, 'r') ?? here.row + 2) - 1
        if (!(row >= 0 && row < LAST_ROW)) throw new Unreadable('brokenFile')
        here = { row, column: -1 }
      } else if (name === 'c') {
        const reference = attribute(attributes, 'r')
        here = (reference && placeOf(reference)) || { row: Math.max(0, here.row), column: here.column + 1 }
        const style = Number(attribute(attributes, 's') ?? 0)
        raw = { type: attribute(attributes, 't') ?? '', style, value: '', inline: '' }
      } else if (name === 'v') into = 'value'
      else if (name === 't') into = 'inline'
      else if (name === 'rPh') inGuide = true
      else if (name === 'mergeCell' && merges.length < MOST_MERGES) merges.push(...mergeOf(attributes))
    },
    text: (text) => {
      if (raw && into && !inGuide) raw[into] += unescapeXml(text)
    },
    close: (name) => {
      if (name === 'v' || name === 't') into = undefined
      else if (name === 'rPh') inGuide = false
      else if (name === 'c' && raw) {
        keep(valueOfCell(raw, workbook))
        raw = undefined
      }
    },
    done: () => here.row >= until,
  })
  fillDown(rows, merges)
  const last = Math.max(-1, ...rows.keys())
  return Array.from({ length: last + 1 }, (_, at) => rows.get(at) ?? [])
}
