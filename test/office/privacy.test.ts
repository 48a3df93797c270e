import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice } from '../support/office.ts'
import { stories } from '../support/stories.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
let tell: ReturnType<typeof stories>
let id: string
let code: string

const contact = { name: '吴佳宁', phone: '13912345678' }
const masked = { name: '吴*', phone: '139****5678' }
const firm = { uscc: '91511099MA6100033A', name: '内江清流众合汽车零部件有限公司' }
const inside = { note: '企业老板脾气急，先别承诺。', routing: '内部流转说明', returned: '不归我们管' }

/** An issue that has been through many hands, with words on the way that are not for the firm. */
beforeAll(async () => {
  opened = await openTestOffice()
  tell = stories(opened)
  await opened.ask('official-1', 'POST', '/firms', { ...firm, contact })
  id = await tell.issueAt('assigned', 'own', { firm, contact })
  const go = async (by: string, name: string, input: unknown) => {
    const reply = await opened.command(by, id, name, input)
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  }
  await go('parks-1', 'returnAssignment', { reason: 'notOurs', text: inside.returned })
  await go('dispatcher', 'routeIssue', {
    department: 'parks',
    assisting: ['innovation'],
    text: inside.routing,
  })
  await go('parks-1', 'acceptAssignment', {})
  await go('parks-1', 'addNote', { text: inside.note })
  await go('parks-1', 'recordReply', { text: '已安排施工队。' })
  const link = await opened.ask('official-1', 'POST', `/issues/${id}/link`)
  code = String(link.body.code)
})
afterAll(() => opened.close())

const handling = ['official-1', 'official-2', 'dispatcher', 'parks-1', 'parks-2', 'innovation-1']
const looking = ['manager', 'auditor']
const logged = (body: Record<string, unknown>) =>
  (body.items as { type: string; words?: Record<string, unknown> }[])[0]

describe("the firm's contact", () => {
  it.each(handling)(
    'is shown in full on the issue and in its history to %s, who works on it',
    async (who) => {
      const seen = await opened.ask(who, 'GET', `/issues/${id}`)
      expect(seen.body).toMatchObject({ issue: { contact } })
      const history = await opened.ask(who, 'GET', `/issues/${id}/events`)
      expect(logged(history.body)?.words).toMatchObject({ contact })
    },
  )

  it.each(looking)('is masked on the issue and in its history for %s, who looks on', async (who) => {
    const seen = await opened.ask(who, 'GET', `/issues/${id}`)
    expect(seen.body).toMatchObject({ issue: { contact: masked } })
    const history = await opened.ask(who, 'GET', `/issues/${id}/events`)
    expect(logged(history.body)?.words).toMatchObject({ contact: masked })
    for (const { body } of [seen, history]) {
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`${contact.name}|${contact.phone}`))
    }
  })

  it.each(['official-1', 'official-9', 'dispatcher'])(
    'of the firm is shown in full to %s, who calls firms',
    async (who) => {
      expect((await opened.ask(who, 'GET', `/firms/${firm.uscc}`)).body).toMatchObject({ firm: { contact } })
    },
  )

  it.each(['parks-1', ...looking])('of the firm is masked for %s', async (who) => {
    const { body } = await opened.ask(who, 'GET', `/firms/${firm.uscc}`)
    expect(body).toMatchObject({ firm: { contact: masked } })
    expect(JSON.stringify(body)).not.toContain(contact.phone)
  })

  it('stands in no list', async () => {
    const lists = [`/issues?firm=${firm.uscc}`, '/issues?queue=department:parks', '/firms?q=清流']
    for (const path of lists) {
      const { body } = await opened.ask('dispatcher', 'GET', path)
      expect(body.items, path).not.toEqual([])
      expect(JSON.stringify(body)).not.toMatch(/1391234|吴/)
    }
  })
})

describe('what the firm sees by its link', () => {
  const track = async () => {
    const seen = await opened.ask(undefined, 'GET', '/track', undefined, { 'x-track-code': code })
    return { seen, text: JSON.stringify(seen.body) }
  }

  it('is how far it has come and what was answered', async () => {
    const { seen } = await track()
    expect(seen.body).toMatchObject({ id, stage: 'handling', firm: firm.name, department: '园区建设服务局' })
    const steps = seen.body.steps as { type: string; text?: string }[]
    expect(steps.map((step) => step.type)).toEqual([
      'IssueLogged',
      'IssueRouted',
      'IssueRouted',
      'AssignmentAccepted',
      'ReplyRecorded',
    ])
    expect(steps.at(-1)?.text).toBe('已安排施工队。')
  })

  it('holds no internal words, no names and numbers of people, and nothing of the link', async () => {
    const { text } = await track()
    for (const secret of Object.values(inside)) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/parks-1|official-1|承办人|队员|1391234|吴佳宁/)
    expect(text).not.toMatch(/hash|link|loggedBy|handler/)
    expect(text).not.toContain(code.split('.')[1])
  })
})

it("the link's hash is shown to nobody, and its code to nobody but who asked for it", async () => {
  const row = await opened.office.container.issues.load(id)
  const hash = row?.issue.link?.hash ?? 'none'
  expect(hash).toHaveLength(43)
  for (const who of [...handling, ...looking]) {
    for (const path of [`/issues/${id}`, `/issues/${id}/events`]) {
      const text = JSON.stringify((await opened.ask(who, 'GET', path)).body)
      expect(text).not.toContain(hash)
      expect(text).not.toContain(code.split('.')[1])
    }
  }
})
