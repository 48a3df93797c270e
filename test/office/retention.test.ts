import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replay } from '../../core/issue/evolve.ts'
import { verifyAudit } from '../../functions/lib/audit/verify.ts'
import { readFile, storeUpload } from '../../functions/lib/files.ts'
import { keyName, publicKeyFile, readPublicKey } from '../../local/audit/seal-key.ts'
import { wholeChain, wholeStream } from '../support/chain.ts'
import { asText, everyRow } from '../support/every-row.ts'
import { financing } from '../support/financing.ts'
import { until } from '../support/office.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { issuesInJournal, recounted, stored } from '../support/recount.ts'
import { aFirm } from '../support/stories.ts'
import { scratchFolder } from '../support/table.ts'

/** Written as nothing else in the office is, so that any row that still holds one shows. */
const marked = {
  contact: { name: '欧阳标记', phone: '13987651234' },
  content: '厂区标记甲路灯不亮已半月，值班电话请打门卫。',
  words: '标记乙：已与门卫核对。',
  cited: '标记丙号内部文件',
  file: '标记丁.pdf',
  bytes: '%PDF-1.7 标记戊：附件里的内容',
  title: '标记己专题恳谈会',
  number: '标记庚0001',
  details: '标记辛：备货订单',
}
const signatory = '赵启明'
const wholeDetails = '备货甜城启明二期订单'
const marks = [
  '欧阳标记',
  '13987651234',
  '标记甲',
  '标记乙',
  '标记丙',
  '标记丁',
  '标记戊',
  '标记己',
  '标记庚',
  '标记午',
  '标记未',
]

const data = scratchFolder()
let opened: QuietOffice
let banks: ReturnType<typeof financing>
let id: string
let loan: string
let fileId: string
let visitId: string
let before: Awaited<ReturnType<typeof stored>>
const day = 86_400_000

const rows = () => everyRow(opened.office.engineEndpoint)
const holding = async (words: readonly string[]) =>
  (await rows()).flatMap((row) => {
    const text = asText(row)
    return words.filter((word) => text.includes(word)).map((word) => `${row.pk} ${row.sk}: ${word}`)
  })
const keep = () => opened.office.functions.keepRetention.scheduled()
const view = async (by: string, path: string) => (await opened.ask(by, 'GET', path)).body

const months = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04']
const counts = () => stored(opened.office.plainTable, months)

beforeAll(async () => {
  opened = await openQuietOffice({ dataDir: data.folder })
  banks = financing(opened)
  const rule = {
    id: 'office',
    validFrom: '2026-11-23',
    source: '测试办法',
    archiveMonths: 1,
    eraseMonths: 6,
    consentMonths: 36,
    exportDays: 10,
  }
  const added = await opened.ask('dispatcher', 'POST', '/reference/retention', rule)
  expect(added.status, JSON.stringify(added.body)).toBeLessThan(300)
  const visit = await opened.ask('official-1', 'POST', '/visits', {
    kind: 'visit',
    title: '标记午走访',
    on: '2026-11-23',
    firms: [aFirm],
    line: '标记未：厂长要求尽快。',
    noIssues: true,
  })
  expect(visit.status, JSON.stringify(visit.body)).toBe(201)
  visitId = String(visit.body.id)
  const source = {
    kind: 'hotline',
    title: marked.title,
    outside: { name: '12345热线', number: marked.number },
  }
  id = await banks.issueAt('handling', 'own', { contact: marked.contact, content: marked.content, source })
  await banks.done('parks-1', id, 'addNote', { text: marked.words })
  const body = {
    name: marked.file,
    type: 'application/pdf',
    firmSees: false,
    base64: Buffer.from(marked.bytes).toString('base64'),
  }
  const uploaded = await opened.ask('parks-1', 'POST', `/issues/${id}/files`, body)
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201)
  await banks.done('parks-1', id, 'proposeClosure', {
    closure: 'solved',
    text: marked.words,
    citedElse: marked.cited,
  })
  await banks.done('official-1', id, 'confirmClosure', { result: 'solved', via: 'call' })
  fileId = (await opened.office.container.issues.load(id))?.issue.files?.[0]?.id ?? ''
  loan = (
    await banks.invited(['tiancheng'], 'finance-1', { contact: { name: '钱标记', phone: '13787651234' } })
  ).id
  await banks.done('official-1', loan, 'withdrawIssue', { text: '标记壬：不需要了。' })
  await opened.settled()
})
afterAll(async () => {
  await opened.close()
  data.remove()
})

it('what people wrote stands apart from the facts that the chain holds', async () => {
  const events = (await rows()).filter((row) => row.sk.startsWith('EVENT#')).map(asText)
  for (const mark of [...marks, '钱标记', '13787651234', '标记壬', signatory]) {
    expect(
      events.filter((text) => text.includes(mark)),
      mark,
    ).toEqual([])
  }
})

it('nothing goes before its time', async () => {
  expect(await keep()).toMatchObject({ archived: 0, erased: 0, failed: 0 })
  const found = (await holding(marks)).map((line) => line.split(': ').at(-1))
  expect(new Set(found)).toEqual(new Set(marks))
  expect((await view('dispatcher', `/issues/${id}`)).issue).toMatchObject({ content: marked.content })
})

it('what an upload that was cut off has left is gone after a day, and no file that an issue names', async () => {
  const { container, plainTable } = opened.office
  await storeUpload(container, id, 'cut-off', Buffer.from('标记巳'))
  expect(await keep()).toMatchObject({ uploads: 0 })
  await opened.clock.advance(25 * 3600_000)
  expect(await keep()).toMatchObject({ uploads: 1, failed: 0 })
  expect(await readFile(plainTable, 'cut-off')).toBeUndefined()
  expect(await readFile(plainTable, fileId)).toBeDefined()
})

it('the file of an export can be fetched for as long as the rule says, and then not', async () => {
  const asked = await opened.ask('manager', 'POST', '/exports', {
    kind: 'ledger',
    format: 'csv',
    from: '2026-11',
    to: '2026-11',
  })
  await opened.settled()
  const path = `/exports/${String(asked.body.id)}`
  await until(async () => (await view('manager', path)).state === 'done', 'the export is finished')
  await opened.clock.advance(9 * day)
  expect(await keep()).toMatchObject({ exports: 0 })
  expect((await opened.ask('manager', 'GET', `${path}/file?piece=0`)).status).toBe(200)
  await opened.clock.advance(2 * day)
  expect(await keep()).toMatchObject({ exports: 1 })
  const gone = await opened.ask('manager', 'GET', `${path}/file?piece=0`)
  expect([gone.status, gone.body.code]).toEqual([410, 'exportExpired'])
})

describe('a month after its end', () => {
  it('an issue is in the archive: it is read, names are masked to all, and nothing is added', async () => {
    await opened.clock.advance(62 * day)
    await opened.clock.advance(33 * day)
    expect(await keep()).toMatchObject({ failed: 0 })
    expect((await view('dispatcher', `/issues/${id}`)).issue).toMatchObject({
      recordArchived: { rule: 'office@2026-11-23' },
      contact: { name: '欧*', phone: '139****1234' },
    })
    const refused = await opened.command('parks-1', id, 'addNote', { text: '补记' })
    expect([refused.status, refused.body.code]).toEqual([409, 'inTheArchive'])
  })
})

describe('six months after its end', () => {
  beforeAll(async () => {
    await opened.clock.advance(160 * day)
    await opened.settled()
    before = await counts()
    expect(await keep()).toMatchObject({ failed: 0 })
    await opened.settled()
  })

  it('no row of the whole table holds a name, a number, a text or a file of it', async () => {
    expect(await holding(marks)).toEqual([])
    expect(await holding(['钱标记', '13787651234', '标记壬', wholeDetails])).toEqual([])
  })

  it('what the law keeps stays: who signed a consent, and what the bank was shown', async () => {
    const { issue } = (await opened.office.container.issues.load(loan)) ?? {}
    expect(issue?.financing?.consents?.[0]).toMatchObject({ bank: 'tiancheng', signatory })
  })

  it('its history is whole, and says what was erased by which rule', async () => {
    for (const one of [id, loan]) {
      const events = await wholeChain(opened.office.plainTable, one)
      expect(events.at(-1)?.fact).toMatchObject({ type: 'PersonalDataErased', rule: 'office@2026-11-23' })
    }
  })

  it('the history read again makes the issue what it is', async () => {
    const { issue } = (await opened.office.container.issues.load(id)) ?? {}
    expect(replay(await opened.office.container.issues.history(id))).toEqual(issue)
  })

  it('a visit keeps its day, its firms and its counts, and loses what was written of it', async () => {
    const { visit } = await view('official-1', `/visits/${visitId}`)
    expect(visit).toMatchObject({ id: visitId, on: '2026-11-23', noIssues: true })
    expect(visit).not.toHaveProperty('line')
    const events = await wholeStream(opened.office.plainTable, `VISIT#${visitId}`)
    expect(events.map(({ fact }) => fact.type)).toEqual(['VisitRecorded', 'PersonalDataErased'])
  })

  it('the counts are what they were, and what a recount finds', async () => {
    const { plainTable, container } = opened.office
    expect(await counts()).toEqual(before)
    const ids = await issuesInJournal(plainTable, '2026-11-22T00:00:00Z', container.now())
    const again = await recounted(plainTable, ids)
    for (const [place, figures] of Object.entries(before)) expect(again[place], place).toEqual(figures)
  })

  it('pages, papers and the file say that it was deleted when its time was over', async () => {
    const { issue } = await view('dispatcher', `/issues/${id}`)
    expect(issue).toMatchObject({
      content: '（已按期限删除）',
      files: [{ name: '（已按期限删除）', erased: true }],
    })
    const { items } = await view('dispatcher', `/issues/${id}/events`)
    expect(items).toContainEqual(
      expect.objectContaining({ type: 'NoteAdded', words: { text: '（已按期限删除）' } }),
    )
    const file = await opened.ask('dispatcher', 'GET', `/issues/${id}/files/${fileId}`)
    expect([file.status, file.body.code]).toEqual([410, 'erasedFile'])
  })

  it('the sealed days and the audit are whole', async () => {
    const { container, plainTable, functions } = opened.office
    await container.audit.settled()
    await functions.sealDays.scheduled()
    const key = readPublicKey(publicKeyFile(data.folder))
    const keys = new Map([[keyName(key), key]])
    const verified = await verifyAudit({ table: plainTable, now: container.now(), keys })
    expect(verified.findings).toEqual([])
  })

  it('another run finds nothing to do', async () => {
    expect(await keep()).toMatchObject({ archived: 0, erased: 0, cleared: 0, uploads: 0, failed: 0 })
  })
})

it('three years after its last use a consent no longer says who signed it', async () => {
  await opened.clock.advance(5 * 366 * day)
  await keep()
  expect(await holding([signatory])).toEqual([])
  await wholeChain(opened.office.plainTable, loan)
})
