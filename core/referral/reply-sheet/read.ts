import { type Cell, isBlank, textOf } from '../../ledger/cell.ts'
import { readDate } from '../../ledger/dates.ts'
import { partsOfReferralId } from '../referrals.ts'
import { bankDeclineWords, creditKindWords } from '../words.ts'
import { columnNames, type SheetAnswer, type SheetColumn, sheetAnswerWords, sheetColumns } from './columns.ts'

/** What a row asks for: an answer with what it takes, or a sentence that says what is wrong with it. */
export type SheetSaid =
  | { answer: SheetAnswer; input: Record<string, unknown> }
  | { fault: string }
  | undefined
export type SheetRow = { sheetRow: number; id: string; version: number; said: SheetSaid }

type Header = { at: number; place: Partial<Record<SheetColumn, number>> }

const plain = (cell: Cell | undefined) => textOf(cell ?? null).replace(/\s+/g, '')
/** Titles may have been put above the head, but no more than a screen of them. */
const searched = 20

/** The row that holds the heads of a reply sheet; undefined where the id, the version or the answer has none. */
export const findSheetHeader = (cells: readonly (readonly Cell[])[]): Header | undefined => {
  for (const [at, row] of cells.slice(0, searched).entries()) {
    const heads = row.map(plain)
    const place = Object.fromEntries(
      columnNames
        .map((name) => [name, heads.indexOf(sheetColumns[name].heading)] as const)
        .filter(([, found]) => found >= 0),
    )
    if ('id' in place && 'version' in place && 'answer' in place) return { at, place }
  }
  return undefined
}

type Read<T> = { value: T } | { fault: string } | undefined

/** A number as it was typed; a formula's value counts, its error does not. */
const numberIn = (cell: Cell, what: string): Read<number> => {
  if (isBlank(cell)) return undefined
  const value = typeof cell === 'number' ? cell : Number(plain(cell).normalize('NFKC').replaceAll(',', ''))
  return Number.isFinite(value) ? { value } : { fault: `“${what}”不是数字。` }
}

const rateIn = (cell: Cell): Read<number> => {
  const percent = typeof cell === 'string' && /^(\d+(?:\.\d+)?)[%％]$/.exec(cell.trim())
  return percent ? { value: Math.round(Number(percent[1]) * 100) } : numberIn(cell, '年利率')
}

const dateIn = (cell: Cell, what: string): Read<string> => {
  const read = readDate(cell)
  if (!read) return undefined
  return 'date' in read ? { value: read.date } : { fault: `“${what}”读不出日期，请写成2026-12-01的样子。` }
}

const wordIn = <K extends string>(
  cell: Cell,
  words: Readonly<Record<K, { zh: string }>>,
  what: string,
): Read<K> => {
  const written = plain(cell)
  if (written === '') return undefined
  const found = (Object.keys(words) as K[]).find((key) => words[key].zh === written)
  const known = Object.values<{ zh: string }>(words).map(({ zh }) => zh)
  return found ? { value: found } : { fault: `“${what}”请填：${known.join('、')}。` }
}

/** Each answer's fields: the name in the command, the column, and whether it is needed. */
const fieldsOf: Readonly<
  Record<SheetAnswer, readonly [name: string, column: SheetColumn, needed: boolean][]>
> = {
  acceptReferral: [],
  askPapers: [['text', 'note', true]],
  recordSurvey: [
    ['on', 'on', true],
    ['text', 'note', false],
  ],
  approveReferral: [
    ['amountYuan', 'amount', true],
    ['rateBp', 'rate', true],
    ['termMonths', 'months', true],
    ['credit', 'credit', true],
    ['validUntil', 'validUntil', false],
    ['text', 'note', false],
  ],
  declineReferral: [
    ['code', 'code', true],
    ['text', 'note', false],
  ],
}

const readers = {
  amount: (cell: Cell) => {
    const read = numberIn(cell, sheetColumns.amount.heading)
    return read && 'value' in read ? { value: Math.round(read.value * 10_000) } : read
  },
  rate: rateIn,
  months: (cell: Cell) => numberIn(cell, sheetColumns.months.heading),
  credit: (cell: Cell) => wordIn(cell, creditKindWords, sheetColumns.credit.heading),
  validUntil: (cell: Cell) => dateIn(cell, sheetColumns.validUntil.heading),
  code: (cell: Cell) => wordIn(cell, bankDeclineWords, sheetColumns.code.heading),
  on: (cell: Cell) => dateIn(cell, sheetColumns.on.heading),
  note: (cell: Cell): Read<string> => (isBlank(cell) ? undefined : { value: textOf(cell) }),
} as const satisfies Partial<Record<SheetColumn, (cell: Cell) => Read<unknown>>>
type Filled = keyof typeof readers
const filled = Object.keys(readers) as Filled[]

const saidIn = (cellAt: (column: SheetColumn) => Cell): SheetSaid => {
  const picked = wordIn(cellAt('answer'), sheetAnswerWords, sheetColumns.answer.heading)
  const given = filled.filter((column) => !isBlank(cellAt(column)))
  if (!picked) return given.length === 0 ? undefined : { fault: '填了内容，却没有选“答复”。' }
  if ('fault' in picked) return picked
  const answer = picked.value
  const fields = fieldsOf[answer]
  const stray = given.find((column) => !fields.some(([, of]) => of === column))
  if (stray) {
    return {
      fault: `“${sheetAnswerWords[answer].zh}”不填“${sheetColumns[stray].heading}”，请清空或改选答复。`,
    }
  }
  const input: Record<string, unknown> = {}
  for (const [name, column, needed] of fields) {
    const read = readers[column as Filled](cellAt(column))
    if (read && 'fault' in read) return read
    if (read) input[name] = read.value
    else if (needed) {
      return { fault: `“${sheetAnswerWords[answer].zh}”还须填“${sheetColumns[column].heading}”。` }
    }
  }
  return { answer, input }
}

/** The rows of a sheet that a bank filled in; undefined where it is none. */
export const readReplySheet = (cells: readonly (readonly Cell[])[]): SheetRow[] | undefined => {
  const header = findSheetHeader(cells)
  if (!header) return undefined
  return cells.slice(header.at + 1).flatMap((row, index): SheetRow[] => {
    const cellAt = (column: SheetColumn): Cell => row[header.place[column] ?? -1] ?? null
    const id = plain(cellAt('id'))
    if (!partsOfReferralId(id)) return []
    const version = Number(plain(cellAt('version')))
    const said = saidIn(cellAt)
    const kept = Number.isInteger(version) && version >= 1
    const fault = { fault: '“版本”一栏被改动或清空，请用原值。' }
    return [
      {
        sheetRow: header.at + index + 2,
        id,
        version: kept ? version : 0,
        said: said && !kept ? fault : said,
      },
    ]
  })
}
