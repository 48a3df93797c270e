import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { type IndexName, indexes, projections } from './keys.ts'

const indexNames = Object.keys(indexes) as IndexName[]
const keyAttributes = ['pk', 'sk', ...indexNames.flatMap((name) => [indexes[name].pk, indexes[name].sk])]

/** The table as the engine on one machine creates it; the stack builds the same from the same names. */
export const tableDefinition = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: keyAttributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: indexNames.map((IndexName) => ({
    IndexName,
    KeySchema: [
      { AttributeName: indexes[IndexName].pk, KeyType: 'HASH' },
      { AttributeName: indexes[IndexName].sk, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projections[IndexName]] },
  })),
})
