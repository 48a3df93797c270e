import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, describe, expect, it } from 'vitest'
import { tableDefinition } from '../../../functions/store/table-definition.ts'
import { openEngine } from '../../../local/engine/engine.ts'
import { upgrade } from '../../../local/keepsafe/upgrade.ts'
import { openTable, tableName } from '../../../local/office/clients.ts'
import { near } from '../../../local/office/near.ts'
import { scratchFolder } from '../../support/table.ts'

const now = new Date('2026-11-23T05:00:00Z')
const scratch = scratchFolder()
afterAll(scratch.remove)

/** A table whose lists showed less than today's do, with a row in one of them. */
const anOlderFolder = async () => {
  const dataDir = join(scratch.folder, 'data')
  const engine = await openEngine({ dataDir })
  const client = new DynamoDBClient(near(engine.endpoint))
  const today = tableDefinition(tableName)
  await client.send(
    new CreateTableCommand({
      ...today,
      GlobalSecondaryIndexes: today.GlobalSecondaryIndexes?.map((index) => ({
        ...index,
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['id'] },
      })),
    }),
  )
  const row = { pk: 'ISSUE#1', sk: 'HEAD', id: '1', stage: 'assigned', wl: 'WORK#manager', wlAt: '2026#1' }
  const Item = Object.fromEntries(Object.entries(row).map(([name, S]) => [name, { S }]))
  await client.send(new PutItemCommand({ TableName: tableName, Item }))
  client.destroy()
  await engine.stop()
  return dataDir
}

const listIn = async (dataDir: string) => {
  const engine = await openEngine({ dataDir })
  try {
    const table = await openTable(engine.endpoint)
    return (await table.query({ index: 'worklist', pk: 'WORK#manager' })).items
  } finally {
    await engine.stop()
  }
}

describe('an upgrade', () => {
  it('gives lists of an older version what today they show, once, after a backup', async () => {
    const dataDir = await anOlderFolder()
    await expect(listIn(dataDir)).rejects.toThrow('npm run upgrade')
    const first = await upgrade(dataDir, join(scratch.folder, 'backups'), now)
    expect(first.copied).toBe(1)
    expect(await listIn(dataDir)).toMatchObject([{ id: '1', stage: 'assigned' }])
    const later = new Date(now.getTime() + 60_000)
    expect((await upgrade(dataDir, join(scratch.folder, 'backups'), later)).copied).toBeUndefined()
  })
})
