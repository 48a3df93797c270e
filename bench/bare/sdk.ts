import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'

/** A function that does nothing but have the SDK's clients ready: what every function here is measured against. */
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const commands = { BatchGetCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand }
export const handler = async () => [client, commands]
