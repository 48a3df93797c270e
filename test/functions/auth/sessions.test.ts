import { expect, test } from 'vitest'
import { makeAudit } from '../../../functions/lib/audit/audit.ts'
import { makeSessions } from '../../../functions/lib/auth/sessions.ts'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'

const now = () => '2026-11-23T03:00:00Z'

/** Two instances of the functions on one table. */
const twoInstances = () => {
  const table = makeMemoryTable()
  let ms = 0
  const instance = () =>
    makeSessions({ table, audit: makeAudit({ table, now }), now, wallNow: () => new Date(ms) })
  const lines = () => table.rows().filter(({ pk }) => pk.startsWith('AUDIT#'))
  return {
    one: instance(),
    other: instance(),
    later: (by: number) => {
      ms += by
    },
    lines,
    table,
  }
}

test('a session that was ended at one instance is over at another within three seconds', async () => {
  const { one, other, later } = twoInstances()
  expect([await one.isLive('s', 'manager'), await other.isLive('s', 'manager')]).toEqual([true, true])
  await one.end('s', 'manager')
  expect(await one.isLive('s', 'manager')).toBe(false)
  later(3_000)
  expect(await other.isLive('s', 'manager')).toBe(false)
})

test('two instances that see a session first at the same moment put one sign-in on record', async () => {
  const { one, other, lines } = twoInstances()
  const seen = await Promise.all([one, other, one, other].map((each) => each.isLive('s', 'manager')))
  expect(seen).toEqual([true, true, true, true])
  expect(lines().map(({ fact }) => fact)).toEqual([{ type: 'SignedIn' }])
})

test('ending a session twice is ending it once', async () => {
  const { one, lines } = twoInstances()
  await one.isLive('s', 'manager')
  await one.end('s', 'manager')
  await one.end('s', 'manager')
  expect(lines()).toHaveLength(2)
})

test('a session that ends while it is looked at is not believed in afterwards', async () => {
  const { one } = twoInstances()
  const looking = one.isLive('s', 'manager')
  await one.end('s', 'manager')
  await looking
  expect(await one.isLive('s', 'manager')).toBe(false)
})

test('the table holds no id of a session, with which somebody might be taken for another', async () => {
  const { one, table } = twoInstances()
  await one.isLive('a-secret-session', 'manager')
  expect(JSON.stringify(table.rows())).not.toContain('a-secret-session')
})
