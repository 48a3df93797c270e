import { expect, test } from 'vitest'
import { sealDays } from '../../../functions/lib/audit/seal.ts'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'
import { aSealedOffice, aSealer } from './a-trail.ts'

test('a day is sealed half an hour after it is over, once', async () => {
  const { table, sealer } = await aSealedOffice()
  const days = async (now: string) => (await sealDays(table, sealer, now)).map(({ day }) => day)
  expect(await days('2026-11-23T00:29:59Z')).toEqual([])
  expect(await days('2026-11-23T00:30:00Z')).toEqual(['2026-11-22'])
  expect(await days('2026-11-23T00:30:00Z')).toEqual([])
})

test('an office that was off for days seals each of them, also those on which nothing happened', async () => {
  const { table, sealer, verify } = await aSealedOffice()
  const made = await sealDays(table, sealer, '2026-11-26T09:00:00Z')
  expect(made.map(({ day, streams }) => [day, streams])).toEqual([
    ['2026-11-22', 2],
    ['2026-11-23', 0],
    ['2026-11-24', 0],
    ['2026-11-25', 0],
  ])
  expect((await verify({ now: '2026-11-26T09:00:00Z' })).codes).toEqual([])
})

test('an office that begins with an empty table begins with yesterday', async () => {
  const { sealer } = aSealer()
  const made = await sealDays(makeMemoryTable(), sealer, '2026-11-22T09:00:00Z')
  expect(made.map(({ day, previous }) => [day, previous])).toEqual([['2026-11-21', '']])
})

test('two that seal at once make one chain of seals', async () => {
  const { table, sealer, verify } = await aSealedOffice()
  const now = '2026-11-26T09:00:00Z'
  await Promise.all([sealDays(table, sealer, now), sealDays(table, sealer, now)])
  await sealDays(table, sealer, now)
  expect(await verify({ now })).toMatchObject({ codes: [], sealed: { days: 6, to: '2026-11-25' } })
})
