import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FrozenReport } from '../../core/reports/report.ts'
import { keys } from '../../functions/store/keys.ts'
import { brokenChains } from '../support/chain.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { aFirm, stories } from '../support/stories.ts'

let opened: QuietOffice
let tell: ReturnType<typeof stories>
const api = () => `${opened.office.origin}/api/v1`
beforeAll(async () => {
  opened = await openQuietOffice()
  tell = stories(opened)
})
afterAll(() => opened.close())

/** One file of a zip, found by its local header and read by the sizes in the central directory. */
const entryOf = (zip: Buffer, wanted: string): string => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [packed, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString()
    const header = zip.readUInt32LE(at + 42)
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    const bytes = zip.subarray(start, start + packed)
    if (name === wanted) return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString()
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`no ${wanted} in the document`)
}

const paper = async (user: string, path: string) => {
  const headers = { authorization: `Bearer ${await opened.office.token(user)}` }
  const answer = await fetch(`${api()}${path}`, { headers })
  if (answer.status !== 200)
    return { status: answer.status, code: ((await answer.json()) as { code: string }).code }
  const document = entryOf(Buffer.from(await answer.arrayBuffer()), 'word/document.xml')
  // Runs of a paragraph are one text; paragraphs are lines.
  const text = document
    .split('</w:p>')
    .map((one) => [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]).join(''))
    .join('\n')
  return {
    status: 200,
    text,
    document,
    name: decodeURIComponent(answer.headers.get('content-disposition') ?? ''),
  }
}

const contact = { name: '王小明', phone: '13812345678' }

describe('the papers of an issue', () => {
  it('are an assignment sheet on A4 with the department and its due times', async () => {
    const id = await tell.issueAt('assigned', 'own', { contact })
    const sheet = await paper('dispatcher', `/issues/${id}/papers/assignment`)
    expect(sheet.name).toContain(`企业诉求交办单-${id}.docx`)
    expect(sheet.document).toContain('w:w="11905" w:h="16837"')
    for (const word of ['企业诉求交办单', '责任部门', '办结期限', '王小明 13812345678'])
      expect(sheet.text).toContain(word)
  })

  it('are refused with what to do where nobody has been given the issue yet', async () => {
    const id = await tell.issueAt('assigned')
    await opened.command('parks-1', id, 'returnAssignment', { reason: 'notOurs', text: '不属于本部门。' })
    const sheet = await paper('dispatcher', `/issues/${id}/papers/assignment`)
    expect([sheet.status, sheet.code]).toEqual([409, 'notAssigned'])
  })

  it('are a file that keeps what the department says, what the firm says and what was seen apart', async () => {
    const id = await tell.issueAt('closed', 'own', { contact })
    const file = await paper('dispatcher', `/issues/${id}/papers/case`)
    for (const word of ['部门办结', '企业确认', '结果核验', '未核验', '登记诉求', '签收']) {
      expect(file.text).toContain(word)
    }
  })

  it('say of each step what was done and who did it, by name', async () => {
    const id = await tell.issueAt('confirming', 'own', { contact })
    const { body } = await opened.ask('dispatcher', 'POST', `/issues/${id}/link`)
    const byLink = { 'x-track-code': String(body.code) }
    await opened.ask(undefined, 'POST', '/track/confirmation', { result: 'solved' }, byLink)
    const file = await paper('dispatcher', `/issues/${id}/papers/case`)
    const rows = [...(file.document ?? '').matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]),
    )
    const step = (name: string) => rows.find((cells) => cells[1] === name)
    expect(step('企业确认')?.slice(2)).toEqual(['企业', expect.stringContaining('已解决')])
    expect(step('交办')?.[2]).toBe('系统')
    expect(step('交办')?.[3]).toContain('园区建设服务局')
    expect(file.text).not.toContain('firm:')
  })

  it('show a manager no full number and nobody the papers of a stranger', async () => {
    const id = await tell.issueAt('handling', 'own', { contact })
    const seen = await paper('manager', `/issues/${id}/papers/case`)
    expect(seen.text).toContain('138****5678')
    expect(seen.text).not.toContain('13812345678')
    expect((await paper('talent-1', `/issues/${id}/papers/case`)).code).toBe('notYourUnit')
  })

  it('are an authorisation for one named bank, and on its own sheet the contact’s consent', async () => {
    const id = await tell.issueAt('handling', 'own', { contact })
    expect((await paper('dispatcher', `/issues/${id}/papers/authorisation`)).code).toBe('bankMissing')
    const { body } = await opened.ask('dispatcher', 'GET', '/directory')
    const [bank] = body.banks as { id: string; name: string }[]
    const form = await paper('dispatcher', `/issues/${id}/papers/authorisation?bank=${bank?.id}`)
    expect(form.text).toContain(bank?.name)
    expect(form.text).toContain('联系人单独同意书')
    expect(form.document).toContain('w:pageBreakBefore')
  })
})

describe('the note of a visit', () => {
  it('says who was visited, what was heard, and where there was nothing, just that', async () => {
    const visit = { kind: 'visit', on: '2026-11-20', firms: [aFirm], line: '生产正常，订单饱满。' }
    const quiet = await opened.ask('official-1', 'POST', '/visits', { ...visit, noIssues: true })
    const note = await paper('official-1', `/visits/${quiet.body.id}/papers/note`)
    for (const word of ['企业走访记录', '2026年11月20日', '生产正常', '本次无诉求'])
      expect(note.text).toContain(word)
    const heard = await opened.ask('official-1', 'POST', '/visits', { ...visit, issues: [tell.request()] })
    const [logged] = heard.body.issues as { answer: { id: string } }[]
    const other = await paper('official-1', `/visits/${heard.body.id}/papers/note`)
    expect(other.text).toContain(logged?.answer.id)
  })
})

describe('a report', () => {
  const november = { period: { kind: 'month', month: '2026-11' } }
  const issue = async (body: object = november) => {
    await opened.settled()
    const answer = await opened.ask('manager', 'POST', '/reports', body)
    expect(answer.status).toBe(201)
    return answer.body as unknown as FrozenReport
  }
  const figure = (report: FrozenReport, name: string) =>
    report.figures.find((one) => one.name === name && one.basis === 'cohort')
  const foundByVerifier = async () => (await brokenChains(opened.office)).findings

  it('that was issued says what it said, and a recount names what a reopening has changed', async () => {
    const id = await tell.issueAt('closed')
    const report = await issue()
    expect(figure(report, 'closed')?.numerator).toContain(id)
    await opened.command('manager', id, 'reopenIssue', { text: '企业来电，问题重现。' })
    await opened.settled()
    const again = await opened.ask('auditor', 'GET', `/reports/${report.id}`)
    expect(again.body).toEqual(report)
    const { body } = await opened.ask('auditor', 'GET', `/reports/${report.id}/recount`)
    expect(body.intact).toBe(true)
    const changes = body.changes as { name: string; numerator: { removed: string[] } }[]
    expect(changes.find((one) => one.name === 'closed')?.numerator.removed).toEqual([id])
  })

  it('with nothing changed since has no differences', async () => {
    const report = await issue()
    const { body } = await opened.ask('manager', 'GET', `/reports/${report.id}/recount`)
    expect(body.changes).toEqual([])
  })

  it('does not look to the verifier of the audit as if somebody had changed it', async () => {
    await issue()
    expect(await foundByVerifier()).toEqual([])
  })

  it('of an earlier version, which kept its own hash in its head, does not either, unless somebody has', async () => {
    const report = await issue()
    const { plainTable } = opened.office
    const at = keys.reportHead(report.id)
    await plainTable.transact([
      { put: { ...(await plainTable.get(at)), ...at, hash: report.hash, contentHash: undefined } },
    ])
    expect(await foundByVerifier()).toEqual([])
    const of = keys.event(at.pk, 1)
    const event = (await plainTable.get(of)) ?? of
    const fact = { ...(event as { fact?: object }).fact, contentHash: 'another' }
    await plainTable.transact([{ put: { ...event, fact } }])
    expect(await foundByVerifier()).toEqual([expect.objectContaining({ code: 'changed' })])
    await plainTable.transact([{ put: event }])
  })

  it('that somebody changes in the table is no longer what was issued, and says so', async () => {
    const report = await issue()
    const { gzipSync } = await import('node:zlib')
    const forged = { ...report, figures: report.figures.map((one) => ({ ...one, text: '100.0%' })) }
    const bytes = gzipSync(JSON.stringify(forged))
    await opened.office.plainTable.transact([{ put: { ...keys.file(`${report.id}-REPORT`, 0), bytes } }])
    const { body } = await opened.ask('auditor', 'GET', `/reports/${report.id}/recount`)
    expect(body.intact).toBe(false)
  })

  it('stands on paper with its basis, what each figure stands on and what was left out', async () => {
    const report = await issue({ period: { kind: 'week', from: '2026-11-23' } })
    const sheet = await paper('manager', `/reports/${report.id}/paper`)
    for (const word of ['周报', '登记口径', '不计入', '分子/分母', report.hash])
      expect(sheet.text).toContain(word)
    const listed = await opened.ask('manager', 'GET', '/reports?year=2026')
    expect((listed.body.items as { id: string }[]).map(({ id }) => id)).toContain(report.id)
  })

  it.each([
    ['a month that is none', { kind: 'month', month: '2026-13' }, 'badInput'],
    ['a week that begins on a Tuesday', { kind: 'week', from: '2026-11-24' }, 'badInput'],
    ['a week that begins on no day', { kind: 'week', from: '' }, 'badInput'],
    [
      'a week that begins on a day that the calendar has not',
      { kind: 'week', from: '2026-02-30' },
      'badInput',
    ],
    ['the last week of which a day can be written', { kind: 'week', from: '9999-12-27' }, 'periodNotBegun'],
    ['a month that has not begun', { kind: 'month', month: '2027-02' }, 'periodNotBegun'],
  ])('of %s is refused', async (_, period, code) => {
    expect((await opened.ask('manager', 'POST', '/reports', { period })).body.code).toBe(code)
  })
})

describe('a random sample', () => {
  it('is one document with the file of each issue, and the same again by its seed', async () => {
    for (let n = 0; n < 3; n++) await tell.logged()
    await opened.settled()
    const draw = () => paper('auditor', '/indicators/sample/paper?month=2026-11&n=2&seed=spot-1')
    const [first, second] = [await draw(), await draw()]
    expect(first.text?.match(/一件一档　\d{8}-/g)).toHaveLength(2)
    expect(second.text).toBe(first.text)
  })
})
