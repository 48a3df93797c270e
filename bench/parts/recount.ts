import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { localDate } from '../../core/zone-time.ts'
import { memberFrom } from '../../functions/lib/indicators/members.ts'
import { makeDynamoTable } from '../../functions/store/dynamo-table.ts'
import { keys } from '../../functions/store/keys.ts'
import { type Item, transactionLimit } from '../../functions/store/table.ts'
import { memoryEngine } from '../../local/engine/engine.ts'
import { scanPage } from '../../local/engine/scan-page.ts'
import { openClient, tableName } from '../../local/office/clients.ts'
import { recount } from '../../local/rebuild/recount.ts'
import { fresh } from '../../local/rebuild/state.ts'
import { client } from '../load/http.ts'
import { oneLifecycle } from '../load/lifecycle.ts'
import { openOffice, sampleFirms, secondsUntilIdle } from '../office.ts'
import { median } from '../percentiles.ts'

export type Recount = { events: number; perSecond: number; bare: { perSecond: number } }

const copies = 6_000
const rounds = 5

/** The rows of an issue that has gone its whole way, and its rows of what was counted. */
const oneIssue = async () => {
  const opened = await openOffice()
  const { office, tokens } = opened
  const { send, close } = client(office.origin)
  try {
    const job = { kind: 'lifecycles', origin: office.origin, tokens, firms: sampleFirms() } as const
    await oneLifecycle(send, { ...job, clients: 1, seconds: 0, routedBy: 'dispatcher' }, () => {})
    await secondsUntilIdle(opened)
    const month = localDate(office.container.now()).slice(0, 7)
    const [member] = (await office.plainTable.query({ pk: keys.member(month, '').pk })).items
    if (!member) throw new Error('the issue to copy is not there')
    const { items } = await office.plainTable.query({ pk: keys.issueHead(member.sk).pk })
    const months = new Set(memberFrom(member).counted.map((parcel) => parcel.month))
    const members = await office.plainTable.getMany([...months].map((each) => keys.member(each, member.sk)))
    return { id: member.sk, rows: [...items, ...members], calendar: await office.container.calendar() }
  } finally {
    close()
    await opened.close()
  }
}

const copyOf = (rows: readonly Item[], id: string, n: number): Item[] =>
  JSON.parse(JSON.stringify(rows).replaceAll(id, `20200101-${n.toString().padStart(5, '0')}`)) as Item[]

/** Seconds that the table takes to be read and thrown away. */
const secondsToRead = async (at: DynamoDBClient) => {
  const started = performance.now()
  let after: Record<string, AttributeValue> | undefined
  do {
    const all = { TableName: tableName, ConsistentRead: true, Limit: scanPage, ExclusiveStartKey: after }
    const page = await at.send(new ScanCommand(all))
    after = page.LastEvaluatedKey
  } while (after)
  return (performance.now() - started) / 1000
}

/**
 * How fast a table of many issues is counted again from its events, on an engine of its own, and how fast the same
 * client reads the same table without doing anything with it; medians of several rounds in turns.
 */
export const measureRecount = async (): Promise<Recount> => {
  const { id, rows, calendar } = await oneIssue()
  const engine = await memoryEngine()
  try {
    const at = await openClient(engine.endpoint)
    const table = makeDynamoTable(at, tableName)
    const perWrite = Math.floor(transactionLimit / rows.length)
    for (let n = 0; n < copies; n += perWrite) {
      const puts = Array.from({ length: perWrite }, (_, index) => copyOf(rows, id, n + index))
      await table.transact(puts.flat().map((put) => ({ put })))
    }
    const counted: number[] = []
    const bare: number[] = []
    let events = 0
    for (let round = 0; round < rounds; round++) {
      bare.push(await secondsToRead(at))
      const started = performance.now()
      const state = await recount({ client: at, table, name: tableName, calendar }, fresh(), () => {})
      counted.push((performance.now() - started) / 1000)
      if (state.wrong.length > 0) throw new Error('copies are counted otherwise than their original')
      events = state.events
    }
    return { events, perSecond: events / median(counted), bare: { perSecond: events / median(bare) } }
  } finally {
    await engine.stop()
  }
}
