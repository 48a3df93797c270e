import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditLine } from '../../core/api/audit.ts'
import { localDate } from '../../core/zone-time.ts'
import { openTestOffice } from '../support/office.ts'
import { stories } from '../support/stories.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
let id: string
const contact = { name: '吴佳宁', phone: '13912345678' }
beforeAll(async () => {
  opened = await openTestOffice()
  id = await stories(opened).issueAt('handling', 'own', { contact })
})
afterAll(() => opened.close())

const unmask = (by: string, body: unknown) => opened.ask(by, 'POST', `/issues/${id}/unmasking`, body)
const unmasked = async () => {
  const day = localDate(opened.office.container.now())
  const { body } = await opened.ask('auditor', 'GET', `/audit?limit=200&day=${day}`)
  return (body.items as AuditLine[]).filter(({ type }) => type === 'Unmasked')
}

it('whoever does not handle an issue sees its contact in full for a reason, which the auditor reads', async () => {
  expect((await opened.ask('manager', 'GET', `/issues/${id}`)).body).toMatchObject({
    issue: { contact: { name: '吴*', phone: '139****5678' } },
  })
  const reply = await unmask('manager', { reason: '电话抽查办理结果' })
  expect([reply.status, reply.body]).toEqual([200, { contact }])
  expect(await unmasked()).toEqual([
    expect.objectContaining({ by: 'manager', role: 'manager', about: id, reason: '电话抽查办理结果' }),
  ])
})

it('a number within the reason is masked on record', async () => {
  await unmask('manager', { reason: '企业用 139 1234 5678 来电投诉' })
  const text = JSON.stringify(await unmasked())
  expect(text).toContain('139****5678 来电投诉')
  expect(text).not.toContain('1234')
})

it('without a reason nothing is shown, and nothing goes on record as shown', async () => {
  const before = (await unmasked()).length
  for (const body of [{}, { reason: ' ' }]) {
    expect((await unmask('manager', body)).body.code).toBe('badInput')
  }
  expect(await unmasked()).toHaveLength(before)
})

it('who may not read the issue does not see its contact for any reason', async () => {
  for (const [who, code] of [
    ['talent-1', 'notYourUnit'],
    ['admin', 'notAllowed'],
    ['auditor', 'notAllowed'],
    ['tiancheng-1', 'notAllowed'],
  ]) {
    expect([who, (await unmask(who ?? '', { reason: '看看' })).body.code]).toEqual([who, code])
  }
})
