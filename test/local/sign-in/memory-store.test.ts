import { expect, test } from 'vitest'
import { memoryStore } from '../../../local/sign-in/memory-store.ts'

function aStore(limit?: number) {
  const clock = { now: 0 }
  const store = memoryStore(limit, () => clock.now)
  return { clock, store, sessions: store.adapter('Session'), codes: store.adapter('AuthorizationCode') }
}

test('an entry is there until it expires', async () => {
  const { clock, codes } = aStore()
  await codes.upsert('c1', { grantId: 'g1' }, 60)
  clock.now = 59_999
  expect(await codes.find('c1')).toEqual({ grantId: 'g1' })
  clock.now = 60_000
  expect(await codes.find('c1')).toBe(undefined)
})

test('expired entries leave the memory', async () => {
  const { clock, store, codes, sessions } = aStore()
  for (let n = 0; n < 1_000; n++) await codes.upsert(`c${n}`, {}, 60)
  await sessions.upsert('s1', { uid: 'u1' }, 3_600)
  clock.now = 120_000
  await codes.upsert('new', {}, 60)
  expect(store.size()).toBe(2)
  expect(await sessions.findByUid('u1')).toEqual({ uid: 'u1' })
})

test('however often a page is reloaded, only so many entries are kept', async () => {
  const { store, codes } = aStore(100)
  for (let n = 0; n < 1_000; n++) await codes.upsert(`c${n}`, {}, 3_600)
  expect(store.size()).toBe(100)
  expect(await codes.find('c999')).toEqual({})
  expect(await codes.find('c899')).toBe(undefined)
})

test('a session is found under its new name only, once it was renamed', async () => {
  const { sessions } = aStore()
  await sessions.upsert('old', { uid: 'u1' }, 60)
  await sessions.upsert('new', { uid: 'u1' }, 60)
  await sessions.destroy('old')
  expect(await sessions.findByUid('u1')).toEqual({ uid: 'u1' })
  await sessions.destroy('new')
  expect(await sessions.findByUid('u1')).toBe(undefined)
})

test('revoking a grant takes its entries of that kind along and leaves others', async () => {
  const { codes, sessions } = aStore()
  await codes.upsert('c1', { grantId: 'g1' }, 60)
  await codes.upsert('c2', { grantId: 'g2' }, 60)
  await sessions.upsert('s1', { uid: 'u1' }, 60)
  await codes.revokeByGrantId('g1')
  expect(await codes.find('c1')).toBe(undefined)
  expect(await codes.find('c2')).toBeDefined()
  expect(await sessions.find('s1')).toBeDefined()
})

test('a used code is marked as used', async () => {
  const { clock, codes } = aStore()
  await codes.upsert('c1', {}, 60)
  clock.now = 5_000
  await codes.consume('c1')
  expect(await codes.find('c1')).toEqual({ consumed: 5 })
})
