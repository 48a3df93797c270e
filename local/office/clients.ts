import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { makeDynamoTable, type OnConsumed } from '../../functions/store/dynamo-table.ts'
import type { Table } from '../../functions/store/table.ts'
import { tableDefinition } from '../../functions/store/table-definition.ts'
import { EngineError } from '../engine/engine-error.ts'
import { indexesFit } from '../keepsafe/indexes-fit.ts'
import { near, stripped } from './near.ts'

export const tableName = 'zhuqi'

const needsUpgrade = () =>
  new EngineError(
    'needsUpgrade',
    '数据来自较早的版本，请先运行 npm run upgrade。The data are of an earlier version: run npm run upgrade first.',
  )

/** A client of an engine that has the table, created where it is not there yet. */
export const openClient = async (endpoint: string, name = tableName): Promise<DynamoDBClient> => {
  const client = stripped(new DynamoDBClient(near(endpoint)))
  try {
    await client.send(new CreateTableCommand(tableDefinition(name)))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
    if (!(await indexesFit(client, name))) throw needsUpgrade()
  }
  return client
}

/** The table at an engine, created where it is not there yet. */
export const openTable = async (endpoint: string, onConsumed?: OnConsumed): Promise<Table> =>
  makeDynamoTable(await openClient(endpoint), tableName, onConsumed)

export const workflowClient = (endpoint: string) => stripped(new SFNClient(near(endpoint)))
