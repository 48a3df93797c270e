import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { backUp } from '../../../local/keepsafe/backup.ts'
import { noteErasure, readErasures, takeOverErasures } from '../../../local/keepsafe/erasures.ts'
import { restore } from '../../../local/keepsafe/restore.ts'
import { wholeStream } from '../../support/chain.ts'
import { asText, everyRow } from '../../support/every-row.ts'
import { openTestOffice } from '../../support/office.ts'
import { stories } from '../../support/stories.ts'
import { scratchFolder } from '../../support/table.ts'

const scratch = scratchFolder()
afterAll(scratch.remove)
const dataDir = join(scratch.folder, 'data')
const firm = { uscc: '91511099MA6000016Y', name: '内江备份有限公司' }
const contact = { name: '端木标记', phone: '13687654321' }
const marks = [contact.name, contact.phone, '标记辰']
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 4, minute))

const found = async (endpoint: string) =>
  (await everyRow(endpoint)).map(asText).filter((text) => marks.some((mark) => text.includes(mark)))

it('what a firm had deleted does not come back with an older backup', async () => {
  const before = await openTestOffice({ dataDir })
  await before.ask('official-1', 'POST', '/firms', { ...firm, contact })
  const tell = stories(before)
  const id = await tell.issueAt('assigned', 'own', { firm, contact, content: '标记辰：门前积水。' })
  await before.command('official-1', id, 'withdrawIssue', { text: '标记辰：已解决。' })
  const backup = await backUp(dataDir, join(scratch.folder, 'backups'), at(0))
  const asked = await before.ask('dispatcher', 'POST', `/firms/${firm.uscc}/data-deletion`, {
    identified: 'callBack',
  })
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  await before.office.functions.keepRetention.scheduled()
  await before.close()
  expect(readFileSync(join(backup, 'zhuqi.db')).includes('标记辰')).toBe(true)

  await restore(backup, dataDir, at(1))
  const after = await openTestOffice({ dataDir })
  expect(await found(after.office.engineEndpoint)).toEqual([])
  const events = await wholeStream(after.office.plainTable, `FIRM#${firm.uscc}`)
  expect(events.filter(({ fact }) => fact.type === 'PersonalDataErased')).toEqual([
    expect.objectContaining({ fact: expect.objectContaining({ request: asked.body.request }) }),
  ])
  await after.close()
})

it('requests are noted once, read past a line that a crash cut off, and known to both folders afterwards', () => {
  const [one, other] = [scratchFolder(), scratchFolder()]
  const line = (request: string) => ({ uscc: firm.uscc, request, identified: 'callBack' as const })
  noteErasure(one.folder, line('D-1'))
  noteErasure(one.folder, line('D-1'))
  noteErasure(other.folder, line('D-2'))
  takeOverErasures(one.folder, other.folder)
  expect(readErasures(one.folder)).toEqual([line('D-1')])
  expect(readErasures(other.folder)).toEqual([line('D-2'), line('D-1')])
  one.remove()
  other.remove()
})
