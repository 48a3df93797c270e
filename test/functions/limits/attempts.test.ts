import { expect, test } from 'vitest'
import { makeAttempts } from '../../../functions/lib/limits/attempts.ts'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'

const anOffice = () => {
  const table = makeMemoryTable()
  let ms = Date.parse('2026-11-23T01:00:00Z')
  const now = () => `${new Date(ms).toISOString().slice(0, 19)}Z`
  const attempts = makeAttempts(table, now)
  const fail = async (times: number) => {
    const locked: boolean[] = []
    for (let n = 0; n < times; n++) locked.push(await attempts.failed('manager'))
    return locked
  }
  return {
    table,
    now,
    attempts,
    fail,
    later: (minutes: number) => {
      ms += minutes * 60_000
    },
  }
}

test('the fifth failure within half an hour locks for half an hour', async () => {
  const { attempts, fail, later } = anOffice()
  expect(await fail(5)).toEqual([false, false, false, false, true])
  expect(await attempts.lockedFor('manager')).toBe(1_800)
  expect(await attempts.lockedFor('dispatcher')).toBe(0)
  later(29)
  expect(await attempts.lockedFor('manager')).toBe(60)
  later(1)
  expect(await attempts.lockedFor('manager')).toBe(0)
})

test('failures longer ago than half an hour, or before a success, do not count', async () => {
  const { attempts, fail, later } = anOffice()
  await fail(4)
  later(31)
  expect(await fail(4)).toEqual([false, false, false, false])
  await attempts.succeeded('manager')
  expect(await fail(4)).toEqual([false, false, false, false])
})

test('failures that are counted at the same moment by two instances all count', async () => {
  const { table, now, attempts } = anOffice()
  const other = makeAttempts(table, now)
  const all = await Promise.all(
    [attempts, other, attempts, other, attempts].map((one) => one.failed('manager')),
  )
  expect(all.filter((locked) => locked)).toHaveLength(1)
  expect(await other.lockedFor('manager')).toBe(1_800)
})

test('the table does not say whose failures they are', async () => {
  const { table, fail } = anOffice()
  await fail(1)
  expect(JSON.stringify(table.rows())).not.toContain('manager')
})
