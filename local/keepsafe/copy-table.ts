import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { tableDefinition } from '../../functions/store/table-definition.ts'
import { scanPage } from '../engine/scan-page.ts'

/** What one batch takes. */
const batchSize = 25
/** A batch may leave some of it undone when it is asked too fast. */
const attempts = 8

const writeAll = async (client: DynamoDBClient, table: string, items: Record<string, AttributeValue>[]) => {
  let waiting = items.map((Item) => ({ PutRequest: { Item } }))
  for (let attempt = 0; waiting.length > 0; attempt++) {
    if (attempt === attempts) throw new Error(`${waiting.length} items could not be written`)
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: waiting } }),
    )
    waiting = (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
    )
  }
}

/** Copies every item into a table with today's indexes. Resolves with the number of items. */
export const copyTable = async (from: DynamoDBClient, to: DynamoDBClient, name: string): Promise<number> => {
  await to.send(new CreateTableCommand(tableDefinition(name)))
  let count = 0
  let after: Record<string, AttributeValue> | undefined
  do {
    const page = await from.send(
      new ScanCommand({ TableName: name, Limit: scanPage, ExclusiveStartKey: after }),
    )
    const items = page.Items ?? []
    for (let start = 0; start < items.length; start += batchSize)
      await writeAll(to, name, items.slice(start, start + batchSize))
    count += items.length
    after = page.LastEvaluatedKey
  } while (after)
  return count
}
