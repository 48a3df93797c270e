import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReturnAnswer } from '../../core/api/others.ts'
import { until } from '../support/office.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'

/** The financing issues of the sample ledger, in hand at their department, taken out as a workbook. */
const handler = 'finance-1'
let opened: QuietOffice
let taken: Buffer
const api = () => `${opened.office.origin}/api/v1`
const bearer = async (user: string) => ({ authorization: `Bearer ${await opened.office.token(user)}` })

const post = async (user: string, path: string, bytes: Uint8Array) => {
  const answer = await fetch(`${api()}${path}`, {
    method: 'POST',
    headers: await bearer(user),
    body: new Uint8Array(bytes),
  })
  return { status: answer.status, body: (await answer.json()) as ReturnAnswer & { code?: string } }
}

const takeOut = async (): Promise<Buffer> => {
  const request = { kind: 'ledger', format: 'xlsx', from: '2026-11', to: '2026-11' }
  const { body } = await opened.ask(handler, 'POST', '/exports', request)
  await until(
    async () => (await opened.ask(handler, 'GET', `/exports/${body.id}`)).body.state === 'done',
    'the ledger is written',
  )
  const file = await fetch(`${api()}/exports/${body.id}/file`, { headers: await bearer(handler) })
  return Buffer.from(await file.arrayBuffer())
}

beforeAll(async () => {
  opened = await openQuietOffice()
  const sample = readFileSync(new URL('../../samples/forum-ledger.xlsx', import.meta.url))
  await post('dispatcher', '/imports?acceptWarnings=true', sample)
  await opened.settled()
  const { body } = await opened.ask(handler, 'GET', '/issues?queue=unit&limit=100')
  const items = (body.items as { id: string }[]).map(({ id }) => ({
    id,
    command: 'acceptAssignment',
    input: {},
  }))
  await opened.ask(handler, 'POST', '/commands', { items: items.slice(0, 50) })
  await opened.settled()
  taken = await takeOut()
})
afterAll(() => opened.close())

type Edit = (row: { set: (heading: string, value: string) => void; id: string }, index: number) => void

/** The workbook as somebody fills it in with another program: rows by their place, from 0. */
const filledIn = async (file: Buffer, edit: Edit): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  const heads = (sheet.getRow(1).values as string[]).slice(1)
  const at = (heading: string) => heads.indexOf(heading) + 1
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const set = (heading: string, value: string) => {
      row.getCell(at(heading)).value = value
    }
    edit({ set, id: String(row.getCell(at('诉求编号')).value) }, number - 2)
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const stageOf = async (id: string) =>
  ((await opened.ask('dispatcher', 'GET', `/issues/${id}`)).body.issue as { stage: string }).stage

/** Twenty rows: ten answers, five of them with the day of the next; five days alone; five that are done. */
const twenty: Edit = ({ set }, index) => {
  if (index < 10) set('办理情况', `已对接银行第${index}家，正在补充材料。`)
  if (index >= 5 && index < 15) set('下次答复', '2026-12-08')
  if (index >= 10 && index < 15) set('办理情况', '银行尽调中。')
  if (index >= 15 && index < 20) {
    set('办理情况', '已解释政策，企业认可。')
    set('是否办结', '已解释说明')
  }
}

describe('a ledger that was taken out and comes back', () => {
  it('asks for nothing where nobody edited it', async () => {
    const { body } = await post(handler, '/ledger-returns?dryRun=true', taken)
    expect(body.counts).toMatchObject({ command: 0, stale: 0, error: 0 })
    expect(body.counts.unchanged).toBe(body.rows.length)
    expect(body.rows.length).toBeGreaterThan(30)
  })

  it('with twenty rows edited finds just those commands, gives them once, and none twice', async () => {
    const file = await filledIn(taken, twenty)
    const before = await opened.settled()
    const dry = await post(handler, '/ledger-returns?dryRun=true', file)
    // Financing issues close with an outcome of every referral or none at all: these have none.
    expect(dry.body.counts).toMatchObject({ command: 20, stale: 0, error: 0 })
    expect(
      dry.body.rows.slice(0, 20).map(({ command, input }) => [command, Object.keys(input ?? {}).sort()]),
    ).toEqual([
      ...Array(5).fill(['recordReply', ['text']]),
      ...Array(10).fill(['recordReply', ['nextReplyOn', 'text']]),
      ...Array(5).fill(['proposeClosure', ['closure', 'text']]),
    ])
    expect(await opened.settled(), 'a dry run writes nothing').toBe(before)

    const done = await post(handler, '/ledger-returns', file)
    expect(done.body.counts).toMatchObject({ done: 20, error: 0 })
    expect(await stageOf(done.body.rows[16]?.id ?? '')).toBe('confirming')
    const again = await post(handler, '/ledger-returns', file)
    expect(again.body.counts.done).toBe(0)
  })

  it('marks as stale what has changed meanwhile, and leaves it', async () => {
    const fresh = await takeOut()
    const rows = (await post(handler, '/ledger-returns?dryRun=true', fresh)).body.rows
    const id = rows.find((row) => row.status === 'unchanged')?.id ?? ''
    await opened.command(handler, id, 'addNote', { text: '内部情况。' })
    const file = await filledIn(fresh, (row) => row.id === id && row.set('办理情况', '迟到的一句。'))
    const { body } = await post(handler, '/ledger-returns', file)
    expect(body.rows.find((row) => row.id === id)).toMatchObject({ status: 'stale', command: 'recordReply' })
    expect(body.counts.done).toBe(0)
  })

  it('says of each bad cell what to write instead', async () => {
    const fresh = await takeOut()
    const wrong: Record<number, [string, string]> = {
      25: ['下次答复', '下个月'],
      26: ['是否办结', '看情况吧'],
      27: ['版本', '新'],
      28: ['下次答复', '2026-01-05'],
    }
    const file = await filledIn(fresh, ({ set }, index) => {
      const cell = wrong[index]
      if (cell) set(...cell)
      if (index === 28) set('办理情况', '说好上个月答复。')
    })
    const { body } = await post(handler, '/ledger-returns?dryRun=true', file)
    const messages = [25, 26, 27, 28].map((at) => body.rows[at]?.message)
    expect(body.counts.error).toBe(4)
    expect(messages[0]).toContain('2026-12-01')
    expect(messages[1]).toContain('办结类型')
    expect(messages[2]).toContain('版本')
    expect(messages[3]).toBeTruthy()
  })

  it('gives nobody more rights: another department’s rows are refused', async () => {
    const file = await filledIn(taken, ({ set }, index) => index === 30 && set('办理情况', '别家的事。'))
    const { body } = await post('talent-1', '/ledger-returns?dryRun=true', file)
    expect(body.counts.command).toBe(0)
    expect(body.counts.error).toBe(body.rows.length)
  })

  it('is told apart from one that never came from here', async () => {
    const sample = readFileSync(new URL('../../samples/forum-ledger.xlsx', import.meta.url))
    const { status, body } = await post(handler, '/ledger-returns?dryRun=true', sample)
    expect([status, body.code]).toEqual([400, 'notAReturnedLedger'])
  })
})
