import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { makeDynamoTable, type OnConsumed } from '../store/dynamo-table.ts'
import type { Table } from '../store/table.ts'
import { type Container, makeContainer } from './container.ts'

/** The one place where the table's client is built; the SDK finds its endpoint and region in its own variables. */
export const awsTable = (tableName: string, onConsumed?: OnConsumed): Table =>
  makeDynamoTable(new DynamoDBClient({ cacheMiddleware: true }), tableName, onConsumed)

export const awsContainer = (environment: { TABLE_NAME: string }): Container =>
  makeContainer({ table: awsTable(environment.TABLE_NAME) })
