import { createHash } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Sealer } from './seal.ts'

const Signed = z.object({ Signature: z.base64() })
const patienceMs = 10_000

/** `arn:aws-cn:kms:cn-northwest-1:123456789012:key/…`: where the key lives is written in its name. */
const endpointOf = (arn: string): { region: string; url: URL } => {
  const [, partition, service, region] = arn.split(':')
  if (service !== 'kms' || !region) throw new Error('SEAL_KEY_ARN is not the ARN of a key')
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
  return { region, url: new URL(process.env.AWS_ENDPOINT_URL_KMS ?? `https://kms.${region}.${suffix}/`) }
}

/**
 * A key of KMS as sealer, by its one call (https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html). One call
 * a day is not worth another client in the bundle: the request is signed by the client that every function has.
 */
export const kmsSealer = (
  arn: string,
  client: Pick<DynamoDBClient, 'config'> = new DynamoDBClient({}),
): Sealer => {
  const { region, url } = endpointOf(arn)
  return {
    key: arn,
    sign: async (text) => {
      const signer = await client.config.signer({
        schemeId: 'aws.auth#sigv4',
        name: 'sigv4',
        signingName: 'kms',
        signingRegion: region,
        signingProperties: {},
        properties: {},
      } as Parameters<typeof client.config.signer>[0])
      const digest = createHash('sha256').update(text).digest('base64')
      const body = JSON.stringify({
        KeyId: arn,
        Message: digest,
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      })
      const request = await signer.sign({
        method: 'POST',
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port && { port: Number(url.port) }),
        path: '/',
        query: {},
        headers: {
          host: url.host,
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'TrentService.Sign',
        },
        body,
      })
      const response = await fetch(url, {
        method: 'POST',
        headers: request.headers,
        body,
        signal: AbortSignal.timeout(patienceMs),
      })
      if (!response.ok) throw new Error(`KMS answered ${response.status} when asked to sign`)
      return Buffer.from(Signed.parse(await response.json()).Signature, 'base64').toString('base64url')
    },
  }
}
