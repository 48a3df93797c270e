import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { indexes } from './keys.ts'
import type { Condition, Item, Key, Page, Question, Table, Write, WriteResult } from './table.ts'

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
type Guard = {
  ConditionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}

/** What DynamoDB reports to have charged, where someone listens. */
export type Consumed = { TableName?: string | undefined; CapacityUnits?: number | undefined }
export type OnConsumed = (operation: 'read' | 'write', consumed: Consumed) => void

const guard = (when: Condition | undefined): Guard => {
  if (when === undefined) return {}
  if (when === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' }
  if ('version' in when) {
    return {
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': when.version },
    }
  }
  return {
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
    ExpressionAttributeValues: { ':now': when.absentOrExpiredBy },
  }
}

const plainKey = ({ pk, sk }: Key) => ({ pk, sk })

const action = (TableName: string, write: Write): Action => {
  if ('put' in write) return { Put: { TableName, Item: write.put, ...guard(write.when) } }
  if ('remove' in write) return { Delete: { TableName, Key: plainKey(write.remove), ...guard(write.when) } }
  const amounts = Object.entries(write.amounts)
  return {
    Update: {
      TableName,
      Key: plainKey(write.add),
      UpdateExpression: `ADD ${amounts.map((_, i) => `#a${i} :a${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(amounts.map(([name], i) => [`#a${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(amounts.map(([, amount], i) => [`:a${i}`, amount])),
    },
  }
}

/** A cancelled transaction says which of its places failed and why; only a failed condition is final. */
const explained = (error: unknown): WriteResult => {
  if (error instanceof TransactionInProgressException) return { written: false, why: 'conflict', failed: [] }
  if (!(error instanceof TransactionCanceledException)) throw error
  const reasons = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
  const at = (code: string) => reasons.flatMap((reason, index) => (reason === code ? [index] : []))
  const conditions = at('ConditionalCheckFailed')
  if (conditions.length > 0) return { written: false, why: 'condition', failed: conditions }
  const conflicts = at('TransactionConflict')
  if (conflicts.length > 0) return { written: false, why: 'conflict', failed: conflicts }
  throw error
}

const keyCondition = (question: Question) => {
  const { pk, sk } = question.index ? indexes[question.index] : { pk: 'pk', sk: 'sk' }
  const values: Record<string, string> = { ':pk': question.pk }
  const range = question.sk
  const parts = ['#pk = :pk']
  if (range && 'beginsWith' in range) {
    parts.push('begins_with(#sk, :sk)')
    values[':sk'] = range.beginsWith
  } else if (range?.from !== undefined && range.to !== undefined) {
    parts.push('#sk BETWEEN :from AND :to')
    values[':from'] = range.from
    values[':to'] = range.to
  } else if (range?.from !== undefined) {
    parts.push('#sk >= :from')
    values[':from'] = range.from
  } else if (range?.to !== undefined) {
    parts.push('#sk <= :to')
    values[':to'] = range.to
  }
  return {
    KeyConditionExpression: parts.join(' AND '),
    ExpressionAttributeNames: { '#pk': pk, ...(parts.length > 1 && { '#sk': sk }) },
    ExpressionAttributeValues: values,
  }
}

/** The table on DynamoDB, through the document client it is given. */
export const makeDynamoTable = (
  client: DynamoDBDocumentClient,
  TableName: string,
  onConsumed?: OnConsumed,
): Table => {
  const ask = onConsumed ? ({ ReturnConsumedCapacity: 'TOTAL' } as const) : {}
  const tell = (operation: 'read' | 'write', consumed: Consumed | Consumed[] | undefined) => {
    if (!onConsumed || !consumed) return
    for (const one of Array.isArray(consumed) ? consumed : [consumed]) onConsumed(operation, one)
  }

  const query = async (question: Question): Promise<Page> => {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        ...(question.index ? { IndexName: question.index } : { ConsistentRead: question.consistent ?? true }),
        ...keyCondition(question),
        ...(question.limit !== undefined && { Limit: question.limit }),
        ...(question.after && { ExclusiveStartKey: { ...question.after } }),
        ScanIndexForward: !question.descending,
        ...ask,
      }),
    )
    tell('read', answer.ConsumedCapacity)
    const next = answer.LastEvaluatedKey as Record<string, string> | undefined
    return { items: (answer.Items ?? []) as Item[], ...(next && { next }) }
  }

  const getMany = async (keys: readonly Key[]): Promise<Item[]> => {
    const found: Item[] = []
    let wanted = keys.map(plainKey)
    while (wanted.length > 0) {
      const batch = wanted.slice(0, 100)
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: batch, ConsistentRead: true } }, ...ask }),
      )
      tell('read', answer.ConsumedCapacity)
      found.push(...((answer.Responses?.[TableName] ?? []) as Item[]))
      const left = (answer.UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[]
      wanted = [...left, ...wanted.slice(100)]
    }
    return found
  }

  return {
    get: async (key) => {
      const answer = await client.send(
        new GetCommand({ TableName, Key: plainKey(key), ConsistentRead: true, ...ask }),
      )
      tell('read', answer.ConsumedCapacity)
      return answer.Item as Item | undefined
    },
    getMany,
    query,
    transact: async (writes) => {
      try {
        const answer = await client.send(
          new TransactWriteCommand({
            TransactItems: writes.map((write) => action(TableName, write)),
            ...ask,
          }),
        )
        tell('write', answer.ConsumedCapacity)
        return { written: true }
      } catch (error) {
        return explained(error)
      }
    },
    swap: async (item) => {
      const answer = await client.send(
        new PutCommand({ TableName, Item: item, ReturnValues: 'ALL_OLD', ...ask }),
      )
      tell('write', answer.ConsumedCapacity)
      return answer.Attributes as Item | undefined
    },
  }
}
