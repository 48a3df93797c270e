import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asked, expectProblem, send } from '../support/problems.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'

let opened: QuietOffice
let tell: ReturnType<typeof stories>
/** One in the hands of the parks department, one that the talent department has not accepted yet. */
let inHand: string
let elsewhere: string
beforeAll(async () => {
  opened = await openQuietOffice()
  tell = stories(opened)
  inHand = await tell.issueAt('handling')
  elsewhere = await tell.issueAt('assigned', 'other')
})
afterAll(() => opened.close())

/** The answer is this problem, and not one row of the table was written for it. */
const expectRefused = async (asked: Asked, status: number, code: string) => {
  const before = await opened.settled()
  const reply = await send(opened.ask, asked)
  const problem = expectProblem(reply, status, code)
  expect(await opened.settled()).toBe(before)
  return { problem, reply }
}

/** So many bytes that begin as a picture does. */
const aPng = (bytes: number) => Buffer.concat([Buffer.from('iVBORw0KGgo=', 'base64')], bytes)

const command = (name: string, body: unknown = {}, more: Partial<Asked> = {}): Asked => ({
  path: `/issues/${inHand}/commands/${name}`,
  by: 'parks-1',
  body,
  ...more,
})
const read = (path: string, by?: string): Asked => ({ path, by, method: 'GET' })
const note = { text: '好' }

it('a request that is in order is written, or the tests below would show nothing', async () => {
  const before = await opened.settled()
  expect((await send(opened.ask, command('addNote', note))).status).toBe(200)
  expect(await opened.settled()).toBeGreaterThan(before)
})

describe('a body that cannot be read', () => {
  it.each([
    ['broken off', '{"text": "好'],
    ['two values', '{"text":"好"} {}'],
    ['plain words', '好'],
    ['half of a character', '{"text":"\\ud83d"}'],
    ['half of a character in a name', '{"te\\udc00xt":"好"}'],
  ])('is refused as broken: %s', async (_, body) => {
    await expectRefused(command('addNote', body), 400, 'brokenJson')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'is refused as another kind of content: %j',
    async (type) => {
      const headers = { 'content-type': type }
      await expectRefused(command('addNote', note, { headers }), 415, 'wrongMediaType')
    },
  )

  it('is refused when it is larger than any request of its kind', async () => {
    const long = { text: '长'.repeat(100_000) }
    await expectRefused(command('addNote', long), 413, 'tooLarge')
    await expectRefused(command('addNote', 'x'.repeat(7_000_000)), 413, 'tooLarge')
  })

  it('an attachment of three megabytes is taken, and one that is larger is not', async () => {
    const file = (bytes: number): Asked => ({
      path: `/issues/${inHand}/files`,
      body: { name: '图.png', type: 'image/png', base64: aPng(bytes).toString('base64') },
    })
    expect((await send(opened.ask, file(3_000_000))).status).toBe(201)
    await expectRefused(file(3_000_001), 413, 'tooLarge')
    await expectRefused(file(3_900_000), 413, 'tooLarge')
  })
})

describe('a file that is not what it says', () => {
  const png = Buffer.from('iVBORw0KGgo=', 'base64')
  it.each([
    ['a program as a picture', '图.png', 'image/png', Buffer.from('MZ\x90\x00')],
    ['a page of a site as a picture', '图.png', 'image/png', Buffer.from('<svg onload="x()">')],
    ['a picture as a paper', '图.pdf', 'application/pdf', png],
    ['a picture whose name says program', '图.exe', 'image/png', png],
    ['a picture whose name says another picture', '图.jpg', 'image/png', png],
    [
      'an archive as a workbook',
      '表.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      Buffer.from('PK\x03\x04 word/document.xml'),
    ],
    [
      'a workbook with macros',
      '表.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      Buffer.from('PK\x03\x04 xl/workbook.xml xl/vbaProject.bin'),
    ],
  ])('is refused: %s', async (_, name, type, bytes) => {
    const body = { name, type, base64: bytes.toString('base64') }
    await expectRefused({ path: `/issues/${inHand}/files`, body }, 415, 'notWhatItSays')
  })
})

describe('what is not there', () => {
  it.each([
    ['an issue', '/issues/20261123-ZZZZZ', 'unknownIssue'],
    ['the history of an issue', '/issues/20261123-ZZZZZ/events', 'unknownIssue'],
    ['a firm', '/firms/91511099MA61099999', 'unknownFirm'],
    ['a visit', '/visits/V20261123-ZZZZZZ', 'unknownVisit'],
    ['an address', '/issues/20261123-ZZZZZ/secrets', 'unknownRoute'],
    ['an address with a broken escape', '/issues/%zz', 'unknownRoute'],
    ['an address with nothing where an id belongs', '/issues/', 'unknownRoute'],
  ])('%s is 404', async (_, path, code) => {
    await expectRefused(read(path), 404, code)
  })

  it('a file of an issue is 404', async () => {
    await expectRefused(read(`/issues/${inHand}/files/NONE`, 'parks-1'), 404, 'unknownFile')
  })

  it('a command on an unknown issue is 404', async () => {
    const path = '/issues/20261123-ZZZZZ/commands/addNote'
    await expectRefused({ path, by: 'parks-1', body: note }, 404, 'unknownIssue')
    const upload = { name: 'a.png', type: 'image/png', base64: 'iVBORw0KGgo=' }
    await expectRefused({ path: '/issues/20261123-ZZZZZ/files', body: upload }, 404, 'unknownIssue')
  })

  it.each([
    'fly',
    'constructor',
    '__proto__',
    'logIssue',
    'routeByRules',
    'recordOverdue',
    'issueLink',
    'attachFile',
  ])('a command that no person gives by this door is 404: %s', async (name) => {
    await expectRefused(command(name, {}, { by: 'dispatcher' }), 404, 'unknownCommand')
  })

  it.each([
    ['DELETE', '/issues', ['GET', 'POST']],
    ['PUT', '/firms/91511099MA6100017L', ['GET']],
    ['PUT', '/visits', ['GET', 'POST']],
    ['OPTIONS', '/track/confirmation', ['POST']],
  ])(
    'a method that an address does not take is 405 and says which it takes: %s %s',
    async (method, path, allowed) => {
      const { reply } = await expectRefused({ method, path }, 405, 'wrongMethod')
      expect(reply.headers.get('allow')?.split(', ').sort()).toEqual(allowed)
    },
  )
})

describe('who may not', () => {
  it('without a token is asked to sign in', async () => {
    const { reply } = await expectRefused(command('addNote', note, { by: '' }), 401, 'tokenMissing')
    expect(reply.headers.get('www-authenticate')).toBe('Bearer')
  })

  it.each(['Bearer garbage', 'Bearer a.b.c', 'Bearer ', 'Basic b2ZmaWNpYWw6MQ=='])(
    'with a token that is none is asked to sign in again: %s',
    async (authorization) => {
      const reply = await opened.ask(undefined, 'GET', '/me', undefined, { authorization })
      expect([reply.status, reply.body.code]).toEqual([
        401,
        expect.stringMatching(/^token(Missing|Invalid)$/),
      ])
    },
  )

  it('with a token whose name was changed is asked to sign in again', async () => {
    const [head = '', payload = '', signature = ''] = (await opened.office.token('parks-1')).split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'dispatcher' })).toString('base64url')
    for (const token of [`${head}.${forged}.${signature}`, `${head}.${payload}.`]) {
      const headers = { authorization: `Bearer ${token}` }
      expectProblem(await opened.ask(undefined, 'GET', '/me', undefined, headers), 401, 'tokenInvalid')
    }
  })

  it("cannot act on another department's issue, in a batch neither", async () => {
    const path = `/issues/${elsewhere}/commands/acceptAssignment`
    await expectRefused({ path, by: 'parks-1', body: {} }, 403, 'notYourUnit')
    await expectRefused(read(`/issues/${elsewhere}`, 'parks-1'), 403, 'notYourUnit')
    const items = [{ id: elsewhere, command: 'acceptAssignment' }]
    const before = await opened.settled()
    const batch = await send(opened.ask, { path: '/commands', by: 'parks-1', body: { items } })
    expect(batch.body).toMatchObject({
      items: [{ id: elsewhere, problem: { status: 403, code: 'notYourUnit' } }],
    })
    expect(await opened.settled()).toBe(before)
  })

  it('cannot leave a file behind at an issue of another team', async () => {
    const body = { name: '图.png', type: 'image/png', base64: 'iVBORw0KGgo=' }
    await expectRefused({ path: `/issues/${elsewhere}/files`, body }, 403, 'notYourUnit')
  })

  it('in this role is told so', async () => {
    await expectRefused({ path: '/issues', by: 'auditor', body: tell.request() }, 403, 'notAllowed')
    await expectRefused(
      command('proposeClosure', { closure: 'solved', text: '好' }, { by: 'manager' }),
      403,
      'notAllowed',
    )
  })
})

describe('what does not fit the issue as it is', () => {
  it('a command at the wrong stage says at which stages it may be given', async () => {
    const { problem } = await expectRefused(command('acceptAssignment'), 409, 'wrongStage')
    expect(problem).toMatchObject({ about: { stage: 'handling' }, detail: expect.stringContaining('待签收') })
  })

  it('a merge into itself, or into nothing', async () => {
    const merge = (into: string) => command('mergeIssue', { into }, { by: 'dispatcher' })
    await expectRefused(merge(inHand), 409, 'mergeIntoItself')
    await expectRefused(merge('20261123-ZZZZZ'), 409, 'mergeTargetOver')
  })

  it('a key that stands for another request leaves no firm behind either', async () => {
    const headers = { 'idempotency-key': 'a-key-of-its-own' }
    expect((await send(opened.ask, { path: '/issues', body: tell.request(), headers })).status).toBe(201)
    const firm = { uscc: '91511000MA62000C7L', name: '内江从未登记有限公司' }
    const body = tell.request('own', { firm, confirmUscc: true })
    await expectRefused({ path: '/issues', body, headers }, 422, 'keyReused')
    expectProblem(await send(opened.ask, read(`/firms/${firm.uscc}`)), 404, 'unknownFirm')
  })
})

describe('a cursor', () => {
  const list = '/issues?queue=department:parks&limit=1'
  const page = (cursor: string, path = list) =>
    read(`${path}&cursor=${encodeURIComponent(cursor)}`, 'dispatcher')
  const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  it('leads from page to page until all has been seen', async () => {
    await Promise.all([tell.issueAt('assigned'), tell.issueAt('assigned')])
    const seen: unknown[] = []
    let next = await send(opened.ask, read(list, 'dispatcher'))
    for (;;) {
      seen.push(...(next.body.items as { id: string }[]).map((row) => row.id))
      if (!next.body.cursor) break
      next = await send(opened.ask, page(String(next.body.cursor)))
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toContain(inHand)
    expect(seen.length).toBeGreaterThanOrEqual(3)
  })

  it('that was tampered with, or is of another list, is refused', async () => {
    const { body } = await send(opened.ask, read(list, 'dispatcher'))
    const good = String(body.cursor)
    const texts = JSON.parse(Buffer.from(good, 'base64url').toString()) as string[]
    const bad = [
      'garbage',
      good.slice(2),
      packed(null),
      packed(texts.slice(1)),
      packed([...texts.slice(0, 2), 'WORK#dispatcher', texts[3]]),
      packed(texts.map((text, at) => (at === 0 ? '\u0000' : text))),
      packed(texts.map((text, at) => (at === 3 ? { S: text } : text))),
      packed(texts.map((text, at) => (at === 1 ? '长'.repeat(200) : text))),
    ]
    for (const cursor of bad) await expectRefused(page(cursor), 400, 'badInput')
    await expectRefused(page(good, '/issues?queue=department:talent'), 400, 'badInput')
    for (const place of ['garbage', packed({ at: good }), packed({ queue: 'manager', at: good })]) {
      const body = { cursor: place }
      await expectRefused({ path: '/recomputations', by: 'admin', body }, 400, 'badInput')
    }
  })
})
