import { createHmac, randomBytes } from 'node:crypto'

/** A secret as Standard Webhooks writes it: 24 to 64 random bytes in base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const keyOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

export type Signed = { id: string; timestamp: number; body: string }

/**
 * The headers of one try after Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, one signature for each secret
 * that is valid, so that a receiver which knows either accepts it. `timestamp` in whole seconds, of this very try.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signatureHeaders = ({ id, timestamp, body }: Signed, secrets: readonly string[]) => ({
  'webhook-id': id,
  'webhook-timestamp': String(timestamp),
  'webhook-signature': secrets
    .map((secret) =>
      createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64'),
    )
    .map((signature) => `v1,${signature}`)
    .join(' '),
})
