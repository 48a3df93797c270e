import { setTimeout as rest } from 'node:timers/promises'
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'

/** So few rows that nobody at the portal waits for a page of them. */
const pageRows = 500
/** After each page so many times as long as it took: the engine is there for others. */
const restsFor = 4

type Attributes = Record<string, AttributeValue>
type Sweep = {
  client: DynamoDBClient
  tableName: string
  now: Date
  /** Ends it between two pages; what is left goes with the next sweep. */
  over?: AbortSignal
}

/**
 * Removes the rows whose `ttl`, in seconds since 1970, has passed, as DynamoDB does by itself and this engine does
 * not: answers kept for a repeated request, codes, ended sessions, old notices. A row that is written anew meanwhile
 * stays. Answers how many went.
 */
export const sweepExpired = async ({ client, tableName, now, over }: Sweep): Promise<number> => {
  const expired = {
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now.getTime() / 1000)) } },
  }
  const remove = async ({ pk, sk }: Attributes) => {
    const Key = { pk, sk } as Attributes
    try {
      await client.send(
        new DeleteItemCommand({ TableName: tableName, Key, ConditionExpression: '#ttl < :now', ...expired }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }
  let gone = 0
  let after: Attributes | undefined
  do {
    const begun = performance.now()
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        Limit: pageRows,
        FilterExpression: '#ttl < :now',
        ProjectionExpression: 'pk, sk',
        ...expired,
        ...(after && { ExclusiveStartKey: after }),
      }),
    )
    for (const row of page.Items ?? []) if (await remove(row)) gone++
    after = page.LastEvaluatedKey
    if (after) await rest((performance.now() - begun) * restsFor)
  } while (after && !over?.aborted)
  return gone
}
