import { randomBytes, randomUUID } from 'node:crypto'
import type { Send } from './http.ts'
import type { BareJob } from './job.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** Another text of the same length, so that the items stay the same size. */
const another = (text: string): string =>
  uuid.test(text) ? randomUUID() : randomBytes(text.length).toString('hex').slice(0, text.length)

export const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.TransactWriteItems',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
}

/** The transactions of one lifecycle, straight to the engine. What they say is made up before the clock runs. */
export const bareLifecycle = async (
  send: Send,
  { bodies, marks }: Pick<BareJob, 'bodies' | 'marks'>,
  called: (name: string, ms: number) => void,
) => {
  const fresh = marks.map((mark) => [mark, another(mark)] as const)
  const texts = bodies.map((body) => fresh.reduce((text, [from, to]) => text.replaceAll(from, to), body))
  for (const text of texts) {
    const started = performance.now()
    const answer = await send('POST', '/', headers, text)
    called('transaction', performance.now() - started)
    if (answer.status !== 200) throw new Error(`the engine answered ${answer.status}: ${answer.text}`)
  }
}
