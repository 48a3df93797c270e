import { IssueId } from '../scalars.ts'
import { type ClosureType, closureTypeWords, keysOf } from '../words.ts'
import { type Cell, isBlank, textOf } from './cell.ts'
import { readDate } from './dates.ts'
import { findHeader } from './header.ts'
import type { Meaning } from './headings.ts'
import { readClosed } from './ledger-words.ts'

/** A row of a ledger that was taken out, filled in and handed back. */
export type ReturnedRow = {
  sheetRow: number
  id: string
  version: number
  progress: string
  nextReply?: string
  /** What the department says was done; absent where the row does not say that it is done. */
  closure?: Exclude<ClosureType, 'recorded'>
  fault?: string
}

/** An export to CSV puts an apostrophe before what looks like a formula; it is taken off again. */
const asTyped = (text: string): string => text.replace(/^'(?=[=+\-@])/, '').replaceAll('\r\n', '\n')

type Kind = Exclude<ClosureType, 'recorded'>
const closures = keysOf(closureTypeWords)
  .filter((type): type is Kind => type !== 'recorded')
  .map((type): readonly [Kind, string] => [type, closureTypeWords[type].zh])

/** `是` is solved; the word of a kind of closure is that kind; `待企业确认` and the like are none. */
const closureIn = (written: string): ReturnedRow['closure'] | 'unclear' | undefined => {
  const named = closures.find(([, zh]) => zh === written || zh.replace(/（.*）/, '') === written)
  if (named) return named[0]
  const closed = readClosed(written)
  if (closed === 'unclear') return 'unclear'
  return closed ? 'solved' : undefined
}

const versionIn = (cell: Cell): number | undefined => {
  const version = typeof cell === 'number' ? cell : Number(textOf(cell))
  return Number.isInteger(version) && version >= 1 ? version : undefined
}

const faultOf = (version: number | undefined, date: ReturnType<typeof readDate>, closure: unknown) => {
  if (version === undefined) return '“版本”一栏被改动或清空，请用原值。'
  if (date && 'fault' in date) return '“下次答复”读不出日期，请写成2026-12-01的样子。'
  if (closure === 'unclear') {
    const kinds = closures.map(([, zh]) => zh).join('、')
    return `“是否办结”看不出是否办结，请填“是”“否”，或填办结类型（${kinds}）。`
  }
  return undefined
}

/** Reads the rows that name an issue; undefined where the sheet has no column for that. */
export const readReturn = (cells: readonly (readonly Cell[])[]): ReturnedRow[] | undefined => {
  const header = findHeader(cells)
  const at = (meaning: Meaning) => header?.columns.find((column) => column.meaning === meaning)?.at
  const [idAt, versionAt] = [at('issueId'), at('version')]
  if (!header || idAt === undefined || versionAt === undefined) return undefined
  const cellAt = (row: readonly Cell[], meaning: Meaning): Cell => row[at(meaning) ?? -1] ?? null
  return cells.slice(header.at + 1).flatMap((row, index): ReturnedRow[] => {
    const id = textOf(row[idAt] ?? null)
    if (isBlank(row[idAt] ?? null) || !IssueId.safeParse(id).success) return []
    const version = versionIn(row[versionAt] ?? null)
    const date = readDate(cellAt(row, 'nextReply'))
    const closure = closureIn(textOf(cellAt(row, 'closed')))
    const fault = faultOf(version, date, closure)
    return [
      {
        sheetRow: header.at + index + 2,
        id,
        version: version ?? 0,
        progress: asTyped(textOf(cellAt(row, 'progressText'))),
        ...(date && 'date' in date && { nextReply: date.date }),
        ...(closure && closure !== 'unclear' && { closure }),
        ...(fault && { fault }),
      },
    ]
  })
}
