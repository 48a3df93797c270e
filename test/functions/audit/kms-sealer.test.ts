import { createHash, createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { kmsSealer } from '../../../functions/lib/audit/kms-sealer.ts'
import { sealDays } from '../../../functions/lib/audit/seal.ts'
import { verifyAudit } from '../../../functions/lib/audit/verify.ts'
import { aSealedOffice } from './a-trail.ts'

const arn = 'arn:aws-cn:kms:cn-northwest-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000'
const secret = 'a-secret-access-key'
const region = 'cn-northwest-1'
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const Asked = z.strictObject({
  KeyId: z.literal(arn),
  Message: z.base64(),
  MessageType: z.literal('DIGEST'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
})

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/** Whether a request carries the signature (AWS Signature Version 4) that its sender should have made, recomputed from the specification. */
const isSignedBySender = (headers: IncomingHttpHeaders, body: string): boolean => {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/kms\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  if (!given) return false
  const [, , date = '', place = '', signed = '', signature] = given
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const canonical = ['POST', '/', '', `${lines.join('')}`, signed, sha256(body)].join('\n')
  const scope = `${date}/${place}/kms/aws4_request`
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = ['kms', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secret}`, date), place))
  return place === region && hmac(key, text).toString('hex') === signature
}

let status: number | undefined
/** Node signs no bare digest with ECDSA: what may be signed is told to the service, and found by its digest. */
let texts: string[] = []

const answerTo = (headers: IncomingHttpHeaders, body: string): { status: number; body?: unknown } => {
  const asked = Asked.safeParse(JSON.parse(body))
  if (status) return { status }
  if (headers['x-amz-target'] !== 'TrentService.Sign' || !asked.success) return { status: 400 }
  if (!isSignedBySender(headers, body)) return { status: 403 }
  const text = texts.find((one) => createHash('sha256').update(one).digest('base64') === asked.data.Message)
  if (text === undefined) return { status: 400 }
  const Signature = sign('sha256', Buffer.from(text), privateKey).toString('base64')
  return { status: 200, body: { KeyId: arn, Signature, SigningAlgorithm: 'ECDSA_SHA_256' } }
}

/** KMS as far as signing goes, with a real key: checks who asks, takes a digest and signs it. */
const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const answer = answerTo(request.headers, Buffer.concat(pieces).toString('utf8'))
    response.writeHead(answer.status).end(JSON.stringify(answer.body ?? {}))
  })
})

const client = (key = secret) =>
  new DynamoDBClient({ region, credentials: { accessKeyId: 'AKIAFAKE', secretAccessKey: key } })
const before = process.env.AWS_ENDPOINT_URL_KMS
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.AWS_ENDPOINT_URL_KMS = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
beforeEach(() => {
  status = undefined
})
afterAll(() => {
  server.close()
  if (before === undefined) delete process.env.AWS_ENDPOINT_URL_KMS
  else process.env.AWS_ENDPOINT_URL_KMS = before
})

describe('the seal of a key in KMS', () => {
  it('is asked for as KMS wants it, and holds for the verifier who has the public half', async () => {
    const { table, remove, row } = await aSealedOffice()
    for (const day of ['2026-11-20', '2026-11-21']) await remove(row('SEAL', day))
    const sealer = kmsSealer(arn, client())
    const now = '2026-11-22T04:00:00Z'
    const made = await sealDays(
      table,
      {
        key: sealer.key,
        sign: (text) => {
          texts = [text]
          return sealer.sign(text)
        },
      },
      now,
    )
    expect(made.map(({ day, key }) => [day, key])).toEqual([
      ['2026-11-20', arn],
      ['2026-11-21', arn],
    ])
    const pem = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
    expect((await verifyAudit({ table, now, keys: new Map([[arn, pem]]) })).findings).toEqual([])
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
    const wrong = await verifyAudit({ table, now, keys: new Map([[arn, other]]) })
    expect(wrong.findings.map(({ code }) => code)).toEqual(['signatureWrong', 'signatureWrong'])
  })

  it('is not made where KMS refuses whoever asks, or fails, and no day is sealed without it', async () => {
    texts = ['a text']
    await expect(kmsSealer(arn, client('another key')).sign('a text')).rejects.toThrow('KMS answered 403')
    status = 500
    const { table, remove, row } = await aSealedOffice()
    for (const day of ['2026-11-20', '2026-11-21']) await remove(row('SEAL', day))
    await expect(sealDays(table, kmsSealer(arn, client()), '2026-11-22T04:00:00Z')).rejects.toThrow('500')
    expect(table.rows().filter(({ pk }) => pk === 'SEAL')).toEqual([])
  })

  it('is asked for in the region that its name says, and refused where the name is no key', () => {
    expect(() => kmsSealer('arn:aws:s3:::a-bucket', client())).toThrow('SEAL_KEY_ARN')
  })
})
