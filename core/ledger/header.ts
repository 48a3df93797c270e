import { type Cell, isBlank, quoted, textOf } from './cell.ts'
import { type Heading, headingWords, type Meaning, readHeading, type Unit, unitIn } from './headings.ts'
import type { LedgerMessage } from './reading.ts'

export type Column = { at: number; heading: string; meaning?: Meaning; unit?: Unit; repeats?: Meaning }
export type Header = { at: number; columns: Column[]; score: number }

/** Titles, the unit line and notes stand above a header, but no more than a screen of them. */
const SEARCHED_ROWS = 20
/** A sentence or a data row may hold a heading word by chance; two by chance are rare, three do not happen. */
const LEAST_RECOGNISED = 3

const columnsOf = (row: readonly Cell[]): Column[] => {
  const taken = new Set<Meaning>()
  return row.flatMap((cell, at): Column[] => {
    const heading = typeof cell === 'string' ? textOf(cell).replace(/\s+/g, '') : ''
    if (heading === '') return []
    const read: Heading | undefined = readHeading(heading)
    if (!read) return [{ at, heading }]
    if (taken.has(read.meaning)) return [{ at, heading, repeats: read.meaning }]
    taken.add(read.meaning)
    return [{ at, heading, ...read }]
  })
}

/** `单位：万元` stands above many tables and holds for the amounts that name no unit of their own. */
const unitAbove = (rows: readonly (readonly Cell[])[]): Unit | undefined => {
  const texts = rows.flat().flatMap((cell) => (typeof cell === 'string' ? [cell.normalize('NFKC')] : []))
  return texts.map((text) => unitIn(/单位:\s*([亿万千]?元)/.exec(text)?.[1] ?? '')).find(Boolean)
}

const withUnit = (column: Column, unit: Unit | undefined): Column =>
  unit && !column.unit && (column.meaning === 'amount' || column.meaning === 'credit')
    ? { ...column, unit }
    : column

/** The row with the most recognised headings among the first 20; undefined where none has three. */
export const findHeader = (cells: readonly (readonly Cell[])[]): Header | undefined => {
  const found = cells.slice(0, SEARCHED_ROWS).map((row, at): Header => {
    const columns = columnsOf(row)
    return { at, columns, score: columns.filter((column) => column.meaning).length }
  })
  const best = found.reduce<Header | undefined>(
    (most, one) => (one.score > (most?.score ?? 0) ? one : most),
    undefined,
  )
  if (!best || best.score < LEAST_RECOGNISED) return undefined
  const unit = unitAbove(cells.slice(0, best.at))
  return { ...best, columns: best.columns.map((column) => withUnit(column, unit)) }
}

/** Columns without a heading in which rows say something all the same; named by their place. */
export const withNameless = (header: Header, rows: readonly (readonly Cell[])[]): Header => {
  const known = new Set(header.columns.map((column) => column.at))
  const filled = new Set(
    rows.flatMap((row) => row.flatMap((cell, at) => (known.has(at) || isBlank(cell) ? [] : [at]))),
  )
  const nameless = [...filled]
    .sort((one, other) => one - other)
    .map((at) => ({ at, heading: `第${at + 1}列` }))
  return { ...header, columns: [...header.columns, ...nameless] }
}

/** A header again: its second line of merged cells, or the one that is printed on each page. */
export const repeatsHeader = (header: Header, row: readonly Cell[]): boolean => {
  const same = header.columns.filter(
    ({ at, heading }) => textOf(row[at] ?? null).replace(/\s+/g, '') === heading,
  )
  return same.length >= LEAST_RECOGNISED
}

const REQUIRED: readonly Meaning[] = ['firmName', 'uscc', 'category', 'content']

/** What is to be said of the columns as such. */
export const headerMessages = ({ columns }: Header): LedgerMessage[] => {
  const missing = REQUIRED.filter((meaning) => !columns.some((column) => column.meaning === meaning))
  return [
    ...missing.map((meaning): LedgerMessage => {
      const name = headingWords[meaning][0]
      const text = `没有找到${quoted(name)}一栏，请补上这一列；名称不同的，请把表头改为${quoted(name)}。`
      return { level: 'error', code: 'columnMissing', text }
    }),
    ...columns.flatMap(({ heading, meaning, repeats }): LedgerMessage[] => {
      if (meaning) return []
      const column = { level: 'warning', column: heading } as const
      if (!repeats) {
        const text = `没有认出${quoted(heading)}一栏，内容并入备注；需要单独读取的，请改用通用的表头。`
        return [{ ...column, code: 'columnUnknown', text }]
      }
      const first = columns.find((one) => one.meaning === repeats)?.heading ?? ''
      const text = `${quoted(heading)}与${quoted(first)}是同一项，以${quoted(first)}为准，${quoted(heading)}的内容并入备注。`
      return [{ ...column, code: 'columnRepeated', text }]
    }),
  ]
}
