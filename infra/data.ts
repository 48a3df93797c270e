import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { type IndexName, indexes, projections } from '../functions/store/keys.ts'

export const indexNames = Object.keys(indexes) as IndexName[]

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table, with the indexes that the store's keys name. It survives the stack, and an order to delete it. */
export const makeTable = (scope: Construct): Table => {
  const table = new Table(scope, 'Table', {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    // The account's DynamoDB key: every use of it is in CloudTrail, and nobody can delete it by mistake.
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    stream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: 'ttl',
  })
  for (const name of indexNames) {
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(indexes[name].pk),
      sortKey: text(indexes[name].sk),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...projections[name]],
    })
  }
  return table
}

/** The table's indexes, one by one: a star would also cover those that do not exist yet. */
export const indexArns = (table: Table): string[] =>
  indexNames.map((name) => `${table.tableArn}/index/${name}`)
