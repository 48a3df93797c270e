import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Asked, expectProblem, send } from '../support/problems.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { aFirm, stories } from '../support/stories.ts'

let opened: QuietOffice
let tell: ReturnType<typeof stories>
let inHand: string
beforeAll(async () => {
  opened = await openQuietOffice()
  tell = stories(opened)
  inHand = await tell.issueAt('handling')
})
afterAll(() => opened.close())

const newFirm = { uscc: '91511000MA62000C7L', name: '内江从未登记有限公司' }
const visited = { uscc: aFirm, name: '启明' }
const note = { text: '好' }
const file = { name: '现场.png', type: 'image/png', base64: 'iVBORw0KGgo=' }

const logging = (more: Record<string, unknown>): Asked => ({
  path: '/issues',
  body: tell.request('own', more),
})
const command = (name: string, body: unknown, more: Partial<Asked> = {}): Asked => ({
  path: `/issues/${inHand}/commands/${name}`,
  by: 'parks-1',
  body,
  ...more,
})
const batch = (items: unknown): Asked => ({ path: '/commands', body: { items } })
const visit = (more: Record<string, unknown>): Asked => ({
  path: '/visits',
  body: { kind: 'visit', on: '2026-11-20', firms: [aFirm], ...more },
})
const heard = (...issues: Record<string, unknown>[]) =>
  visit({ issues: issues.map((more) => tell.request('own', { firm: visited, ...more })) })
const read = (path: string): Asked => ({ path, method: 'GET' })
const upload = (more: Record<string, unknown>): Asked => ({
  path: `/issues/${inHand}/files`,
  body: { ...file, ...more },
})

const record = (kind: string, more: Record<string, unknown>): Asked => ({
  path: `/reference/${kind}`,
  by: 'admin',
  body: { id: 'new-one', validFrom: '2031-01-01', source: '通知', name: '新的', ...more },
})
const year2031 = { year: 2031, status: 'published', source: '通知', off: [], work: [] }

const holidays = (more: Record<string, unknown>): Asked => ({
  path: '/calendar/years',
  by: 'admin',
  body: { calendar: { ...year2031, ...more } },
})

type Case = readonly [what: string, asked: () => Asked, ...pointers: string[]]

const wrong: Case[] = [
  ['a wrong type', () => logging({ content: 17 }), '/content'],
  ['a missing field', () => logging({ category: undefined }), '/category'],
  ['an unknown field', () => logging({ colour: 'red' }), ''],
  ['an unknown word', () => logging({ urgency: 'whenever' }), '/urgency'],
  ['a text that is too long', () => logging({ content: '长'.repeat(2001) }), '/content'],
  ['a text of blanks', () => logging({ content: '  \n ' }), '/content'],
  ['wrong list items', () => logging({ tags: ['好', 5, ''] }), '/tags/1', '/tags/2'],
  ['many wrong fields', () => logging({ content: '', contact: { phone: 1 } }), '/contact/phone', '/content'],
  ['more than all money', () => logging({ need: { amountYuan: 1e15 } }), '/need/amountYuan'],
  ['half a yuan', () => logging({ need: { amountYuan: 0.5 } }), '/need/amountYuan'],
  ['a code with a letter O', () => logging({ firm: { uscc: '91511099MA610001OO' } }), '/firm/uscc'],
  ['30 February', () => logging({ source: { kind: 'visit', on: '2026-02-30' } }), '/source/on'],
  ['an unknown team', () => logging({ source: { kind: 'visit', team: 'team-99' } }), '/source/team'],
  [
    'what was never logged and never visited',
    () => logging({ repeatOf: '20261101-ZZZZZ', source: { kind: 'visit', visit: 'V20261101-ZZZZZ' } }),
    '/repeatOf',
    '/source/visit',
  ],
  ['a list for an object', () => ({ path: '/issues', body: [] }), ''],
  ['no body at all', () => ({ path: '/issues' }), '/category', '/content', '/firm'],
  ['a field of another command', () => command('addNote', { ...note, reason: 'notOurs' }), ''],
  ['an empty batch', () => batch([]), '/items'],
  ['a batch of 51', () => batch(Array(51).fill({ id: inHand, command: 'addNote' })), '/items'],
  ['a malformed id in a batch', () => batch([{ id: 'x', command: 'addNote' }]), '/items/0/id'],
  ['a visit by an unknown team', () => visit({ team: 'team-99' }), '/team'],
  [
    'no issues, but one',
    () => ({ ...heard({}), body: { ...(heard({}).body as object), noIssues: true } }),
    '/noIssues',
  ],
  ['an issue of a firm not visited', () => heard({}, { firm: newFirm }), '/issues/1/firm/uscc'],
  ['a search for one letter', () => read('/firms?q=甜'), '/q'],
  ['a list of nothing', () => read('/issues'), '/queue'],
  ['a queue that there is not', () => read('/issues?queue=everything'), '/queue'],
  ['a page of a thousand', () => read('/issues?queue=mine&limit=1000'), '/limit'],
  ['an unknown filter', () => read('/issues?queue=mine&colour=red'), ''],
  ['a thirteenth month', () => read('/indicators?month=2026-13'), '/month'],
  ['a breakdown that there is not', () => read('/indicators?month=2026-11&by=official'), '/by'],
  ['a figure that there is not', () => read('/indicators/points/issues?month=2026-11'), '/name'],
  ['a part that there is not', () => read('/indicators/closed/issues?month=2026-11&part=best'), '/part'],
  ['a breakdown without its row', () => read('/indicators/closed/issues?month=2026-11&by=park'), '/of'],
  ['a year beyond all years', () => holidays({ year: 99_999, off: ['2031-01-01'] }), '/calendar/year'],
  ['a holiday of another year', () => holidays({ off: ['2035-01-01'] }), '/calendar/off/0'],
  ['a source of a thousand letters', () => holidays({ source: '据'.repeat(1000) }), '/calendar/source'],
  ['records of no kind', () => read('/reference/planets'), '/kind'],
  ['a record without its source', () => record('team', { source: undefined }), '/source'],
  ['a record from no day', () => record('team', { validFrom: '2026-02-30' }), '/validFrom'],
  ['a record that ends before it begins', () => record('team', { validTo: '2030-12-31' }), '/validTo'],
  ['a record with a field of another kind', () => record('team', { department: 'parks' }), ''],
  ['a handler without a department', () => record('user', { role: 'handler' }), '/department'],
  [
    'a person of units that there are not',
    () => record('user', { role: 'handler', department: 'moon', liaisonOf: ['tax', 'sun'] }),
    '/department',
    '/liaisonOf/1',
  ],
  [
    'an address with a second line',
    () => record('user', { role: 'manager', email: 'a@b.cn\nBcc: c@d.cn' }),
    '/email',
  ],
  [
    'a rule that sends to nobody',
    () => record('routingRule', { name: undefined, category: 'hiring', department: 'moon' }),
    '/department',
  ],
  [
    'second office hours',
    () => record('officeHours', { name: undefined, hours: [{ from: '09:00', to: '17:00' }] }),
    '/id',
  ],
  [
    'a year under the number of another',
    () => record('calendarYear', { name: undefined, id: '2031', calendar: { ...year2031, year: 2032 } }),
    '/id',
  ],
  ['a page as an attachment', () => upload({ type: 'text/html' }), '/type'],
  ['an attachment that is no base64', () => upload({ base64: '%%%%%' }), '/base64'],
  ['a malformed id', () => read('/issues/42'), '/id'],
  ['an If-Match that is no ETag', () => command('addNote', note, { headers: { 'if-match': 'latest' } }), ''],
  ['a key with a blank', () => command('addNote', note, { headers: { 'idempotency-key': 'a b' } }), ''],
]

type Other = readonly [what: string, status: number, code: string, asked: () => Asked, pointer: string]

const otherwiseWrong: Other[] = [
  [
    'an unknown department',
    400,
    'unknownDepartment',
    () => command('transferIssue', { department: 'moon' }, { by: 'dispatcher' }),
    '/department',
  ],
  [
    'a reply promised for yesterday',
    400,
    'dateInThePast',
    () => command('recordReply', { text: '在办', nextReplyOn: '2026-11-20' }),
    '/nextReplyOn',
  ],
  [
    'a closure for later, without a day',
    400,
    'reviewDateMissing',
    () => command('proposeClosure', { closure: 'notYet', text: '挂账' }),
    '/reviewOn',
  ],
  [
    'a record from a day on which there is one',
    409,
    'recordExists',
    () => record('team', { id: 'team-1', validFrom: '2020-01-01' }),
    '/validFrom',
  ],
  ['a visit tomorrow', 400, 'dateInTheFuture', () => visit({ on: '2026-11-24' }), '/on'],
  [
    'an issue heard tomorrow, of a firm that is new',
    400,
    'dateInTheFuture',
    () => logging({ firm: newFirm, confirmUscc: true, source: { kind: 'visit', on: '2026-11-24' } }),
    '/source/on',
  ],
  [
    'a new firm without its name',
    404,
    'unknownFirm',
    () => logging({ firm: { uscc: newFirm.uscc }, confirmUscc: true }),
    '/firm/name',
  ],
  [
    'a new firm on an issue, with a wrong check digit',
    422,
    'usccCheckDigit',
    () => logging({ firm: newFirm }),
    '/firm/uscc',
  ],
  [
    'a new firm with a wrong check digit',
    422,
    'usccCheckDigit',
    () => ({ path: '/firms', body: newFirm }),
    '/uscc',
  ],
  [
    'a visit to a firm that is not registered',
    404,
    'unknownFirm',
    () => visit({ firms: [aFirm, newFirm.uscc] }),
    '/firms/1',
  ],
]

const cases = [
  ...wrong.map(([what, asked, ...pointers]) => ({ what, status: 400, code: 'badInput', asked, pointers })),
  ...otherwiseWrong.map(([what, status, code, asked, pointer]) => ({
    what,
    status,
    code,
    asked,
    pointers: [pointer],
  })),
]

it.each(cases)(
  '$what is refused with $status $code, by its place, and nothing is written',
  async ({ status, code, asked, pointers }) => {
    const before = await opened.settled()
    const problem = expectProblem(await send(opened.ask, asked()), status, code)
    expect(problem.errors?.map((fault) => fault.pointer).sort()).toEqual(pointers)
    expect(await opened.settled()).toBe(before)
  },
)
