import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { engineBinary } from '../../../local/engine/binary.ts'
import { openEngine } from '../../../local/engine/engine.ts'
import { enginesOn } from '../../../local/engine/leftover.ts'
import { engineIn, processesFromPs, processesFromWindows } from '../../../local/engine/seen-process.ts'
import { aDataFolder } from './engines.ts'

test('a machine for which no engine is installed is told which package to install', () => {
  expect(() => engineBinary('freebsd', 'riscv64')).toThrow(
    /the package @dynoxide\/freebsd-riscv64 is missing\. Run npm install/,
  )
})

test('on Windows the program ends in .exe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhuqi-binary-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'dynoxide.exe'), '')
  expect(engineBinary('win32', 'x64', () => join(folder, 'package.json'))).toBe(join(folder, 'dynoxide.exe'))
})

test('an engine is known by its program and its file together', () => {
  const serving = (file: string) => `/opt/x/dynoxide serve --host 127.0.0.1 --port 4711 --db-path ${file}`
  expect(engineIn(serving('/data/zhuqi.db'), '/data/zhuqi.db')).toBe(true)
  expect(engineIn(serving('/data/zhuqi.db2'), '/data/zhuqi.db')).toBe(false)
  expect(engineIn(serving('/other/data/zhuqi.db'), '/data/zhuqi.db')).toBe(false)
  expect(engineIn('tail -f dynoxide --db-path /data/zhuqi.db', '/data/zhuqi.db')).toBe(false)
  expect(engineIn('vim /data/zhuqi.db', '/data/zhuqi.db')).toBe(false)
  expect(engineIn('', '/data/zhuqi.db')).toBe(false)
})

test('a data folder with spaces in its name is recognised, with and without quotes', () => {
  const file = 'C:\\My Data\\zhuqi.db'
  expect(engineIn(`"C:\\x y\\dynoxide.exe" serve --port 1 --db-path "${file}"`, file)).toBe(true)
  expect(engineIn('/x y/dynoxide serve --port 1 --db-path /my data/zhuqi.db', '/my data/zhuqi.db')).toBe(true)
})

test('the list of processes is read as ps prints it', () => {
  expect(processesFromPs('    1 /sbin/launchd\n 4711 /x/dynoxide serve --port 1\n\n')).toEqual([
    { pid: 1, command: '/sbin/launchd' },
    { pid: 4711, command: '/x/dynoxide serve --port 1' },
  ])
})

test('the list of processes is read as PowerShell prints it: none, one or many', () => {
  expect(processesFromWindows('\r\n')).toEqual([])
  expect(processesFromWindows('{"ProcessId":7,"CommandLine":"x"}')).toEqual([{ pid: 7, command: 'x' }])
  expect(
    processesFromWindows('[{"ProcessId":7,"CommandLine":null},{"ProcessId":8,"CommandLine":"y"}]'),
  ).toEqual([
    { pid: 7, command: '' },
    { pid: 8, command: 'y' },
  ])
})

test('an engine is found through ps where there is no /proc', async () => {
  const dataDir = aDataFolder()
  const engine = await openEngine({ dataDir })
  expect(await enginesOn(join(dataDir, 'zhuqi.db'), 'darwin')).toEqual([engine.pid])
  await engine.stop()
})

test('an engine that cannot open its file says why', async () => {
  const dataDir = aDataFolder()
  writeFileSync(join(dataDir, 'zhuqi.db'), 'this is not a database at all, and never was one'.repeat(100))
  await expect(openEngine({ dataDir })).rejects.toMatchObject({
    code: 'engineFailed',
    message: expect.stringContaining('not a valid SQLite database'),
  })
})

test('a folder that was refused once can be opened when the cause is gone', async () => {
  const dataDir = aDataFolder()
  writeFileSync(join(dataDir, 'zhuqi.db'), 'this is not a database at all, and never was one'.repeat(100))
  await expect(openEngine({ dataDir })).rejects.toThrow()
  rmSync(join(dataDir, 'zhuqi.db'))
  const engine = await openEngine({ dataDir })
  await engine.stop()
})
