import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeletionAnswer } from '../../core/api/firm-data.ts'
import { wholeChain, wholeStream } from '../support/chain.ts'
import { asText, everyRow } from '../support/every-row.ts'
import { financing } from '../support/financing.ts'
import { openTestOffice } from '../support/office.ts'
import { today } from '../support/today.ts'

const firm = { uscc: '91511099MA6100033A', name: '内江清流众合汽车零部件有限公司' }
const contact = { name: '司马标记', phone: '13987654321' }
const marks = ['司马标记', '13987654321', '标记子', '标记丑']

let opened: Awaited<ReturnType<typeof openTestOffice>>
let banks: ReturnType<typeof financing>
let over: string
let open: string
let loan: string
beforeAll(async () => {
  opened = await openTestOffice()
  banks = financing(opened)
  await opened.ask('official-1', 'POST', '/firms', { ...firm, contact })
  over = await banks.issueAt('assigned', 'own', { firm, contact, content: '标记子：门前积水。' })
  await banks.done('official-1', over, 'withdrawIssue', { text: '标记丑：已自行解决。' })
  open = await banks.issueAt('handling', 'own', { firm, contact: { name: '夏侯记' } })
  loan = (await banks.invited(['tiancheng'], 'finance-1', { firm, contact })).id
  await banks.done('official-1', loan, 'withdrawIssue', { text: '标记丑：不贷了。' })
})
afterAll(() => opened.close())

const ask = (path: string, body: unknown, headers = {}) =>
  opened.ask('dispatcher', 'POST', `/firms/${firm.uscc}/${path}`, body, headers)
const held = async (words: readonly string[]) =>
  (await everyRow(opened.office.engineEndpoint)).flatMap((row) => {
    const text = asText(row)
    return words.some((word) => text.includes(word)) ? [`${row.pk} ${row.sk}`] : []
  })
const copy = async () => {
  const response = await fetch(`${opened.office.origin}/api/v1/firms/${firm.uscc}/data-access`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await opened.office.token('dispatcher')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ identified: 'sealedLetter' }),
  })
  expect([response.status, response.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringContaining('attachment'),
  ])
  return JSON.parse(await response.text())
}

describe('a firm that asks what is held about it', () => {
  it('gets a file of all of it: its record, its people, its issues with every word, and what banks were shown', async () => {
    const file = await copy()
    expect(file.firm).toMatchObject({ name: firm.name, contact })
    const byId = new Map(file.issues.map((one: { issue: { id: string } }) => [one.issue.id, one]))
    expect([...byId.keys()].sort()).toEqual([loan, open, over].sort())
    expect(byId.get(over)).toMatchObject({ issue: { contact, content: '标记子：门前积水。' } })
    expect(byId.get(loan)).toMatchObject({
      issue: { financing: { consents: [{ bank: 'tiancheng', signatory: '赵启明' }] } },
    })
    expect(JSON.stringify(byId.get(over))).toContain('标记丑')
  })

  it('that the file was given out, and how the firm was known, is on record', async () => {
    await opened.office.container.audit.settled()
    const day = today()
    const { body } = await opened.ask('auditor', 'GET', `/audit?limit=200&day=${day}`)
    expect(body.items).toContainEqual(
      expect.objectContaining({
        type: 'Exported',
        what: 'firmData',
        about: firm.uscc,
        by: 'dispatcher',
        more: { identified: 'sealedLetter' },
      }),
    )
  })
})

describe('a firm that asks for deletion', () => {
  let told: DeletionAnswer
  beforeAll(async () => {
    const reply = await ask('data-deletion', { identified: 'inPerson' }, { 'idempotency-key': 'firm-asks' })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    told = reply.body as unknown as DeletionAnswer
  })

  it('is told what went', () => {
    expect(told).toMatchObject({ contacts: true, goesOn: false })
    expect(told.erased).toHaveLength(2)
    expect(told.erased).toContainEqual({
      issue: over,
      kinds: ['contact', 'words', 'files', 'signatories'],
    })
    expect(told.erased).toContainEqual({ issue: loan, kinds: ['contact', 'words', 'files'] })
  })

  it('is told what stays, by which law and until when', () => {
    const kept = new Map(told.kept.map((one) => [one.what, one]))
    expect(kept.get('goingOn')).toMatchObject({
      law: expect.stringContaining('第四十七条'),
      issues: [{ issue: open }],
    })
    expect(kept.get('consents')).toMatchObject({
      law: expect.stringContaining('网络数据安全管理条例'),
      issues: [{ issue: loan, until: expect.stringMatching(/^20(29|30|31)-/) }],
    })
    expect([...kept.keys()]).toEqual(['goingOn', 'consents', 'visits', 'record', 'audit', 'firmFacts'])
  })

  it('no row of the whole table holds its people, their numbers or their words any more', async () => {
    expect(await held(marks)).toEqual([])
  })

  it('what is going on keeps its contact, and the law its signatory', async () => {
    expect((await held(['夏侯记'])).length).toBeGreaterThan(0)
    const { issue } = (await opened.office.container.issues.load(loan)) ?? {}
    expect(issue?.financing?.consents?.[0]?.signatory).toBe('赵启明')
  })

  it('pages say that the firm asked for it, and the histories are whole', async () => {
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${over}`)
    expect(body.issue).toMatchObject({ content: '（已按企业申请删除）' })
    for (const id of [over, loan, open]) await wholeChain(opened.office.plainTable, id)
    const events = await wholeStream(opened.office.plainTable, `FIRM#${firm.uscc}`)
    expect(events.at(-1)?.fact).toEqual({
      type: 'PersonalDataErased',
      request: told.request,
      identified: 'inPerson',
    })
  })

  it('is told the same again under the same key', async () => {
    const again = await ask('data-deletion', { identified: 'inPerson' }, { 'idempotency-key': 'firm-asks' })
    expect(again.body).toEqual(told)
  })

  it('what was cut off is followed up by the clock', async () => {
    await banks.done('official-1', open, 'withdrawIssue', { text: '标记丑：撤回。' })
    const reply = await ask('data-deletion', { identified: 'callBack' })
    expect(reply.body.erased).toContainEqual(expect.objectContaining({ issue: open }))
    await opened.office.functions.keepRetention.scheduled()
    expect(await held([...marks, '夏侯记', 'PASSING#deletion', 'PASSING#erasure'])).toEqual([])
  })
})

it('a firm that nobody knows is refused', async () => {
  const reply = await opened.ask('dispatcher', 'POST', '/firms/91350211M000100Y43/data-deletion', {
    identified: 'callBack',
  })
  expect([reply.status, reply.body.code]).toEqual([404, 'unknownFirm'])
})
