import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openEngine } from '../../../local/engine/engine.ts'
import { aDataFolder, anOwner, engineOf, lockOf, records, waitUntil } from './engines.ts'

test('after the owner is killed, the next opening ends its engine and finds everything that was answered', async () => {
  const dataDir = aDataFolder()
  const owner = anOwner(dataDir, 'write')
  const leftover = Number(await owner.said('engine '))
  await owner.said('answered 150')
  owner.child.kill('SIGKILL')
  await owner.ended
  expect(await engineOf(dataDir)).toEqual([leftover])

  const engine = await openEngine({ dataDir })
  expect(await engineOf(dataDir)).toEqual([engine.pid])
  expect(engine.pid).not.toBe(leftover)
  const answered = owner.lines.flatMap((line) => /^answered (\d+)$/.exec(line)?.[1] ?? [])
  expect(answered.length).toBeGreaterThan(150)
  expect(await records(engine.endpoint).missingOf(answered)).toEqual([])
  await engine.stop()
  expect(await engineOf(dataDir)).toEqual([])
})

test('an engine whose lock was lost is found and ended all the same', async () => {
  const dataDir = aDataFolder()
  const owner = anOwner(dataDir, 'wait')
  const leftover = Number(await owner.said('engine '))
  owner.child.kill('SIGKILL')
  await owner.ended
  writeFileSync(join(dataDir, 'engine.lock'), '{"half')

  const engine = await openEngine({ dataDir })
  expect(await engineOf(dataDir)).toEqual([engine.pid])
  expect(engine.pid).not.toBe(leftover)
  await engine.stop()
})

test('while an office runs on the folder, a second one is refused with its process number', async () => {
  const dataDir = aDataFolder()
  const owner = anOwner(dataDir, 'wait')
  const engine = Number(await owner.said('engine '))
  await expect(openEngine({ dataDir })).rejects.toMatchObject({
    code: 'officeRunning',
    message: expect.stringMatching(
      new RegExp(`Another Zhuqi is running on this data folder \\(process ${owner.child.pid}\\)`),
    ),
  })
  expect(await engineOf(dataDir)).toEqual([engine])
})

test('of eight openings at once exactly one wins', async () => {
  const dataDir = aDataFolder()
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => openEngine({ dataDir })))
  const won = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const lost = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
  expect(won).toHaveLength(1)
  expect(lost).toEqual(Array(7).fill('officeRunning'))
  await won[0]?.stop()
})

test('of four processes that open the folder of a killed owner at once, exactly one wins', async () => {
  const dataDir = aDataFolder()
  const killed = anOwner(dataDir, 'wait')
  await killed.said('engine ')
  killed.child.kill('SIGKILL')
  await killed.ended

  const owners = Array.from({ length: 4 }, () => anOwner(dataDir, 'wait'))
  const outcomes = await Promise.allSettled(owners.map((owner) => owner.said('engine ')))
  const won = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [Number(each.value)] : []))
  expect(won).toHaveLength(1)
  expect(await engineOf(dataDir)).toEqual(won)
})

test('an unrelated process whose number stands in a stale lock is left alone', async () => {
  const dataDir = aDataFolder()
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  onTestFinished(() => {
    bystander.kill('SIGKILL')
  })
  const pid = bystander.pid
  const stale = { owner: { pid }, engine: { pid, port: 8000 }, startedAt: '2026-11-22T00:00:00.000Z' }
  writeFileSync(join(dataDir, 'engine.lock'), JSON.stringify(stale))

  const engine = await openEngine({ dataDir })
  expect(lockOf(dataDir).engine.pid).toBe(engine.pid)
  expect(bystander.exitCode).toBe(null)
  expect(bystander.signalCode).toBe(null)
  await engine.stop()
})

test('the engine of another data folder is left alone', async () => {
  const other = await openEngine({ dataDir: aDataFolder() })
  const mine = await openEngine({ dataDir: aDataFolder() })
  await mine.stop()
  await expect(records(other.endpoint).create()).resolves.toBeDefined()
  await other.stop()
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'an owner that is told to end with %s takes its engine along',
  async (signal) => {
    const dataDir = aDataFolder()
    const owner = anOwner(dataDir, 'wait')
    await owner.said('engine ')
    owner.child.kill(signal)
    expect(await owner.ended).toEqual({ code: null, signal })
    await waitUntil(async () => (await engineOf(dataDir)).length === 0)
  },
)

test.each([
  ['falls over', 'throw', 1],
  ['has nothing left to do', 'end', 0],
] as const)('an owner that %s takes its engine along', async (_, mode, code) => {
  const dataDir = aDataFolder()
  const owner = anOwner(dataDir, mode)
  await owner.said('engine ')
  expect(await owner.ended).toEqual({ code, signal: null })
  await waitUntil(async () => (await engineOf(dataDir)).length === 0)
})
