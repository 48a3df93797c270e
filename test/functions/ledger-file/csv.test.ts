import { describe, expect, it } from 'vitest'
import { decodeLedgerFile } from '../../../functions/lib/ledger-file/decode.ts'
import { aRow, cellsOf, header, readingOf } from './a-workbook.ts'

const lines = [header, aRow, aRow].map((row) => row.join(','))
const text = lines.join('\r\n')

/** 企业名称,统一社会信用代码,诉求类别,诉求内容 and one row, as Excel in China saves .csv. */
const gb18030 = Buffer.from(
  'c6f3d2b5c3fbb3c62ccdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb2ccbdfc7f3c0e0b1f02ccbdfc7f3c4dac8dd0d0a' +
    'c4dabdadccf0b3c7b5e7d7d3d3d0cfdeb9abcbbe2c39313531313039394d413630303030313659' +
    '2cd3c3b9a42cc8b1b9a435c8cba1a30d0a',
  'hex',
)

describe('a .csv', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['line feeds alone', Buffer.from(text.replaceAll('\r', ''))],
    ['empty lines at its end', Buffer.from(`${text}\r\n${',,,,,\r\n'.repeat(3000)}`)],
  ])('is read in %s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual([header, aRow, aRow].map((row) => row.map(String)))
  })

  it('is read in GB18030', () => {
    expect(readingOf(gb18030).rows).toMatchObject([
      {
        draft: { firm: { name: '内江甜城电子有限公司' }, category: 'hiring', content: '缺工5人。' },
        messages: [],
      },
    ])
  })

  it('may hold commas, quotes and line breaks inside quotes', () => {
    const bytes = Buffer.from(`${lines[0]}\n甲,91511099MA6000016Y,其他,"一,二\n""三""",,\n`)
    expect(readingOf(bytes).rows[0]?.draft?.content).toBe('一,二\n"三"')
  })

  it('keeps blank lines in their places and takes records of unequal length', () => {
    const read = readingOf(Buffer.from(`台账\n\n${lines[0]}\n\n${lines[1]}\n,,\n${lines[2]},多,余`))
    expect(read.rows.map(({ row, sheetRow }) => [row, sheetRow])).toEqual([
      [1, 5],
      [3, 7],
    ])
  })

  it('gives up what Excel puts around a code to keep it as text', () => {
    const bytes = Buffer.from(
      `${lines[0]}\n甲,"=""123502001549897397""",其他,一\n乙,'123502001549897397,其他,一`,
    )
    expect(readingOf(bytes).rows.map((row) => row.draft?.firm.uscc)).toEqual(
      Array(2).fill('123502001549897397'),
    )
  })

  it('with a quote that never ends is broken', () => {
    expect(decodeLedgerFile(Buffer.from(`${lines[0]}\n"甲,乙\n`))).toMatchObject({ code: 'brokenFile' })
  })
})
