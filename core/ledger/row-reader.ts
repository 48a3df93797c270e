import { readAmount } from '../amount.ts'
import { readCount, readMonths } from '../quantity.ts'
import type { Written } from '../written-number.ts'
import { type Cell, isFormulaError, quoted, textOf } from './cell.ts'
import { readDate } from './dates.ts'
import type { Column } from './header.ts'
import { headingWords, type Meaning } from './headings.ts'
import type { LedgerMessage } from './reading.ts'

/** One row by meaning, and what is to be said of it; each reader leaves its message here. */
export type RowReader = ReturnType<typeof rowReader>

export const rowReader = (
  columns: readonly Column[],
  cells: readonly Cell[],
  yearOf: ReadonlyMap<Meaning, string>,
) => {
  const messages: LedgerMessage[] = []
  const columnOf = (meaning: Meaning) => columns.find((column) => column.meaning === meaning)
  const nameOf = (meaning: Meaning): string => columnOf(meaning)?.heading ?? headingWords[meaning][0]
  const say = (level: LedgerMessage['level'], code: string, meaning: Meaning, text: string) => {
    messages.push({ level, code, column: nameOf(meaning), text })
  }

  const cell = (meaning: Meaning): Cell => {
    const column = columnOf(meaning)
    const value = column ? (cells[column.at] ?? null) : null
    return isFormulaError(value) ? null : value
  }
  for (const { at, meaning } of columns)
    if (meaning && isFormulaError(cells[at] ?? null)) {
      const text = `公式出错（${textOf(cells[at] ?? null)}），按空白读取，请改为填写数值或文字。`
      say('warning', 'formulaError', meaning, text)
    }

  /** Trimmed text; undefined where empty, cut with a warning where longer than the system keeps. */
  const text = (meaning: Meaning, most: number): string | undefined => {
    const written = textOf(cell(meaning))
    if (written === '') return undefined
    if (written.length <= most) return written
    say('warning', 'textTooLong', meaning, `超过${most}个字，只读取前${most}个字；请精简。`)
    return written.slice(0, most).toWellFormed().trim()
  }

  const number = (meaning: Meaning, read: (value: string | number) => Written): number | undefined => {
    const value = cell(meaning)
    const result = read(typeof value === 'number' ? value : textOf(value))
    if (!result) return undefined
    if ('fault' in result) {
      const why = `${quoted(textOf(value))}读不出数值（${result.fault}），将留空；请只填数字和单位。`
      say('warning', 'numberUnreadable', meaning, why)
      return undefined
    }
    if (result.caution) say('warning', 'numberAssumed', meaning, `${result.caution}，请核对。`)
    return result.value
  }

  const money = (meaning: 'amount' | 'credit') =>
    number(meaning, (value) => {
      const unit = columnOf(meaning)?.unit
      return readAmount(value, unit === '月' || unit === '年' ? undefined : unit)
    })

  const months = () =>
    number('term', (value) => {
      const unit = columnOf('term')?.unit
      return readMonths(value, unit === '月' || unit === '年' ? unit : undefined)
    })

  const date = (meaning: 'on' | 'closedOn'): string | undefined => {
    const read = readDate(cell(meaning), yearOf.get(meaning))
    if (!read) return undefined
    if ('fault' in read) {
      const why = `${quoted(textOf(cell(meaning)))}读不出日期（${read.fault}），将留空；请写成2026-03-11的样子。`
      say('warning', 'dateUnreadable', meaning, why)
      return undefined
    }
    if (read.caution) say('warning', 'dateAssumed', meaning, `${read.caution}为${read.date}，请核对。`)
    return read.date
  }

  /** What stands in columns that no meaning claims, so that nothing of the ledger is lost. */
  const unclaimed = (): string[] =>
    columns.flatMap(({ at, heading, meaning }) => {
      const written = textOf(cells[at] ?? null)
      return meaning || written === '' ? [] : [`${heading}：${written}`]
    })

  return {
    messages,
    say,
    cell,
    text,
    money,
    months,
    date,
    unclaimed,
    count: () => number('headcount', readCount),
  }
}
