import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportView } from '../../core/api/exports.ts'
import { exporterHandler } from '../../functions/exporter/handler.ts'
import { keys } from '../../functions/store/keys.ts'
import { until } from '../support/office.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'

let opened: QuietOffice
const sample = readFileSync(new URL('../../samples/forum-ledger.xlsx', import.meta.url))
const api = () => `${opened.office.origin}/api/v1`

const importFile = async (bytes: Uint8Array, type = 'text/csv') => {
  const response = await fetch(`${api()}/imports?acceptWarnings=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await opened.office.token('dispatcher')}`, 'content-type': type },
    body: new Uint8Array(bytes),
  })
  return (await response.json()) as { imported: number; counts: Record<string, number> }
}

beforeAll(async () => {
  opened = await openQuietOffice()
  expect((await importFile(sample)).imported).toBe(116)
  await opened.settled()
})
afterAll(() => opened.close())

const november = { kind: 'ledger', from: '2026-11', to: '2026-11' }

const finished = async (user: string, request: object): Promise<ExportView> => {
  const asked = await opened.ask(user, 'POST', '/exports', request)
  expect(asked.status).toBe(202)
  return until(async () => {
    const { body } = await opened.ask(user, 'GET', `/exports/${String(asked.body.id)}`)
    const view = body as unknown as ExportView
    return view.state === 'done' || view.state === 'failed' ? view : false
  }, 'the export is finished')
}

const fetched = async (user: string, view: ExportView): Promise<Buffer> => {
  const headers = { authorization: `Bearer ${await opened.office.token(user)}` }
  const pieces: Buffer[] = []
  for (let piece = 0; piece < (view.file?.pieces ?? 0); piece++) {
    const answer = await fetch(`${api()}/exports/${view.id}/file?piece=${piece}`, { headers })
    expect(answer.status).toBe(200)
    pieces.push(Buffer.from(await answer.arrayBuffer()))
  }
  return Buffer.concat(pieces)
}

const exported = async (user: string, request: object) => fetched(user, await finished(user, request))

const tableIn = async (file: Buffer) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  const rows: Record<string, unknown>[] = []
  const heads: string[] = []
  workbook.worksheets[0]?.eachRow((row, at) => {
    if (at === 1) row.eachCell((cell) => heads.push(String(cell.value)))
    else rows.push(Object.fromEntries(heads.map((head, index) => [head, row.getCell(index + 1).value])))
  })
  return { heads, rows }
}

describe('the ledger, taken out', () => {
  it('has the columns and the cells that it came in with, one row for each issue', async () => {
    const out = await tableIn(await exported('dispatcher', { ...november, format: 'xlsx' }))
    const came = await tableIn(sample)
    expect(out.heads.slice(0, came.heads.length)).toEqual(came.heads)
    expect(out.rows).toHaveLength(116)
    const same = came.heads.filter((head) => head !== '序号')
    const pick = (row: Record<string, unknown>) => same.map((head) => String(row[head] ?? ''))
    const cells = new Set(came.rows.map((row) => pick(row).join('|')))
    const strange = out.rows.map((row) => pick(row).join('|')).filter((row) => !cells.has(row))
    // The one row whose code needed a person's eye is the only one that may read differently.
    expect(strange.length).toBeLessThanOrEqual(1)
  })

  it('changes nothing when it comes back in', async () => {
    const file = await exported('dispatcher', { ...november, format: 'xlsx' })
    const before = await opened.settled()
    const answer = await importFile(file)
    expect([answer.imported, answer.counts.duplicate]).toEqual([0, 116])
    expect((await tableIn(await exported('dispatcher', { ...november, format: 'xlsx' }))).rows).toEqual(
      (await tableIn(file)).rows,
    )
    expect(before).toBeGreaterThan(0)
  })

  it('is CSV that Excel knows as UTF-8, with the same rows', async () => {
    const text = (await exported('dispatcher', { ...november, format: 'csv' })).toString('utf8')
    expect(text.startsWith('\uFEFF序号,恳谈会,日期')).toBe(true)
    expect((await importFile(Buffer.from(text))).imported).toBe(0)
  })

  it('shows a manager no full number, and a handler only the issues of the own department', async () => {
    const whole = await tableIn(await exported('manager', { ...november, format: 'xlsx' }))
    expect(whole.rows.filter((row) => /\d{11}/.test(String(row.联系电话 ?? '')))).toEqual([])
    const own = await tableIn(await exported('tax-1', { ...november, format: 'xlsx' }))
    expect(own.rows.length).toBeGreaterThan(0)
    expect(own.rows.length).toBeLessThan(whole.rows.length)
    expect(new Set(own.rows.map((row) => row.责任单位)).size).toBe(1)
  })

  it('is fetched by nobody but who asked for it, and is on record', async () => {
    const view = await finished('manager', { ...november, format: 'csv' })
    expect((await opened.ask('dispatcher', 'GET', `/exports/${view.id}`)).body.code).toBe('unknownExport')
    expect((await opened.ask('dispatcher', 'GET', `/exports/${view.id}/file`)).body.code).toBe(
      'unknownExport',
    )
    const headers = { authorization: `Bearer ${await opened.office.token('auditor')}` }
    const trail = await (await fetch(`${api()}/audit/file?day=2026-11-23&format=ndjson`, { headers })).text()
    const lines = trail.split('\n').filter((line) => line.includes(view.id) && line.includes('Exported'))
    expect(lines.map((line) => JSON.parse(line).by)).toEqual(['manager'])
  })

  it('goes on where it stood when its writing is told again', async () => {
    const view = await finished('dispatcher', { ...november, format: 'xlsx' })
    const { plainTable: table, container } = opened.office
    const file = await fetched('dispatcher', view)
    const again = exporterHandler(container)
    const event = { 'detail-type': 'ExportAsked', detail: { id: view.id } } as Parameters<typeof again>[0]
    await again(event)
    expect(await fetched('dispatcher', view)).toEqual(file)
    // Taken back to its beginning it is written anew, and is the same file.
    await table.transact([{ remove: keys.exportProgress(view.id) }])
    await Promise.all([again(event), again(event)])
    expect(await fetched('dispatcher', view)).toEqual(file)
  })

  it('is handed on by a run that has no time left, and is the same file', async () => {
    const view = await finished('dispatcher', { ...november, format: 'xlsx' })
    const file = await fetched('dispatcher', view)
    const { plainTable: table, container } = opened.office
    await table.transact([{ remove: keys.exportProgress(view.id) }])
    const hurried = exporterHandler(container, 0)
    await hurried({ 'detail-type': 'ExportAsked', detail: { id: view.id } } as Parameters<typeof hurried>[0])
    // The office that hears of it writes the rest.
    await until(async () => {
      const { body } = await opened.ask('dispatcher', 'GET', `/exports/${view.id}`)
      return body.state === 'done'
    }, 'the rest is written')
    expect(await fetched('dispatcher', view)).toEqual(file)
    const facts = await table.query({ pk: keys.exportHead(view.id).pk, sk: { beginsWith: 'EVENT#' } })
    expect(facts.items.map(({ fact }) => (fact as { type: string }).type)).toEqual([
      'ExportAsked',
      'ExportHandedOn',
    ])
  })
})

describe('figures, taken out', () => {
  it('say their basis, what they stand on and what was left out', async () => {
    const { heads, rows } = await tableIn(
      await exported('manager', { kind: 'indicators', month: '2026-11', by: 'category' }),
    )
    expect(heads).toEqual(['分列', '指标', '口径', '数值', '分子', '分母', '不计入', '公式'])
    expect(new Set(rows.map((row) => row.分列))).toEqual(new Set(['用工', '融资', '退税', '政策', '其他']))
    // A sum of amounts times rates is no number for people.
    expect(rows.filter((row) => row.指标 === '加权平均利率').map((row) => row.分子)).toEqual(
      Array(5).fill(null),
    )
  })
})

describe('figures by size, taken out', () => {
  it('say beside their rows on what the size of a firm stands', async () => {
    const { heads } = await tableIn(
      await exported('manager', { kind: 'indicators', month: '2026-11', by: 'size' }),
    )
    expect(heads[0]).toContain('划型标准')
  })
})

describe('an export that cannot be', () => {
  it.each([
    ['months the wrong way round', { ...november, format: 'csv', to: '2026-01' }, '/to'],
    ['a month that is none', { ...november, format: 'csv', from: '2026-13' }, '/from'],
    ['more years than a file should hold', { ...november, format: 'csv', from: '2020-01' }, '/to'],
    ['a format that nobody writes', { ...november, format: 'pdf' }, '/format'],
  ])('is refused with the field and the rule: %s', async (_, request, pointer) => {
    const { status, body } = await opened.ask('manager', 'POST', '/exports', request)
    expect([status, (body.errors as { pointer: string }[])[0]?.pointer]).toEqual([400, pointer])
  })
})
