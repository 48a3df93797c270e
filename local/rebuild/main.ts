import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { makeContainer } from '../../functions/lib/container.ts'
import { makeDynamoTable } from '../../functions/store/dynamo-table.ts'
import { openEngine } from '../engine/engine.ts'
import { EngineError } from '../engine/engine-error.ts'
import { openClient, tableName } from '../office/clients.ts'
import type { Office } from './office.ts'
import { differencesOf, recount } from './recount.ts'
import { repair } from './repair.ts'
import { dropState, fresh, keepState, readState, type State } from './state.ts'

/**
 * `npm run rebuild [-- --repair]`: works every counter out again from the events and prints what differs; ended
 * halfway it goes on from there. Of the data folder (`ZHUQI_DATA`) of an office that is closed, or of the table that
 * TABLE_NAME names in the cloud, at a quiet hour. Ends with 1 where something differs and was not repaired.
 */
const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } })
const dataDir = resolve(process.env.ZHUQI_DATA ?? '.zhuqi')
const cloudTable = process.env.TABLE_NAME
const stateFile = cloudTable ? resolve(`rebuild-${cloudTable}.json`) : join(dataDir, 'rebuild.json')
/** A table in the cloud answers many at once; the engine on one machine answers one after another. */
const cloudParts = 4
/** Seconds between two keepings of how far it is. */
const keepEvery = 2

const officeOf = async (client: DynamoDBClient, name: string): Promise<Office> => {
  const table = makeDynamoTable(client, name)
  return { client, table, name, calendar: await makeContainer({ table }).calendar() }
}

const bar = (share: number) => '█'.repeat(Math.round(share * 24)).padEnd(24, '░')

const progress = (total: number | undefined, keep: boolean, counted = 0) => {
  const started = performance.now()
  let kept = started
  return (state: State) => {
    const now = performance.now()
    const rate = Math.round((state.events - counted) / Math.max((now - started) / 1000, 0.001))
    const items = state.closer?.items ?? state.items
    const done = total ? `${bar(Math.min(items / total, 1))} ${items}/${total}` : `${items}`
    process.stderr.write(`\r${done} 条记录，${state.events} 个事件，${rate} 个/秒 events/s   `)
    if (!keep || now - kept < keepEvery * 1000) return
    kept = now
    keepState(stateFile, state)
  }
}

const told = (state: State): number => {
  const differences = differencesOf(state)
  process.stderr.write('\n')
  for (const id of state.wrong)
    console.log(`诉求 ${id} 的计数与事件不符 / counted otherwise than its events say`)
  for (const { place, name, stored, expected } of differences)
    console.log(`${place} ${name}: 现为 ${stored}，应为 ${expected} / is ${stored}, should be ${expected}`)
  const found = differences.length + state.wrong.length
  console.log(
    found === 0
      ? `${state.issues} 件诉求、${state.events} 个事件：计数全部相符 / all counters agree`
      : `${state.wrong.length} 件诉求、${differences.length} 个计数不符 / issues and counters that differ`,
  )
  return found
}

const run = async (office: Office) => {
  const { Table } = await office.client.send(new DescribeTableCommand({ TableName: office.name }))
  const total = Table?.ItemCount || undefined
  const earlier = readState(stateFile)
  if (earlier) console.log(`接着上次的进度 / going on after ${(earlier.closer ?? earlier).items} items`)
  const state = await recount(
    office,
    earlier ?? fresh(cloudTable ? cloudParts : 1),
    progress(total, true, earlier?.events),
  )
  dropState(stateFile)
  const found = told(state)
  if (found === 0 || !values.repair) {
    process.exitCode = found > 0 ? 1 : 0
    return
  }
  console.log('正在修复…… / repairing …')
  if (told(await repair(office, state, progress(total, false))) > 0) process.exitCode = 1
}

const onOwnEngine = async () => {
  const engine = await openEngine({ dataDir })
  try {
    await run(await officeOf(await openClient(engine.endpoint), tableName))
  } finally {
    await engine.stop()
  }
}

try {
  if (cloudTable) await run(await officeOf(new DynamoDBClient({}), cloudTable))
  else await onOwnEngine()
} catch (error) {
  console.error(error instanceof EngineError ? error.message : error)
  process.exitCode = 1
}
