import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { tableDefinition } from '../../functions/store/table-definition.ts'

type Index = {
  IndexName?: string | undefined
  KeySchema?: readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[] | undefined
  Projection?: { NonKeyAttributes?: readonly string[] | undefined } | undefined
}

const shapeOf = ({ IndexName, KeySchema, Projection }: Index): string =>
  JSON.stringify([
    IndexName,
    KeySchema?.map((key) => [key.KeyType, key.AttributeName]),
    [...(Projection?.NonKeyAttributes ?? [])].sort(),
  ])

const shapesOf = (indexes: readonly Index[] = []): string => indexes.map(shapeOf).sort().join('\n')

/** Whether the table as it stands has the indexes, and in them the attributes, that this version lists from. */
export const indexesFit = async (client: DynamoDBClient, name: string): Promise<boolean> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  return shapesOf(Table?.GlobalSecondaryIndexes) === shapesOf(tableDefinition(name).GlobalSecondaryIndexes)
}
