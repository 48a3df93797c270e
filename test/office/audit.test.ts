import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditLine } from '../../core/api/audit.ts'
import { localDate } from '../../core/zone-time.ts'
import { findingWords } from '../../functions/lib/audit/findings.ts'
import { verifyAudit } from '../../functions/lib/audit/verify.ts'
import { keyName, publicKeyFile, readPublicKey } from '../../local/audit/seal-key.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'
import { scratchFolder } from '../support/table.ts'

let opened: QuietOffice
let tell: ReturnType<typeof stories>
let id: string
const data = scratchFolder()
beforeAll(async () => {
  opened = await openQuietOffice({ dataDir: data.folder })
  tell = stories(opened)
  id = await tell.issueAt('handling')
})
afterAll(async () => {
  await opened.close()
  data.remove()
})

const today = () => localDate(opened.office.container.now())

const trail = async (): Promise<AuditLine[]> => {
  await opened.office.container.audit.settled()
  const lines: AuditLine[] = []
  let cursor = ''
  do {
    const { status, body } = await opened.ask('auditor', 'GET', `/audit?day=${today()}&limit=40${cursor}`)
    expect(status).toBe(200)
    lines.push(...(body.items as AuditLine[]))
    cursor = body.cursor ? `&cursor=${body.cursor}` : ''
  } while (cursor)
  return lines
}

const fileOf = async (format: 'csv' | 'ndjson') => {
  const address = `${opened.office.origin}/api/v1/audit/file?day=${today()}&format=${format}`
  const headers = { authorization: `Bearer ${await opened.office.token('auditor')}` }
  const response = await fetch(address, { headers })
  expect(response.status).toBe(200)
  return response.text()
}

const verify = async () => {
  const key = readPublicKey(publicKeyFile(data.folder))
  const { container, plainTable } = opened.office
  const report = await verifyAudit({
    table: plainTable,
    now: container.now(),
    keys: new Map([[keyName(key), key]]),
  })
  return { ...report, said: report.findings.map(findingWords) }
}

it('the auditor reads who gave which command, in which role, by which request', async () => {
  await opened.command('parks-1', id, 'addNote', { text: '已电话联系吴佳宁' })
  const line = (await trail()).findLast(({ type }) => type === 'NoteAdded')
  expect(line).toMatchObject({
    by: 'parks-1',
    role: 'handler',
    about: `ISSUE ${id}`,
    request: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(JSON.stringify(line)).not.toContain('吴佳宁')
})

it('the auditor reads who was refused what, for which reason', async () => {
  await opened.ask('admin', 'GET', `/issues/${id}`)
  await opened.command('talent-1', id, 'proposeClosure', { closure: 'solved', text: '好' })
  const items = [{ id, command: 'acceptAssignment' }]
  await opened.ask('parks-1', 'POST', '/commands', { items })
  const refused = (await trail()).filter(({ type }) => type === 'Refused')
  expect(refused).toEqual([
    expect.objectContaining({
      by: 'admin',
      role: 'admin',
      what: 'getIssue',
      result: 'notAllowed',
      about: id,
    }),
    expect.objectContaining({ by: 'talent-1', what: 'proposeClosure', result: 'notYourUnit', about: id }),
    expect.objectContaining({ by: 'parks-1', what: 'acceptAssignment', result: 'wrongStage', about: id }),
  ])
})

it('what stands in an address and is no id is not kept', async () => {
  await opened.ask('parks-1', 'GET', '/issues/13912345678')
  await opened.ask('parks-1', 'POST', `/issues/${id}/commands/13912345678`, {})
  expect(JSON.stringify(await trail())).not.toContain('13912345678')
})

it('who reads the trail is on it, and who takes it out as well', async () => {
  const lines = (await fileOf('ndjson'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toMatchObject({ exportedBy: 'auditor', day: today() })
  const mine = (await trail()).filter(({ by }) => by === 'auditor')
  expect(mine.map(({ type }) => type)).toEqual(expect.arrayContaining(['AuditRead', 'Exported']))
  expect(mine.find(({ type }) => type === 'Exported')?.more).toEqual({ rows: expect.any(Number) })
})

it('the file has every line of the day, and says who took it out', async () => {
  const known = await trail()
  const text = await fileOf('csv')
  for (const { line } of known) expect(text).toContain(line)
  expect(text.trimEnd().split('\r\n').at(-1)).toMatch(/^导出人 auditor,导出时间 2026-/)
})

it('a cursor of another day is refused', async () => {
  const { body } = await opened.ask('auditor', 'GET', `/audit?day=${today()}&limit=1`)
  const other = await opened.ask('auditor', 'GET', `/audit?day=2026-01-01&cursor=${body.cursor}`)
  expect([other.status, other.body.code]).toEqual([400, 'badInput'])
})

it('every day is sealed, and what is changed behind the back of the program is found and named', async () => {
  const { container, functions, plainTable } = opened.office
  await opened.settled()
  await container.audit.settled()
  await opened.clock.advance(26 * 3600 * 1000)
  expect((await functions.sealDays.scheduled()).sealed).toBeGreaterThan(0)
  const whole = await verify()
  expect(whole.said).toEqual([])
  expect(whole.sealed.to).toBe('2026-11-23')

  const { items } = await plainTable.query({ pk: `ISSUE#${id}`, sk: { beginsWith: 'EVENT#' } })
  const [, event] = items
  if (!event) throw new Error('the issue has no second event')
  await plainTable.transact([{ put: { ...event, by: 'somebody-else' } }])
  expect((await verify()).findings).toEqual([{ code: 'changed', at: `ISSUE#${id} EVENT#000002` }])
  await plainTable.transact([{ put: event }])
  expect((await verify()).said).toEqual([])
})

it('a present state that its history does not come to is found and named, also where words were erased', async () => {
  const { plainTable } = opened.office
  const head = await plainTable.get({ pk: `ISSUE#${id}`, sk: 'HEAD' })
  if (!head) throw new Error('the issue has no head')
  await plainTable.transact([{ put: { ...head, category: 'policy' } }])
  expect((await verify()).findings).toEqual([{ code: 'headDiffers', at: `ISSUE#${id}`, detail: 'category' }])
  const { items } = await plainTable.query({ pk: `ISSUE#${id}`, sk: { beginsWith: 'NOTE#' } })
  const [words] = items
  if (!words) throw new Error('the issue has no words')
  await plainTable.transact([{ remove: { pk: words.pk, sk: words.sk } }])
  expect((await verify()).findings).toMatchObject([{ code: 'headDiffers', detail: 'category' }])
  await plainTable.transact([{ put: head }])
  expect((await verify()).said).toEqual([])
  await plainTable.transact([{ put: words }])
})

it('an event that was removed and the end that was cut off an issue are named', async () => {
  const { plainTable } = opened.office
  const { items } = await plainTable.query({ pk: `ISSUE#${id}`, sk: { beginsWith: 'EVENT#' } })
  for (const [row, code] of [
    [items[1], 'removed'],
    [items.at(-1), 'cut'],
  ] as const) {
    if (!row) throw new Error('the issue has no such event')
    await plainTable.transact([{ remove: { pk: row.pk, sk: row.sk } }])
    expect((await verify()).findings[0]).toMatchObject({ code, at: expect.stringContaining(`ISSUE#${id}`) })
    await plainTable.transact([{ put: row }])
  }
  expect((await verify()).said).toEqual([])
})

it('lines are found by kind, by person and by issue, and the file has the same ones', async () => {
  await opened.ask('admin', 'GET', `/issues/${id}`)
  await opened.office.container.audit.settled()
  const day = today()
  const found = async (only: string) =>
    ((await opened.ask('auditor', 'GET', `/audit?day=${day}&limit=50&${only}`)).body.items ??
      []) as AuditLine[]
  const refused = await found(`type=Refused&by=admin&about=${id}`)
  expect(refused.map(({ type, by, about }) => [type, by, about])).toEqual([['Refused', 'admin', id]])
  expect(await found(`type=Refused&by=auditor&about=${id}`)).toEqual([])
  const address = `${opened.office.origin}/api/v1/audit/file?day=${day}&format=ndjson&type=Refused&by=admin`
  const headers = { authorization: `Bearer ${await opened.office.token('auditor')}` }
  const rows = (await (await fetch(address, { headers })).text()).trimEnd().split('\n').slice(1)
  expect(rows.map((row) => JSON.parse(row).type)).toEqual(rows.map(() => 'Refused'))
  expect(rows.length).toBeGreaterThan(0)
})

it('the auditor sees which days are sealed, and which seal is gone, changed or signed by another', async () => {
  const { container, functions, plainTable } = opened.office
  await opened.clock.advance(2 * 24 * 3600 * 1000)
  await container.audit.settled()
  await functions.sealDays.scheduled()
  const days = async () =>
    ((await opened.ask('auditor', 'GET', '/audit/days?month=2026-11')).body.items ?? []) as {
      day: string
      state: string
      findings: { code: string }[]
    }[]
  const of = async (day: string) => {
    const row = (await days()).find((one) => one.day === day)
    return [row?.state, ...(row?.findings ?? []).map(({ code }) => code)]
  }
  expect(await of('2026-11-23')).toEqual(['sealed'])
  const seal = await plainTable.get({ pk: 'SEAL', sk: '2026-11-24' })
  if (!seal) throw new Error('the day has no seal')
  for (const [changed, said] of [
    [{ ...seal, streams: 99 }, ['wrong', 'sealChanged']],
    [{ ...seal, signature: 'AAAA' }, ['wrong', 'signatureWrong']],
  ] as const) {
    await plainTable.transact([{ put: changed }])
    expect(await of('2026-11-24')).toEqual(said)
  }
  await plainTable.transact([{ remove: { pk: 'SEAL', sk: '2026-11-24' } }])
  expect(await of('2026-11-24')).toEqual(['wrong', 'dayMissing'])
  await plainTable.transact([{ put: seal }])
  const { body } = await opened.ask('auditor', 'GET', '/audit/days/2026-11-23')
  expect(body).toMatchObject({ state: 'sealed', signature: 'checked', findings: [] })
})
