import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeLimits } from '../../functions/lib/limits/limits.ts'
import { openTestOffice, until } from '../support/office.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
let now = 1_000_000
const limits = makeLimits(
  {
    token: { burst: 5, perSecond: 1 },
    link: { burst: 2, perSecond: 0.1 },
    address: { burst: 40, perSecond: 1 },
  },
  () => now,
)
beforeAll(async () => {
  opened = await openTestOffice({ limits })
})
afterAll(() => opened.close())

const many = (times: number, ask: () => ReturnType<typeof opened.ask>) =>
  Promise.all(Array.from({ length: times }, ask))
const statuses = (replies: { status: number }[]) => replies.map(({ status }) => status).sort()
const me = (who: string) => () => opened.ask(who, 'GET', '/me')

it('one who asks too fast is told when to come again, while others are served', async () => {
  const replies = await many(7, me('manager'))
  expect(statuses(replies)).toEqual([200, 200, 200, 200, 200, 429, 429])
  const held = replies.find(({ status }) => status === 429)
  expect(held?.headers.get('retry-after')).toBe('1')
  expect(held?.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(held?.body).toMatchObject({ code: 'tooOften', status: 429 })
  expect((await me('dispatcher')()).status).toBe(200)
  now += 1_000
  expect((await me('manager')()).status).toBe(200)
})

it('a link is held back sooner, right or wrong', async () => {
  const headers = { 'x-track-code': '20261123-ZZZZZ.AAAAAAAAAAAAAAAAAAAAAA' }
  const track = () => opened.ask(undefined, 'GET', '/track', undefined, headers)
  const replies = await many(3, track)
  expect(statuses(replies)).toEqual([401, 401, 429])
  expect(replies.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('10')
})

it('an address that sends another forged token each time is held back too', async () => {
  now += 60_000
  let n = 0
  const forged = () => {
    const authorization = `Bearer a.b${n++}.c`
    return opened.ask(undefined, 'GET', '/me', undefined, { authorization })
  }
  const replies = statuses(await many(50, forged))
  expect(replies.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
})

it('who was held back is on record, once a moment and not once a request', async () => {
  const { container, plainTable } = opened.office
  await container.audit.settled()
  const [shard] = (await plainTable.query({ pk: `AUDITDAY#${container.now().slice(0, 10)}` })).items
  const lines = await until(async () => {
    const { items } = await plainTable.query({ pk: `AUDIT#${container.now().slice(0, 10)}#${shard?.sk}` })
    return items.length > 0 && items
  }, 'lines of the audit')
  const held = lines.filter(({ fact }) => JSON.stringify(fact).includes('tooOften'))
  expect(held.length).toBeGreaterThan(0)
  expect(held.length).toBeLessThan(12)
})
