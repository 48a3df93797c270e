import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb'
import { fromAttributes, toAttribute, toAttributes } from './attributes.ts'
import { indexes } from './keys.ts'
import type { Condition, Item, Key, Page, Question, Table, Write, WriteResult } from './table.ts'

type Action = NonNullable<TransactWriteItemsCommandInput['TransactItems']>[number]
type Guard = {
  ConditionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, AttributeValue>
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
      ExpressionAttributeValues: { ':version': toAttribute(when.version) },
    }
  }
  return {
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
    ExpressionAttributeValues: { ':now': toAttribute(when.absentOrExpiredBy) },
  }
}

const keyOf = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } })
const itemFrom = (attributes: Record<string, AttributeValue>) => fromAttributes(attributes) as Item

const action = (TableName: string, write: Write): Action => {
  if ('put' in write) return { Put: { TableName, Item: toAttributes(write.put), ...guard(write.when) } }
  if ('remove' in write) return { Delete: { TableName, Key: keyOf(write.remove), ...guard(write.when) } }
  if ('check' in write) {
    const { ConditionExpression = '', ...values } = guard(write.when)
    return { ConditionCheck: { TableName, Key: keyOf(write.check), ConditionExpression, ...values } }
  }
  const amounts = Object.entries(write.amounts)
  return {
    Update: {
      TableName,
      Key: keyOf(write.add),
      UpdateExpression: `ADD ${amounts.map((_, i) => `#a${i} :a${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(amounts.map(([name], i) => [`#a${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        amounts.map(([, amount], i) => [`:a${i}`, toAttribute(amount)]),
      ),
    },
  }
}

/** Reasons that pass by themselves: another writer at the same row, or more than the table takes just now. */
const passing = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']

/** A cancelled transaction says which of its places failed and why; only a failed condition is final. */
const explained = (error: unknown): WriteResult => {
  if (error instanceof TransactionInProgressException) return { written: false, why: 'conflict', failed: [] }
  if (!(error instanceof TransactionCanceledException)) throw error
  const reasons = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
  const at = (code: string) => reasons.flatMap((reason, index) => (reason === code ? [index] : []))
  const conditions = at('ConditionalCheckFailed')
  if (conditions.length > 0) return { written: false, why: 'condition', failed: conditions }
  const conflicts = passing.flatMap(at)
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
    ExpressionAttributeValues: toAttributes(values),
  }
}

/** The table on DynamoDB, through the client it is given. */
export const makeDynamoTable = (
  client: DynamoDBClient,
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
        ...(question.after && { ExclusiveStartKey: toAttributes(question.after) }),
        ScanIndexForward: !question.descending,
        ...ask,
      }),
    )
    tell('read', answer.ConsumedCapacity)
    const last = answer.LastEvaluatedKey
    const next = last && (fromAttributes(last) as Record<string, string>)
    return { items: (answer.Items ?? []).map(itemFrom), ...(next && { next }) }
  }

  const getMany = async (keys: readonly Key[]): Promise<Item[]> => {
    const found: Item[] = []
    let wanted = keys.map(keyOf)
    while (wanted.length > 0) {
      const batch = wanted.slice(0, 100)
      const answer = await client.send(
        new BatchGetItemCommand({
          RequestItems: { [TableName]: { Keys: batch, ConsistentRead: true } },
          ...ask,
        }),
      )
      tell('read', answer.ConsumedCapacity)
      found.push(...(answer.Responses?.[TableName] ?? []).map(itemFrom))
      const left = (answer.UnprocessedKeys?.[TableName]?.Keys ?? []) as typeof wanted
      wanted = [...left, ...wanted.slice(100)]
    }
    return found
  }

  return {
    get: async (key) => {
      const answer = await client.send(
        new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true, ...ask }),
      )
      tell('read', answer.ConsumedCapacity)
      return answer.Item && itemFrom(answer.Item)
    },
    getMany,
    query,
    transact: async (writes) => {
      try {
        const answer = await client.send(
          new TransactWriteItemsCommand({
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
        new PutItemCommand({ TableName, Item: toAttributes(item), ReturnValues: 'ALL_OLD', ...ask }),
      )
      tell('write', answer.ConsumedCapacity)
      return answer.Attributes && itemFrom(answer.Attributes)
    },
  }
}
