import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { makeDynamoTable, type OnConsumed } from '../../functions/store/dynamo-table.ts'
import type { Table } from '../../functions/store/table.ts'
import { tableDefinition } from '../../functions/store/table-definition.ts'

/** The engines on this machine ask for no real credentials, but the SDK will not speak without some. */
const nearby = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

export const tableName = 'zhuqi'

/** A client of an engine that has the table, created where it is not there yet. */
export const openDocuments = async (endpoint: string, name = tableName): Promise<DynamoDBDocumentClient> => {
  const client = new DynamoDBClient(nearby(endpoint))
  try {
    await client.send(new CreateTableCommand(tableDefinition(name)))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

/** The table at an engine, created where it is not there yet. */
export const openTable = async (endpoint: string, onConsumed?: OnConsumed): Promise<Table> =>
  makeDynamoTable(await openDocuments(endpoint), tableName, onConsumed)

export const workflowClient = (endpoint: string) => new SFNClient(nearby(endpoint))
