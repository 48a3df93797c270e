import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { fromAttributes } from '../../functions/store/attributes.ts'
import type { Item } from '../../functions/store/table.ts'

/** All that a table holds, read from its engine past every access pattern. */
export const everyRow = async (endpoint: string, tableName = 'zhuqi'): Promise<Item[]> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const rows: Item[] = []
  let after: Record<string, never> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ExclusiveStartKey: after }))
    for (const item of page.Items ?? []) rows.push(fromAttributes(item) as Item)
    after = page.LastEvaluatedKey as typeof after
  } while (after)
  client.destroy()
  return rows
}

/** As text in which a marked word is found wherever it stands, in a file's bytes too. */
export const asText = (row: Item): string =>
  JSON.stringify(row, (_, value: unknown) => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
    const bytes = value as { type?: unknown; data?: unknown } | null
    return bytes?.type === 'Buffer' && Array.isArray(bytes.data)
      ? Buffer.from(bytes.data as number[]).toString('utf8')
      : value
  })
