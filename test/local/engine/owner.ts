import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { openEngine } from '../../../local/engine/engine.ts'

/**
 * Run by the tests as a process of its own: opens the data folder, writes one record after another and
 * prints the number of each once it is answered, until it is killed or told what to do by its mode.
 */
const [dataDir = '', mode = 'write'] = process.argv.slice(2)
const engine = await openEngine({ dataDir })
console.log(`engine ${engine.pid}`)

if (mode === 'write') {
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  await client.send(
    new CreateTableCommand({
      TableName: 'answers',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  )
  for (let n = 0; ; n++) {
    await client.send(new PutItemCommand({ TableName: 'answers', Item: { pk: { S: String(n) } } }))
    console.log(`answered ${n}`)
  }
}
if (mode === 'throw') throw new Error('the office fell over')
if (mode === 'wait') setInterval(() => {}, 1_000)
