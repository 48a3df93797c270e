import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../functions/lib/workbook/csv-line.ts'
import { type Cell, columnName } from '../../functions/lib/workbook/sheet-xml.ts'
import { addRows, beginWorkbook, endWorkbook } from '../../functions/lib/workbook/workbook-writer.ts'
import type { ZipState } from '../../functions/lib/workbook/zip-writer.ts'

const about = { title: '台账', sheet: '台账', by: '调度员', at: '2026-11-23T01:30:00Z' }
const columns = [
  { heading: '内容', width: 20 },
  { heading: '金额', width: 10 },
]

/** Written in pieces, the state passing through JSON between them as it does between two processes. */
const written = (pieces: readonly (readonly Cell[])[][]): Buffer => {
  const begun = beginWorkbook(about, columns)
  const bytes = [begun.bytes]
  let state = begun.state
  let rows = 0
  for (const piece of pieces) {
    const more = addRows(JSON.parse(JSON.stringify(state)) as ZipState, piece, rows)
    bytes.push(more.bytes)
    state = more.state
    rows += piece.length
  }
  return Buffer.concat([...bytes, endWorkbook(state)])
}

const readBack = async (file: Buffer) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  const rows: unknown[][] = []
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    rows.push([row.getCell(1).value, row.getCell(2).value])
  })
  return { workbook, sheet, rows }
}

describe('a workbook written in pieces', () => {
  it('is the same table to another program, wherever the pieces end', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((one) => one.trim() === one)
    // What XML cannot hold is left out, and exceljs reads line ends as one kind.
    const printable = text.filter((one) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one))
    const row = fc.tuple(printable, fc.integer())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { maxLength: 4 }), { maxLength: 4 }), async (pieces) => {
        const { rows } = await readBack(written(pieces))
        expect(rows.slice(1)).toEqual(pieces.flat())
      }),
      { numRuns: 40 },
    )
  })

  it('says who took it out, and keeps its head in sight', async () => {
    const { workbook, sheet } = await readBack(written([[['一', 1]]]))
    expect([workbook.creator, sheet?.name]).toEqual(['调度员', '台账'])
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  })

  it('holds as text what a spreadsheet would take for a formula, also after it is edited', async () => {
    const bad = ['=HYPERLINK("http://x")', '+1', '-1+1', '@SUM(A1)']
    const { sheet } = await readBack(written([bad.map((one) => [one, 1])]))
    const cells = bad.map((_, index) => sheet?.getCell(index + 2, 1))
    expect(cells.map((cell) => [cell?.type, cell?.value])).toEqual(
      bad.map((one) => [ExcelJS.ValueType.String, one]),
    )
  })

  it('leaves out what no XML can hold', async () => {
    const { rows } = await readBack(written([[['甲\u0000\u000b乙\ud800', 1]]]))
    expect(rows[1]?.[0]).toMatch(/^甲乙/)
  })
})

describe('columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (at, name) => {
    expect(columnName(at)).toBe(name)
  })
})

describe('a line of CSV', () => {
  it('quotes what needs it and disarms formulas', () => {
    expect(csvLine(['a,b', '他说"好"', '=1+1', -5, undefined, '多\n行'])).toBe(
      '"a,b","他说""好""",\'=1+1,-5,,"多\n行"\r\n',
    )
  })
})
