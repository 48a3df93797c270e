import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { operations, type Route, routeOf, trackHeader } from '../../core/api/routes.ts'
import { makeLog } from '../../functions/lib/log.ts'
import { openTestOffice } from '../support/office.ts'

/** Marks that stand for a secret each: of a token, a link, a key of a request, a phone number, and a name. */
const mark = 'MARKED'
const secrets = {
  token: `eyJ${mark}.eyJ${mark}.${mark}-token`,
  link: `20261123-ZZZZZ.${mark}-link-code`,
  key: `${mark}-idempotency-key`,
  phone: '13900009999',
  name: `${mark}吴`,
}
const marked = /MARKED|13900009999|139 ?0000 ?9999/

let opened: Awaited<ReturnType<typeof openTestOffice>>
const printed: string[] = []
const catchAll = (write: unknown) => {
  printed.push(String(write))
  return true
}
beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(catchAll)
  vi.spyOn(process.stderr, 'write').mockImplementation(catchAll)
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      printed.push(words.map(String).join(' '))
    })
  }
  opened = await openTestOffice({ log: makeLog('office') })
})
afterAll(async () => {
  await opened.close()
  vi.restoreAllMocks()
})

/** The address of a route with a secret in every place that takes words. */
const addressOf = ({ path }: Route) =>
  `${path.replaceAll(/\{\w+\}/g, secrets.phone)}?q=${secrets.name}&cursor=${mark}&day=${mark}&month=${mark}`

const bodies: unknown[] = [
  { contact: { name: secrets.name, phone: secrets.phone }, reason: secrets.phone, text: secrets.name },
  `{"broken": "${secrets.phone}`,
  { items: [{ id: secrets.phone, command: mark }] },
  [secrets.name],
]

const auditRows = async () => {
  const { container, plainTable } = opened.office
  await container.audit.settled()
  const day = container.now().slice(0, 10)
  const shards = (await plainTable.query({ pk: `AUDITDAY#${day}` })).items
  const pages = await Promise.all(shards.map(({ sk }) => plainTable.query({ pk: `AUDIT#${day}#${sk}` })))
  return pages.flatMap(({ items }) => items)
}

it('secrets that are sent to every route stand in no log, in no answer and in no line of the audit', async () => {
  const answers: string[] = []
  // Whoever has signed out would get nowhere with the rest.
  for (const operation of [...operations.filter((one) => one !== 'signOut'), 'signOut' as const]) {
    const route = routeOf(operation)
    for (const by of [undefined, 'official-1', 'auditor']) {
      const body = route.method === 'GET' ? undefined : fc.sample(fc.constantFrom(...bodies), 1)[0]
      const reply = await opened.ask(by, route.method, addressOf(route), body, {
        [trackHeader]: secrets.link,
        'idempotency-key': secrets.key,
        ...(by === undefined && { authorization: `Bearer ${secrets.token}` }),
      })
      answers.push(JSON.stringify([operation, reply.body, [...reply.headers]]))
    }
  }
  const rows = await auditRows()
  expect(rows.length).toBeGreaterThan(operations.length)
  expect(answers.filter((text) => marked.test(text))).toEqual([])
  expect(printed.filter((text) => marked.test(text))).toEqual([])
  expect(rows.filter((row) => marked.test(JSON.stringify(row)))).toEqual([])
})

it('a fault of ours is logged with its place and without what was sent', async () => {
  const broken = vi.spyOn(opened.office.container.issues, 'load').mockImplementation(async (id) => {
    throw new Error(`cannot read ${id}`)
  })
  const before = printed.length
  const reply = await opened.ask('dispatcher', 'GET', '/issues/20261123-ZZZZZ', undefined, {
    'idempotency-key': secrets.key,
  })
  broken.mockRestore()
  expect([reply.status, reply.body.code]).toEqual([500, 'fault'])
  const said = printed.slice(before).join('\n')
  expect(said).toContain('ZQ001')
  expect(said).toContain('GET /api/v1/issues/{id}')
  expect(said).not.toMatch(/eyJ|Bearer|MARKED/)
  expect(JSON.stringify(reply.body)).not.toContain('cannot read')
})
