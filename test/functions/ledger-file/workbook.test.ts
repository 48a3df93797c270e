import { describe, expect, it } from 'vitest'
import { aRow, aWorkbook, cellsOf, header, readingOf } from './a-workbook.ts'

const day = new Date(Date.UTC(2026, 2, 11))

describe('a cell of a workbook', () => {
  it.each([
    ['text', '约300万', '约300万'],
    ['text with signs of its own', 'A&B <"> 企\n业', 'A&B <"> 企\n业'],
    ['a number', 46092.5, 46092.5],
    ['a yes', true, true],
    ['rich text', { richText: [{ text: '需贷' }, { font: { bold: true }, text: '款' }] }, '需贷款'],
    ['a link', { text: '见附件', hyperlink: 'https://example.cn' }, '见附件'],
    ["a formula's number", { formula: 'A1*2', result: 600 }, 600],
    ["a formula's text", { formula: 'A1&""', result: '融资' }, '融资'],
    ["a formula's failure", { formula: '1/0', result: { error: '#DIV/0!' as const } }, '#DIV/0!'],
  ])('is read as %s', async (_, written, read) => {
    const bytes = await aWorkbook((sheet) => sheet.addRow([written]))
    expect(cellsOf(bytes)[1]?.[0]).toEqual(read)
  })

  it.each(['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', 'm/d/yy h:mm'])(
    'is a calendar date under the format %s',
    async (numFmt) => {
      const bytes = await aWorkbook((sheet) => {
        sheet.addRow([day]).getCell(1).numFmt = numFmt
      })
      expect(cellsOf(bytes)[1]?.[0]).toEqual({ date: '2026-03-11' })
    },
  )

  it.each(['0.00', '#,##0"d"', '[Red]0', 'General', 'h:mm:ss'])(
    'is a number under the format %s',
    async (numFmt) => {
      const bytes = await aWorkbook((sheet) => {
        sheet.addRow([46092]).getCell(1).numFmt = numFmt
      })
      expect(cellsOf(bytes)[1]?.[0]).toBe(46092)
    },
  )

  it('is the same date in a workbook that counts from 1904', async () => {
    const bytes = await aWorkbook((sheet, workbook) => {
      workbook.properties.date1904 = true
      sheet.addRow([day]).getCell(1).numFmt = 'yyyy-mm-dd'
    })
    expect(cellsOf(bytes)[1]?.[0]).toEqual({ date: '2026-03-11' })
  })
})

describe('a sheet', () => {
  it('gives the value of cells merged downwards to each of their rows', async () => {
    const [name, uscc, ...said] = aRow
    const bytes = await aWorkbook((sheet) => {
      sheet.addRows([
        [name, uscc, ...said],
        [null, null, '用工', '缺工5人。'],
      ])
      sheet.mergeCells('A2:A3')
      sheet.mergeCells('B2:B3')
    })
    expect(readingOf(bytes).rows).toMatchObject([
      { row: 1, draft: { category: 'financing' } },
      { row: 2, draft: { category: 'hiring', firm: { name, uscc } } },
    ])
  })

  it('keeps a title merged across its columns as one cell', async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.spliceRows(1, 0, ['2026年企业诉求台账'])
      sheet.mergeCells('A1:F1')
      sheet.addRow(aRow)
    })
    expect(cellsOf(bytes)[0]).toEqual(['2026年企业诉求台账'])
    expect(readingOf(bytes).rows).toMatchObject([{ row: 1, sheetRow: 3, messages: [] }])
  })

  it('has its blank rows in their places', async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.getRow(5).values = aRow
    })
    expect(readingOf(bytes).rows).toMatchObject([{ row: 1, sheetRow: 5 }])
  })

  it('may be formatted far below its last row', async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.addRow(aRow)
      for (let row = 3; row < 3000; row++) sheet.getRow(row).getCell(1).style = { font: { bold: true } }
    })
    expect(readingOf(bytes).rows).toHaveLength(1)
  })
})

describe('a workbook', () => {
  it('is read at the first visible sheet with a header, and names those that it left', async () => {
    const bytes = await aWorkbook((sheet, workbook) => {
      sheet.state = 'hidden'
      sheet.addRow(aRow)
      workbook.addWorksheet('填表说明').addRow(['请逐项填写'])
      const second = workbook.addWorksheet('二季度')
      second.addRows([header, aRow, aRow])
    })
    const { rows, messages } = readingOf(bytes)
    expect(rows).toHaveLength(2)
    expect(messages).toMatchObject([{ code: 'otherSheets', text: expect.stringContaining('台账') }])
  })

  it('is not disturbed by a wide sheet beside the ledger', async () => {
    const bytes = await aWorkbook((sheet, workbook) => {
      sheet.addRow(aRow)
      workbook.addWorksheet('汇总').addRow(Array.from({ length: 300 }, (_, at) => at))
    })
    expect(readingOf(bytes).rows).toHaveLength(1)
  })
})
