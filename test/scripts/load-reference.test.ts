import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kindsOfReference } from '../../core/reference/records.ts'
import { makeReferenceReader } from '../../functions/lib/reference.ts'
import { keys } from '../../functions/store/keys.ts'
import { memoryEngine } from '../../local/engine/engine.ts'
import { openTable, tableName } from '../../local/office/clients.ts'
import { sampleReference } from '../../local/office/sample-office.ts'
import { wholeStream } from '../support/chain.ts'
import { scratchFolder } from '../support/table.ts'

let engine: Awaited<ReturnType<typeof memoryEngine>>
let table: Awaited<ReturnType<typeof openTable>>
const scratch = scratchFolder()
beforeAll(async () => {
  engine = await memoryEngine()
  table = await openTable(engine.endpoint)
})
afterAll(async () => {
  await engine.stop()
  scratch.remove()
})

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const load = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('scripts/load-reference.ts'), ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  })
  return { status, stdout, stderr }
}
const directory = ['--table', tableName, '--from', '2020-01-01', '--source', '示例单位名录', '--defaults']

it('fills an empty table with a directory and what an office starts with, and leaves it alone the second time', async () => {
  const first = load(...directory, at('samples/directory.json'))
  expect(first, first.stderr).toMatchObject({ status: 0, stderr: '' })
  const found = await makeReferenceReader(table)()
  const { zone, department, team, bank, user, serviceLevel, calendarYear } = sampleReference()
  const expected = { zone, department, team, bank, user, serviceLevel, calendarYear }
  for (const kind of kindsOfReference.filter((one) => one in expected)) {
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    const wanted = [...(expected[kind as keyof typeof expected] ?? [])].toSorted(byId)
    expect([...found[kind]].toSorted(byId), kind).toEqual(wanted)
  }
  await wholeStream(table, keys.recordHead('user', 'admin').pk)
  const again = load(...directory, at('samples/directory.json'))
  expect(again.stdout).toMatch(/新增 0 条，已有 \d+ 条.*\n.*新增 0 条/)
})

it('adds records of any kind, and names what it cannot take with the reason', async () => {
  const file = join(scratch.folder, 'more.json')
  const lists = {
    team: [{ id: 'team-77', name: '第77工作队' }],
    user: [{ id: 'nobody', name: '无单位', role: 'handler' }],
  }
  writeFileSync(file, JSON.stringify(lists))
  const { status, stdout, stderr } = load('--table', tableName, '--from', '2026-11-23', file)
  expect([status, stdout]).toEqual([1, expect.stringContaining('新增 1 条')])
  expect(stderr).toContain('user nobody')
  expect(stderr).toContain('/department 承办人须属于一个部门')
  const { team } = await makeReferenceReader(table)()
  expect(team).toContainEqual({
    id: 'team-77',
    name: '第77工作队',
    validFrom: '2026-11-23',
    source: '单位名录',
  })
})

it('without a table or a file says how it is used', () => {
  expect(load()).toMatchObject({ status: 2, stderr: expect.stringContaining('--table TABLE') })
})
