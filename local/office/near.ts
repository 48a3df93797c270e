import { Agent, request as ask, type IncomingMessage } from 'node:http'
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'

/** The request of the SDK, as far as it matters to something on the same machine. */
type Asked = {
  hostname: string
  port?: number
  method: string
  path: string
  headers: Record<string, string>
  body?: unknown
}

/** Enough for everything that goes on at once; the engine takes one write after another anyhow. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const wholeBody = (response: IncomingMessage) =>
  new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
    response.on('error', reject)
  })

/** Sends a request in one piece and takes the answer in one piece: they are small, and the way is short. */
const handle = ({ hostname: host, port, method, path, headers, body }: Asked) =>
  new Promise((resolve, reject) => {
    const request = ask({ agent, host, port, method, path, headers }, (response) => {
      const { statusCode, headers } = response
      wholeBody(response).then((body) => resolve({ response: { statusCode, headers, body } }), reject)
    })
    request.on('error', reject)
    request.end(body)
  })

/** Engines want to see a signature and check none. Making real ones costs more than the engine's answer. */
const unsigned = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/local/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
}

/** How the SDK's clients speak to an engine on this machine: as ever, less what only a far and public service needs. */
export const near = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  cacheMiddleware: true,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  requestHandler: { handle } as unknown as NonNullable<DynamoDBClientConfig['requestHandler']>,
  signer: {
    sign: (request: Asked) => Promise.resolve({ ...request, headers: { ...request.headers, ...unsigned } }),
  } as unknown as NonNullable<DynamoDBClientConfig['signer']>,
})

/** Steps of the SDK that say who asks, and guard one Lambda against calling itself for ever. */
const notNeeded = ['loggerMiddleware', 'recursionDetectionMiddleware', 'getUserAgentMiddleware']

type Client = { middlewareStack: { remove(name: string): boolean } }

export const stripped = <C extends Client>(client: C): C => {
  for (const name of notNeeded) client.middlewareStack.remove(name)
  return client
}
