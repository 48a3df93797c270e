import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeMailer } from '../../functions/lib/mail.ts'
import { keys } from '../../functions/store/keys.ts'
import { type AMailServer, openMailServer, readMail } from '../functions/notices/a-mail-server.ts'
import { until } from '../support/office.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'

let server: AMailServer
let opened: QuietOffice
let tell: ReturnType<typeof stories>
beforeAll(async () => {
  server = await openMailServer()
  opened = await openQuietOffice({ mailer: makeMailer({ url: server.url, from: 'zhuqi@example.cn' }, 500) })
  tell = stories(opened)
  const since = { validFrom: '2026-11-23', source: '名录变更' }
  const people = [
    { id: 'parks-1', name: '承办人甲', role: 'handler', department: 'parks' },
    { id: 'parks-2', name: '承办人乙', role: 'handler', department: 'parks' },
    { id: 'dispatcher', name: '调度员', role: 'dispatcher', department: 'service-centre' },
  ]
  for (const person of people) {
    const email = `${person.id}@example.cn`
    await opened.ask('admin', 'POST', '/reference/user', { ...since, ...person, email })
  }
})
afterAll(async () => {
  await opened.close()
  await server.close()
})

const mailsAbout = (id: string) =>
  server.received
    .map((mail) => ({ to: mail.to, ...readMail(mail) }))
    .filter(({ header }) => header('Subject')[0]?.includes(id))
const toldOf = (id: string) =>
  mailsAbout(id)
    .map(({ to }) => to.join())
    .toSorted()
const inboxOf = async (user: string) => {
  await opened.settled()
  const { body } = await opened.ask(user, 'GET', '/notices')
  return (body as { items: { issue: string; kind: string }[] }).items
}

it('what is urgent for a unit comes to each of its people who have an address, once, by themselves', async () => {
  const id = await tell.issueAt('assigned', 'own', { urgency: 'urgent' })
  await until(async () => toldOf(id).length >= 2, 'both have mail')
  await opened.settled()
  expect(toldOf(id)).toEqual(['parks-1@example.cn', 'parks-2@example.cn'])
})

it('a mail says what the inbox says, and neither the firm nor what anybody wrote', async () => {
  const id = await tell.issueAt('assigned', 'own', {
    urgency: 'urgent',
    content: '机密配方车间门口道路积水。',
  })
  await until(async () => toldOf(id).length >= 2, 'both have mail')
  const [mail] = mailsAbout(id)
  const notice = (await inboxOf('parks-1')).find(({ issue }) => issue === id)
  expect(mail?.text).toContain((notice as unknown as { zh: string }).zh)
  expect(mail?.text).toContain(`${opened.office.origin}/issues/${id}`)
  expect(mail?.text).not.toMatch(/机密|配方|启明|91511099/)
})

it('a mail server that is down loses no notice and doubles none, and nobody waits for it', async () => {
  server.behaves({ silent: true })
  const before = server.tried()
  const id = await tell.issueAt('assigned', 'own', { urgency: 'urgent' })
  await until(async () => server.tried() > before, 'the server was tried')
  expect((await inboxOf('parks-1')).filter(({ issue }) => issue === id)).toHaveLength(1)
  const rows = await opened.office.plainTable.query({ pk: keys.notice('department:parks', '', '', 0, '').pk })
  expect(rows.items.filter(({ issue }) => issue === id)).toHaveLength(1)
  server.behaves({})
})
