import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryEngine, openEngine } from '../../../local/engine/engine.ts'
import { aDataFolder, engineOf, lockOf, records, waitUntil } from './engines.ts'

test('what was written is there after the office is closed and opened again', async () => {
  const dataDir = aDataFolder()
  const first = await openEngine({ dataDir })
  await records(first.endpoint).create()
  await records(first.endpoint).put('a firm')
  await first.stop()

  const second = await openEngine({ dataDir })
  expect(await records(second.endpoint).has('a firm')).toBe(true)
  await second.stop()
})

/** Windows keeps no such modes: there the folder's own rights count. */
const forOthers = process.platform === 'win32' ? 0 : 0o077

test('nobody but its owner reads the database, also in a folder that others may look into', async () => {
  const dataDir = aDataFolder()
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, 0o755)
  const engine = await openEngine({ dataDir })
  await records(engine.endpoint).create()
  await records(engine.endpoint).put('a firm')
  const files = readdirSync(dataDir).filter((name) => name.startsWith('zhuqi.db'))
  expect(files).toContain('zhuqi.db')
  expect(files.filter((name) => (statSync(join(dataDir, name)).mode & forOthers) !== 0)).toEqual([])
  await engine.stop()
})

test('the lock names the engine, its port and the owner while it is open', async () => {
  const dataDir = aDataFolder()
  const engine = await openEngine({ dataDir })
  expect(lockOf(dataDir)).toMatchObject({
    owner: { pid: process.pid },
    engine: { pid: engine.pid, port: engine.port },
  })
  await engine.stop()
  expect(existsSync(join(dataDir, 'engine.lock'))).toBe(false)
})

test('stopping twice is the same as stopping once, and leaves no engine', async () => {
  const dataDir = aDataFolder()
  const engine = await openEngine({ dataDir })
  await Promise.all([engine.stop(), engine.stop()])
  await engine.stop()
  expect(await engineOf(dataDir)).toEqual([])
})

test('an engine that dies by itself is reported, one that is stopped is not', async () => {
  const exits: unknown[] = []
  const onExit = (exit: unknown) => exits.push(exit)
  const stopped = await openEngine({ dataDir: aDataFolder(), onExit })
  await stopped.stop()

  const dying = await openEngine({ dataDir: aDataFolder(), onExit })
  process.kill(dying.pid, 'SIGKILL')
  await waitUntil(() => exits.length > 0)
  expect(exits).toEqual([{ code: null, signal: 'SIGKILL' }])
  await dying.stop()
})

test('after the engine died, the folder can be opened again once it is stopped', async () => {
  const dataDir = aDataFolder()
  const dying = await openEngine({ dataDir })
  process.kill(dying.pid, 'SIGKILL')
  await dying.stop()
  const again = await openEngine({ dataDir })
  await again.stop()
})

test('engines in memory share nothing and forget everything', async () => {
  const [one, other] = await Promise.all([memoryEngine(), memoryEngine()])
  await records(one.endpoint).create()
  await records(other.endpoint).create()
  await records(one.endpoint).put('a firm')
  expect(await records(other.endpoint).has('a firm')).toBe(false)
  await Promise.all([one.stop(), other.stop()])
})
