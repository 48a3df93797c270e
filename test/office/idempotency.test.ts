import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Operation, operations, routeOf } from '../../core/api/routes.ts'
import { china2027 } from '../../core/calendar/china-2027.ts'
import { consentTextNow } from '../../core/referral/consent.ts'
import { localDate } from '../../core/zone-time.ts'
import { readTrail, stretchOf } from '../../functions/lib/audit/trail.ts'
import { addReference } from '../../functions/lib/reference.ts'
import { keys } from '../../functions/store/keys.ts'
import firms from '../../samples/firms.json' with { type: 'json' }
import { wholeChain } from '../support/chain.ts'
import { financing, terms } from '../support/financing.ts'
import { aDeadDelivery, hookOf } from '../support/hooks.ts'
import { type Ask, openTestOffice } from '../support/office.ts'
import { aFirm, anotherFirm, stories } from '../support/stories.ts'
import { today } from '../support/today.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
let tell: ReturnType<typeof stories>
let banks: ReturnType<typeof financing>
beforeAll(async () => {
  opened = await openTestOffice({ sms: async () => {} })
  // A landline takes no text, so that the firm's word needs no code except where a story is about one.
  const contact = { phone: '0832-2234567' }
  const ask: Ask = (user, method, path, body, headers) => {
    const logs = method === 'POST' && path === '/issues'
    return opened.ask(user, method, path, logs ? { contact, ...(body as object) } : body, headers)
  }
  tell = stories({ ...opened, ask })
  banks = financing({ ...opened, ask })
  const since = { validFrom: '2020-01-01', source: '测试' }
  const bank = Array.from({ length: 20 }, (_, n) => ({
    id: `bank-of-story-${n + 1}`,
    name: '某银行',
    ...since,
  }))
  await addReference(opened.office.plainTable, { bank })
})
afterAll(() => opened.close())

type Request = { path: string; body?: unknown; headers?: Record<string, string>; by?: string }
type Story = { request: Request; other: Request; effects: () => Promise<unknown> }

const eventsOf = async (id: string) => (await wholeChain(opened.office.plainTable, id)).length
const issuesOf = async (uscc: string) => {
  const page = await opened.ask('dispatcher', 'GET', `/issues?firm=${uscc}&limit=200`)
  return (page.body.items as unknown[]).length
}
const visitsOf = async (uscc: string) => {
  const page = await opened.office.plainTable.query({ index: 'byFirm', pk: `FIRM#${uscc}` })
  return page.items.filter((item) => item.pk.startsWith('VISIT#')).length
}
const onRecord = async (what: string) => {
  await opened.office.container.audit.settled()
  const day = today()
  const headers = { authorization: `Bearer ${await opened.office.token('auditor')}` }
  const answer = await fetch(`${opened.office.origin}/api/v1/audit/file?day=${day}&format=ndjson`, {
    headers,
  })
  return (await answer.text()).split('\n').filter((line) => line.includes(`"what":"${what}"`)).length
}
const exportsOnRecord = () => onRecord('ledger')
const on = '2026-03-11'
let reports = 0
const thisYear = () => new Date().getUTCFullYear()
let years = 0

let hooks = 0
/** A bank may have five addresses: the stories take turns. */
const nextBank = () => `bank-of-story-${++hooks}`
const aHook = async (bank: string) => (await hookOf(opened.ask, bank, 'https://hooks.example.cn/zhuqi')).id
const hooksOf = async (bank: string) => (await opened.ask('admin', 'GET', `/banks/${bank}/webhooks`)).body

/** For every POST a request, another one that must not pass as its repeat, and what can be counted of its effect. */
const told: Partial<Record<Operation, () => Promise<Story>>> = {
  logIssue: async () => ({
    request: { path: '/issues', body: tell.request() },
    other: { path: '/issues', body: tell.request() },
    effects: () => issuesOf(aFirm),
  }),
  recordVisit: async () => {
    const body = { kind: 'visit', on, firms: [anotherFirm] }
    const issues = [1, 2].map(() => tell.request('own', { firm: { uscc: anotherFirm, name: '联创' } }))
    return {
      request: { path: '/visits', body: { ...body, issues } },
      other: { path: '/visits', body: { ...body, noIssues: true } },
      effects: async () => [await visitsOf(anotherFirm), await issuesOf(anotherFirm)],
    }
  },
  registerFirm: async () => {
    const body = { uscc: aFirm, name: '内江甜城启明电子有限公司', park: '白马园区' }
    return {
      request: { path: '/firms', body },
      other: { path: '/firms', body: { ...body, park: '高桥园区' } },
      effects: async () => (await opened.ask('official-1', 'GET', `/firms/${aFirm}`)).body.version,
    }
  },
  issueReport: async () => {
    const month = `2026-0${(++reports % 9) + 1}`
    const body = { period: { kind: 'month', month } }
    return {
      request: { path: '/reports', body, by: 'manager' },
      other: { path: '/reports', body: { period: { kind: 'month', month: '2025-12' } }, by: 'manager' },
      effects: async () =>
        ((await opened.ask('manager', 'GET', `/reports?year=${thisYear()}`)).body.items as unknown[]).length,
    }
  },
  askExport: async () => {
    const body = { kind: 'ledger', format: 'csv', from: '2026-01', to: '2026-11' }
    const since = await exportsOnRecord()
    return {
      request: { path: '/exports', body, by: 'manager' },
      other: { path: '/exports', body: { ...body, format: 'xlsx' }, by: 'manager' },
      effects: async () => (await exportsOnRecord()) - since,
    }
  },
  askFirmData: async () => {
    // Nothing goes on at this firm, so that a copy of what is held about it stays the same.
    const path = `/firms/${String(firms.at(-1)?.uscc)}/data-access`
    const since = await onRecord('firmData')
    return {
      request: { path, body: { identified: 'callBack' }, by: 'dispatcher' },
      other: { path, body: { identified: 'inPerson' }, by: 'dispatcher' },
      effects: async () => (await onRecord('firmData')) - since,
    }
  },
  askDeletion: async () => {
    const path = `/firms/${anotherFirm}/data-deletion`
    return {
      request: { path, body: { identified: 'callBack' }, by: 'dispatcher' },
      other: { path, body: { identified: 'inPerson' }, by: 'dispatcher' },
      effects: async () => (await opened.ask('official-1', 'GET', `/firms/${anotherFirm}`)).body.version,
    }
  },
  giveFirmCommand: async () => {
    const path = `/firms/${anotherFirm}/commands/recordCertificate`
    const certificate = (number: string) => ({ tag: '高新技术企业', number, expiresOn: '2099-12-31' })
    const numbers = [++years, ++years].map((number) => `GR2025-${number}`)
    return {
      request: { path, body: certificate(numbers[0] ?? '') },
      other: { path, body: certificate(numbers[1] ?? '') },
      effects: async () => (await opened.ask('official-1', 'GET', `/firms/${anotherFirm}`)).body.version,
    }
  },
  giveCommand: async () => {
    const id = await tell.issueAt('handling')
    const path = `/issues/${id}/commands/addNote`
    return {
      request: { path, body: { text: '已看现场' }, by: 'parks-1' },
      other: { path, body: { text: '未看现场' }, by: 'parks-1' },
      effects: () => eventsOf(id),
    }
  },
  giveManyCommands: async () => {
    const ids = [await tell.issueAt('handling'), await tell.issueAt('handling')]
    const batch = (text: string, count: number) => ({
      path: '/commands',
      body: { items: ids.slice(0, count).map((id) => ({ id, command: 'addNote', input: { text } })) },
      by: 'parks-1',
    })
    return {
      request: batch('批量', 1),
      other: batch('批量', 2),
      effects: () => Promise.all(ids.map(eventsOf)),
    }
  },
  unmaskContact: async () => {
    const id = await tell.issueAt('handling')
    const path = `/issues/${id}/unmasking`
    return {
      request: { path, body: { reason: '回访' }, by: 'manager' },
      other: { path, body: { reason: '抽查' }, by: 'manager' },
      effects: async () => {
        const day = localDate(opened.office.container.now())
        const rows = await readTrail(opened.office.plainTable, stretchOf(day), 1_000)
        return rows.rows.filter(({ fact }) => JSON.stringify(fact).includes(id)).length
      },
    }
  },
  issueLink: async () => {
    const [id, another] = [await tell.logged(), await tell.logged()]
    await Promise.all([tell.reaches(id, 'assigned'), tell.reaches(another, 'assigned')])
    return {
      request: { path: `/issues/${id}/link` },
      other: { path: `/issues/${another}/link` },
      effects: () => Promise.all([eventsOf(id), eventsOf(another)]),
    }
  },
  uploadFile: async () => {
    const id = await tell.issueAt('assigned')
    const file = { name: '现场.png', type: 'image/png', base64: 'iVBORw0KGgo=' }
    return {
      request: { path: `/issues/${id}/files`, body: file },
      other: { path: `/issues/${id}/files`, body: { ...file, name: '别的.png' } },
      effects: () => eventsOf(id),
    }
  },
  askCode: async () => {
    const contact = { phone: '13890012345' }
    const [id, another] = [await tell.logged('own', { contact }), await tell.logged('own', { contact })]
    const linked = async (one: string) => {
      const { body } = await opened.ask('official-1', 'POST', `/issues/${one}/link`)
      return { path: '/track/codes', body: {}, headers: { 'x-track-code': String(body.code) }, by: '' }
    }
    const row = () => opened.office.plainTable.get({ pk: `ISSUE#${id}`, sk: 'CODE' })
    return {
      request: await linked(id),
      other: await linked(another),
      effects: async () => (await row())?.version,
    }
  },
  confirmByLink: async () => {
    const id = await tell.issueAt('confirming')
    const { body } = await opened.ask('official-1', 'POST', `/issues/${id}/link`)
    const firm = { path: '/track/confirmation', headers: { 'x-track-code': String(body.code) }, by: '' }
    return {
      request: { ...firm, body: { result: 'solved' } },
      other: { ...firm, body: { result: 'partly' } },
      effects: () => eventsOf(id),
    }
  },
  giveReferralCommand: async () => {
    const { id } = await banks.invited(['tiancheng'])
    const path = `/referrals/${id}-R01/commands/askPapers`
    return {
      request: { path, body: { text: '审计报告' }, by: 'tiancheng-1' },
      other: { path, body: { text: '购销合同' }, by: 'tiancheng-1' },
      effects: () => eventsOf(id),
    }
  },
  issueBankLink: async () => {
    const { id } = await banks.invited(['tiancheng', 'hanan'])
    return {
      request: { path: `/referrals/${id}-R01/link`, body: {}, by: 'finance-1' },
      other: { path: `/referrals/${id}-R02/link`, body: {}, by: 'finance-1' },
      effects: () => eventsOf(id),
    }
  },
  answerByBankLink: async () => {
    const { id } = await banks.invited(['tiancheng'])
    const headers = { 'x-bank-code': await banks.bankLinkOf(`${id}-R01`) }
    const bank = { path: '/bank-link/answers', headers, by: '' }
    // A final answer ends the link; whoever lost the answer on the way still gets it.
    return {
      request: { ...bank, body: { answer: 'declineReferral', code: 'debts' } },
      other: { ...bank, body: { answer: 'declineReferral', code: 'cashFlow' } },
      effects: () => eventsOf(id),
    }
  },
  consentByLink: async () => {
    const id = await banks.roundWith(['tiancheng', 'hanan'])
    const firm = { path: '/track/consents', headers: { 'x-track-code': await banks.linkOf(id) }, by: '' }
    const body = {
      bank: 'tiancheng',
      kind: 'firm',
      fields: ['identity'],
      signatory: '赵启明',
      capacity: 'legalRepresentative',
      textVersion: consentTextNow,
    }
    return {
      request: { ...firm, body },
      other: { ...firm, body: { ...body, bank: 'hanan' } },
      // An invitation follows by itself.
      effects: async () => (await opened.office.container.issues.load(id))?.issue.financing?.consents?.length,
    }
  },
  withdrawConsentByLink: async () => {
    const { id, code } = await banks.invited(['tiancheng', 'hanan'])
    const headers = { 'x-track-code': code }
    return {
      request: { path: '/track/consents/C01/withdrawal', body: {}, headers, by: '' },
      other: { path: '/track/consents/C02/withdrawal', body: {}, headers, by: '' },
      effects: () => eventsOf(id),
    }
  },
  chooseByLink: async () => {
    const { id, code } = await banks.invited(['tiancheng', 'hanan'])
    await banks.says('tiancheng-1', `${id}-R01`, 'approveReferral', terms)
    const firm = { path: '/track/choice', headers: { 'x-track-code': code }, by: '' }
    return {
      request: { ...firm, body: { referral: 'R01' } },
      other: { ...firm, body: { referral: 'R02' } },
      effects: () => eventsOf(id),
    }
  },
  withdrawReferralByLink: async () => {
    const { id, code } = await banks.invited(['tiancheng', 'hanan'])
    const headers = { 'x-track-code': code }
    return {
      request: { path: '/track/referrals/R01/withdrawal', body: {}, headers, by: '' },
      other: { path: '/track/referrals/R02/withdrawal', body: {}, headers, by: '' },
      effects: () => eventsOf(id),
    }
  },
  handOverAll: async () => {
    const id = await tell.issueAt('handling')
    const all = (to: string) => ({ department: 'parks', from: 'parks-1', to })
    return {
      request: { path: '/handovers', body: all('parks-2'), by: 'dispatcher' },
      other: { path: '/handovers', body: { ...all('parks-2'), text: '休假' }, by: 'dispatcher' },
      effects: () => eventsOf(id),
    }
  },
  recordFair: async () => {
    const body = (place: string) => ({ title: '专场招聘会', on, place })
    return {
      request: { path: '/fairs', body: body('白马园区') },
      other: { path: '/fairs', body: body('高桥园区') },
      effects: async () =>
        ((await opened.ask('manager', 'GET', '/fairs?year=2026&limit=200')).body.items as unknown[]).length,
    }
  },
  changeFair: async () => {
    const held = await opened.ask('official-1', 'POST', '/fairs', { title: '招聘会', on, place: '城区' })
    const path = `/fairs/${(held.body.fair as { id: string }).id}`
    return {
      request: { path, body: { visitors: 300 } },
      other: { path, body: { visitors: 400 } },
      effects: async () => (await opened.ask('official-1', 'GET', path)).body.version,
    }
  },
  setCalendarYear: async () => {
    const calendar = (source: string) => ({ ...china2027, year: 2030 + ++years, source, off: [], work: [] })
    const [first, second] = [calendar('测试通知'), calendar('另一通知')]
    return {
      request: { path: '/calendar/years', body: { calendar: first }, by: 'admin' },
      other: { path: '/calendar/years', body: { calendar: second }, by: 'admin' },
      effects: async () =>
        (await opened.office.plainTable.query({ pk: keys.reference('calendarYear', '', '').pk })).items
          .length,
    }
  },
  addReference: async () => {
    const id = `team-of-${++years}`
    const team = (name: string) => ({ id, validFrom: '2031-01-01', source: '测试通知', name })
    const path = '/reference/team'
    return {
      request: { path, body: team('新队'), by: 'admin' },
      other: { path, body: team('别的队'), by: 'admin' },
      effects: async () => [
        (await opened.office.plainTable.query({ pk: keys.reference('team', '', '').pk })).items.length,
        (await opened.office.plainTable.query({ pk: keys.recordHead('team', id).pk })).items.length,
      ],
    }
  },
  recompute: async () => {
    const id = await tell.issueAt('handling')
    return {
      request: { path: '/recomputations', body: {}, by: 'admin' },
      other: { path: '/recomputations', body: { cursor: 'elsewhere' }, by: 'admin' },
      effects: () => eventsOf(id),
    }
  },
  addWebhook: async () => {
    const bank = nextBank()
    const path = `/banks/${bank}/webhooks`
    return {
      request: { path, body: { url: 'https://hooks.tuojiang.example.cn/zhuqi' }, by: 'admin' },
      other: { path, body: { url: 'https://hooks.tuojiang.example.cn/other' }, by: 'admin' },
      effects: () => hooksOf(bank),
    }
  },
  rotateWebhookSecret: async () => {
    const bank = nextBank()
    const [one, another] = [await aHook(bank), await aHook(bank)]
    const path = (id: string) => `/banks/${bank}/webhooks/${id}/secret`
    return {
      request: { path: path(one), body: {}, by: 'admin' },
      other: { path: path(another), body: {}, by: 'admin' },
      effects: () => hooksOf(bank),
    }
  },
  endWebhook: async () => {
    const bank = nextBank()
    const [one, another] = [await aHook(bank), await aHook(bank)]
    const path = (id: string) => `/banks/${bank}/webhooks/${id}/end`
    return {
      request: { path: path(one), body: {}, by: 'admin' },
      other: { path: path(another), body: {}, by: 'admin' },
      effects: () => hooksOf(bank),
    }
  },
  redeliver: async () => {
    const bank = nextBank()
    const { id } = await aDeadDelivery(opened.ask, opened.office.container, bank)
    const path = (one: string) => `/webhook-deliveries/${one}/redelivery`
    return {
      request: { path: path(id), body: {}, by: 'admin' },
      other: { path: path(`msg_${'a'.repeat(24)}`), body: {}, by: 'admin' },
      effects: async () => {
        const { body } = await opened.ask('admin', 'GET', `/webhook-deliveries/${id}`)
        return (body.tries as { type: string }[]).filter(({ type }) => type === 'RedeliveryAsked').length
      },
    }
  },
  readNotices: async () => ({
    request: { path: '/notices/read', body: { upTo: `${on}T01:00:00Z` } },
    other: { path: '/notices/read', body: { upTo: `${on}T02:00:00Z` } },
    effects: () => opened.office.plainTable.get(keys.noticesRead('official-1')),
  }),
}

/** They answer and change nothing, or are told apart otherwise: a ledger by its rows, of which none comes in twice. */
const needNoKey: readonly Operation[] = [
  'importLedger',
  'returnLedger',
  'returnReplySheet',
  'estimateTaxRefund',
  'draftIssues',
  'signOut',
]

const send = (request: Request, key: string) =>
  opened.ask(request.by ?? 'official-1', 'POST', request.path, request.body, {
    ...request.headers,
    'idempotency-key': key,
  })
/** A secret is told once: what is kept for a repeat has none in it. */
const repeated = ({ secret: _, ...rest }: Record<string, unknown> = {}) => rest

const storyOf = (operation: Operation): Promise<Story> => {
  const story = told[operation]
  if (!story)
    throw new Error(`tell a story for ${operation}: what is asked, and what must not pass as a repeat`)
  return story()
}

const posts = operations.filter(
  (operation) => routeOf(operation).method === 'POST' && !needNoKey.includes(operation),
)

describe.each(posts)('the same Idempotency-Key at %s', (operation) => {
  it('asked again after the answer was lost, has one effect and gets the same answer', async () => {
    const { request, effects } = await storyOf(operation)
    const key = randomUUID()
    const first = await send(request, key)
    expect(first.status, JSON.stringify(first.body)).toBe(routeOf(operation).status)
    const before = await effects()
    const again = await send(request, key)
    expect([again.status, again.body]).toEqual([first.status, repeated(first.body)])
    expect(await effects()).toEqual(before)
  })

  it('asked five times at the same moment, has one effect and gets the same answer', async () => {
    const { request, effects } = await storyOf(operation)
    const key = randomUUID()
    const replies = await Promise.all(Array.from({ length: 5 }, () => send(request, key)))
    for (const reply of replies) {
      expect([reply.status, repeated(reply.body)]).toEqual([
        routeOf(operation).status,
        repeated(replies[0]?.body),
      ])
    }
    const before = await effects()
    await send(request, key)
    expect(await effects()).toEqual(before)
  })

  it('with another body is 422, and the other body has no effect', async () => {
    const { request, other, effects } = await storyOf(operation)
    const key = randomUUID()
    await send(request, key)
    const before = await effects()
    const reply = await send(other, key)
    expect([reply.status, reply.body.code]).toEqual([422, 'keyReused'])
    expect(await effects()).toEqual(before)
  })
})

describe('a key', () => {
  it('of one person is not the key of another', async () => {
    const id = await tell.issueAt('handling')
    const key = randomUUID()
    for (const by of ['parks-1', 'parks-2']) {
      const reply = await send({ path: `/issues/${id}/commands/addNote`, body: { text: by }, by }, key)
      expect(reply.status).toBe(200)
    }
    expect(await eventsOf(id)).toBe(5)
  })

  it('of one request is not the key of another that is sent with the same words', async () => {
    const body = { identified: 'sealedLetter' }
    const key = randomUUID()
    const copy = await send({ path: `/firms/${anotherFirm}/data-access`, body, by: 'dispatcher' }, key)
    expect(copy.status, JSON.stringify(copy.body)).toBe(200)
    const deletion = await send({ path: `/firms/${anotherFirm}/data-deletion`, body, by: 'dispatcher' }, key)
    expect([deletion.status, deletion.body.code]).toEqual([422, 'keyReused'])
  })

  it('brings back the first answer even when the stage has moved on', async () => {
    const id = await tell.issueAt('assigned')
    const request = { path: `/issues/${id}/commands/acceptAssignment`, body: {}, by: 'parks-1' }
    const key = randomUUID()
    const first = await send(request, key)
    await opened.command('parks-1', id, 'proposeClosure', { closure: 'solved', text: '好了' })
    const again = await send(request, key)
    expect([again.status, again.body]).toEqual([200, first.body])
  })

  it('of a request that changed nothing keeps it from changing something later', async () => {
    const id = await tell.issueAt('assigned')
    const revoke = { path: `/issues/${id}/commands/revokeLink`, body: {} }
    const key = randomUUID()
    expect((await send(revoke, key)).body).toMatchObject({ events: [] })
    const link = await opened.ask('official-1', 'POST', `/issues/${id}/link`)
    expect((await send(revoke, key)).body).toMatchObject({ events: [] })
    const seen = await opened.ask(undefined, 'GET', '/track', undefined, {
      'x-track-code': String(link.body.code),
    })
    expect(seen.status).toBe(200)
  })
})
