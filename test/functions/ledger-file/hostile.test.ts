import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLedgerFault } from '../../../core/ledger/fault.ts'
import { isRefusal } from '../../../core/refusal.ts'
import { readLedgerFile, refuseLedger } from '../../../functions/lib/ledger-file/read-ledger-file.ts'
import { aRow, aWorkbook, header } from './a-workbook.ts'

const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}`, import.meta.url))
const xlsx = sample('forum-ledger.xlsx')
const csv = sample('forum-ledger.csv')

/** Fails where it throws, hangs, or answers anything but a reading or a fault. */
const answer = (bytes: Uint8Array): string => {
  const before = process.threadCpuUsage()
  const read = readLedgerFile(bytes)
  const { user, system } = process.threadCpuUsage(before)
  // Work done, which a busy machine does not make more: 1.5 s at most. The rest is for a slower processor.
  expect((user + system) / 1000).toBeLessThan(8000)
  return isLedgerFault(read) ? read.code : `${read.rows.length} rows`
}

type Part = { name: string; data: Buffer; claims?: number }

/** A zip of these parts; `claims` is the size that its directory tells. */
const zipOf = (parts: readonly Part[], count = parts.length): Buffer => {
  let at = 0
  const locals: Buffer[] = []
  const directory = parts.map(({ name, data, claims = data.length }) => {
    const packed = deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(data), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    at += 30 + name.length + packed.length
    return Buffer.concat([entry, Buffer.from(name)])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const inline = (text: string | number) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const rowOf = (cells: readonly (string | number)[]) => `<row>${cells.map(inline).join('')}</row>`

/** The least workbook, written by hand: what stands in its sheet is up to the test. */
const book = (sheet: string, more: Partial<Record<'strings' | 'workbook', string>> = {}, claims?: number) => {
  const parts: [string, string][] = [
    [
      'xl/workbook.xml',
      `<workbook><sheets>${more.workbook ?? '<sheet name="a" r:id="r1"/>'}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/>' +
        '<Relationship Id="r2" Type="x/sharedStrings" Target="t.xml"/></Relationships>',
    ],
    ['xl/s.xml', `<worksheet><sheetData>${rowOf(header)}${sheet}</sheetData></worksheet>`],
    ['xl/t.xml', `<sst>${more.strings ?? ''}</sst>`],
  ]
  return zipOf(
    parts.map(([name, text]) => ({
      name,
      data: Buffer.from(text),
      ...(name === 'xl/s.xml' && claims !== undefined && { claims }),
    })),
  )
}

describe('a file that is no ledger', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'notALedgerFile'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'notALedgerFile'],
    ['a letter', Buffer.from('尊敬的领导：\n来信收悉。'), 'notALedgerFile'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'notALedgerFile'],
    ['a .docx', zipOf([{ name: 'word/document.xml', data: Buffer.from('<w/>') }]), 'notALedgerFile'],
    ['half a workbook', xlsx.subarray(0, 9000), 'brokenFile'],
    ['5 MB', Buffer.alloc(5 * 1024 * 1024, ','), 'fileTooLarge'],
    ['too many rows', book(rowOf(aRow).repeat(1001)), 'tooManyRows'],
    ['too many columns', book(rowOf(Array(101).fill('x'))), 'fileTooLarge'],
    ['an own document type', book('<!DOCTYPE x [<!ENTITY a "b">]>'), 'brokenFile'],
  ])('is refused: %s', (_, bytes, code) => {
    expect(answer(bytes)).toBe(code)
  })

  it('is refused in the words of the API', () => {
    const fault = readLedgerFile(Buffer.from('来信'))
    const refusal = isLedgerFault(fault) ? refuseLedger(fault) : undefined
    expect(isRefusal(refusal)).toBe(true)
    expect(refusal).toMatchObject({ refused: 'notALedger', detail: expect.stringContaining('没有认出台账') })
  })
})

describe('a bomb', () => {
  it.each([
    ['says that it unpacks to more than 60 MB', book(' '.repeat(61 * 1024 * 1024))],
    ['says less than it unpacks to', book(' '.repeat(50_000_000), {}, 1000)],
    ['has more than 200 entries', zipOf([{ name: 'a', data: Buffer.from('a') }], 201)],
  ])('that %s goes unread', (_, bytes) => {
    expect(answer(bytes)).toBe('fileBomb')
  })

  const merges = '<mergeCell ref="A1:XFD1048576"/>'
  it.each([
    ['blank cells', book(`${rowOf(aRow)}${'<row><c s="1"/></row>'.repeat(1_000_000)}`)],
    [
      'merges',
      book(`${rowOf(aRow)}</sheetData><mergeCells>${merges.repeat(1_000_000)}</mergeCells><sheetData>`),
    ],
    ['tags', book(`${rowOf(aRow)}${'<f></f>'.repeat(6_000_000)}`)],
    ['strings', book(rowOf(aRow), { strings: '<si><t>a</t></si>'.repeat(3_000_000) })],
    ['sheets', book(rowOf(aRow), { workbook: '<sheet name="a" r:id="r1"/>'.repeat(1_500_000) })],
    ['distance', book(`${rowOf(aRow)}<row r="1048576"><c r="A1048576"/></row>`)],
  ])('of %s is read for what it says, in time', (_, bytes) => {
    expect(answer(bytes)).toBe('1 rows')
  })

  it.each([
    ['delimiters', `${','.repeat(4_000_000)}x`],
    ['lines', 'a\n'.repeat(2_000_000)],
    ['one word', 'a'.repeat(4_000_000)],
    ['quotes', '"'.repeat(4_000_000)],
  ])('of %s is refused in time', (_, text) => {
    expect(['fileTooLarge', 'tooManyRows', 'notALedgerFile', 'brokenFile']).toContain(
      answer(Buffer.from(text)),
    )
  })
})

describe('bytes', () => {
  it('at random are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom('', 'PK\x03\x04'), (bytes, start) => {
        answer(Buffer.concat([Buffer.from(start, 'latin1'), bytes]))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['.xlsx', xlsx],
    ['.csv', csv],
  ])('of the sample %s, cut anywhere, are read or refused', (_, file) => {
    fc.assert(
      fc.property(fc.nat(file.length), (length) => {
        answer(file.subarray(0, length))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['.xlsx', xlsx],
    ['.csv', csv],
  ])('of the sample %s with flipped bits are read or refused', (_, file) => {
    const flip = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 5 }), (flips) => {
        const bytes = Buffer.from(file)
        for (const [at, mask] of flips) bytes[at] = (bytes[at] ?? 0) ^ mask
        answer(bytes)
      }),
      { numRuns: 100 },
    )
  })

  it('of a sheet whose XML was damaged before it was packed are read or refused', async () => {
    const sheet = `${rowOf(aRow).repeat(3)}<row r="9"><c r="B9" t="s" s="2"><v>0</v></c></row>`
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '&#x110000;',
      '&',
      '<![CDATA[',
      '<!--',
      'r="A0"',
      '\0',
      '9'.repeat(20),
    )
    fc.assert(
      fc.property(fc.nat(sheet.length), fc.nat(40), pieces, (at, gone, piece) => {
        answer(book(sheet.slice(0, at) + piece + sheet.slice(at + gone)))
      }),
      { numRuns: 300 },
    )
  })

  it('of one workbook always say the same', async () => {
    const bytes = await aWorkbook((sheet) => sheet.addRow(aRow))
    expect(readLedgerFile(bytes)).toEqual(readLedgerFile(Buffer.concat([bytes])))
  })
})
