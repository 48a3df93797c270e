import { parse } from 'csv-parse/sync'
import { type Cell, isBlank } from '../../../core/ledger/cell.ts'
import { findHeader } from '../../../core/ledger/header.ts'
import { LONGEST_RECORD, MOST_COLUMNS, MOST_FILLED_ROWS, MOST_LINES } from './limits.ts'
import { Unreadable } from './unreadable.ts'

const BINARY = '这不是文本表格，请另存为.xlsx或.csv后再导入。'

const decodeAs = (encoding: string, bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Excel's own .csv in China is GB18030; few texts in it are valid UTF-8 as well, so UTF-8 is tried first. */
const textFrom = (bytes: Buffer): string => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = wide ? decodeAs('utf-16le', bytes) : (decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes))
  if (text === undefined || text.includes('\0')) throw new Unreadable('notALedgerFile', BINARY)
  return text
}

const DELIMITERS = [',', '\t', ';'] as const
type Delimiter = (typeof DELIMITERS)[number]

/** Records of unequal length and stray quotes are how offices write; `most` bounds a look at the top. */
const parseText = (text: string, delimiter: Delimiter, most?: number): string[][] => {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      ...(most && { to: most }),
    })
  } catch {
    throw new Unreadable('brokenFile', '文件里的引号或分隔符不成对，请用表格软件另存为.csv或.xlsx后再导入。')
  }
}

const scoreOf = (text: string, delimiter: Delimiter): number => {
  try {
    return findHeader(parseText(text, delimiter, 20))?.score ?? 0
  } catch {
    return 0
  }
}

const delimiterOf = (text: string): Delimiter => {
  const [first = DELIMITERS[0], ...others] = DELIMITERS
  return others.reduce<Delimiter>(
    (best, one) => (scoreOf(text, one) > scoreOf(text, best) ? one : best),
    first,
  )
}

/** `="9151…"` and a leading apostrophe keep Excel from making a number of a code; they are no part of it. */
const asWritten = (cell: string): string =>
  cell.replace(/^\s*="([^"]*)"\s*$/, '$1').replace(/^\s*'(?=[\dA-Z])/, '')

/** Without the empty lines and lines of bare delimiters that Excel writes below a table. */
const withoutTail = (text: string): string => {
  let end = text.length
  while (end > 0 && ' \t\r\n,;'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

const linesOf = (text: string): number => {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Records from the top, blank lines in their places. Throws Unreadable. */
export const readCsv = (bytes: Buffer): Cell[][] => {
  const text = withoutTail(textFrom(bytes))
  if (linesOf(text) > MOST_LINES) throw new Unreadable('tooManyRows')
  const records = parseText(text, delimiterOf(text))
  const rows = records.map((record) => record.map((cell): Cell => (cell === '' ? null : asWritten(cell))))
  if (rows.some((row) => row.slice(MOST_COLUMNS).some((cell) => !isBlank(cell))))
    throw new Unreadable('fileTooLarge')
  if (rows.filter((row) => row.some((cell) => !isBlank(cell))).length > MOST_FILLED_ROWS)
    throw new Unreadable('tooManyRows')
  return rows.map((row) => row.slice(0, MOST_COLUMNS))
}
