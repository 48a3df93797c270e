import { type Cell, type PickList, rowXml, sheetEnd, sheetStart } from './sheet-xml.ts'
import { sheetFile, workbookFiles } from './workbook-files.ts'
import {
  addTo,
  closeEntry,
  closeZip,
  emptyZip,
  openEntry,
  type Written,
  type ZipState,
} from './zip-writer.ts'

export type Columns = readonly { heading: string; width: number }[]

const inTurn = (state: ZipState, steps: readonly ((state: ZipState) => Written)[]): Written => {
  const pieces: Buffer[] = []
  let now = state
  for (const step of steps) {
    const written = step(now)
    pieces.push(written.bytes)
    now = written.state
  }
  return { state: now, bytes: Buffer.concat(pieces) }
}

/** Begins a workbook of one sheet, up to and including its head. */
export const beginWorkbook = (
  about: { title: string; sheet: string; by: string; at: string },
  columns: Columns,
): Written =>
  inTurn(emptyZip, [
    ...workbookFiles(about).flatMap(([name, text]) => [
      (state: ZipState) => openEntry(state, name),
      (state: ZipState) => addTo(state, text),
      closeEntry,
    ]),
    (state) => openEntry(state, sheetFile),
    (state) =>
      addTo(
        state,
        sheetStart(columns.map(({ width }) => width)) +
          rowXml(
            columns.map(({ heading }) => heading),
            1,
            true,
          ),
      ),
  ])

/** More rows; `rowsBefore` counts those that were added, the head not among them. */
export const addRows = (state: ZipState, rows: readonly (readonly Cell[])[], rowsBefore: number): Written =>
  rows.length === 0
    ? { state, bytes: Buffer.alloc(0) }
    : addTo(state, rows.map((cells, index) => rowXml(cells, rowsBefore + index + 2)).join(''))

/** The rest of the file; columns of the rows may have words to pick from. */
export const endWorkbook = (
  state: ZipState,
  { lists, rows }: { lists?: readonly PickList[]; rows?: number } = {},
): Buffer => {
  const ended = inTurn(state, [(now) => addTo(now, sheetEnd(lists, rows)), closeEntry])
  return Buffer.concat([ended.bytes, closeZip(ended.state)])
}
