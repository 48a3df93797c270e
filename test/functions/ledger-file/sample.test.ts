import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { duplicatesWithin } from '../../../core/ledger/duplicates.ts'
import { isLedgerFault } from '../../../core/ledger/fault.ts'
import { readLedgerFile } from '../../../functions/lib/ledger-file/read-ledger-file.ts'

const read = (name: string) => {
  const reading = readLedgerFile(readFileSync(new URL(`../../../samples/${name}`, import.meta.url)))
  if (isLedgerFault(reading)) throw new Error(reading.message)
  return reading
}

describe.each(['forum-ledger.xlsx', 'forum-ledger.csv'])('the sample %s', (name) => {
  const { rows, columns, messages } = read(name)
  const withLevel = (level: string) =>
    rows.flatMap((row) =>
      row.messages.filter((one) => one.level === level).map(({ code }) => [row.row, code]),
    )

  it('has 118 rows under columns that are all recognised', () => {
    expect(rows.map(({ row, sheetRow }) => [row, sheetRow])).toEqual(rows.map((_, at) => [at + 1, at + 2]))
    expect(rows).toHaveLength(118)
    expect(columns.filter((column) => !column.meaning)).toEqual([])
    expect(messages).toEqual([])
  })

  it('says one fact twice: row 58 is row 41', () => {
    expect([...duplicatesWithin(rows)]).toEqual([[58, 41]])
  })

  it('has one warning, the check digit of row 84', () => {
    expect(withLevel('warning')).toEqual([[84, 'usccCheckDigit']])
  })

  it('has one error, row 102 without category', () => {
    expect(withLevel('error')).toEqual([[102, 'categoryMissing']])
    expect(rows.filter((row) => !row.draft).map(({ row }) => row)).toEqual([102])
  })
})

it('both sample files are read alike', () => {
  expect(read('forum-ledger.xlsx')).toEqual(read('forum-ledger.csv'))
})
