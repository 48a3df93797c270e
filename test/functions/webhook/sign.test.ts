import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newWebhookSecret, signatureHeaders } from '../../../functions/lib/webhook/sign.ts'

const now = () => Math.floor(Date.now() / 1000)

describe('a signature', () => {
  it('is the one that the specification gives as its example', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
    expect(signatureHeaders(signed, [secret])).toEqual({
      'webhook-id': signed.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('of any body is believed by the standard library, with either of two secrets and with no third', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1), (body, which) => {
        const secrets = [newWebhookSecret(), newWebhookSecret()]
        const headers = signatureHeaders({ id: 'msg_1', timestamp: now(), body }, secrets)
        expect(new Webhook(secrets[which] ?? '').verify(body, headers)).toEqual(JSON.parse(body))
        expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow('No matching signature')
      }),
    )
  })

  it('is made with secrets of 32 bytes, each another', () => {
    const secrets = Array.from({ length: 20 }, newWebhookSecret)
    expect(new Set(secrets).size).toBe(20)
    for (const secret of secrets) {
      expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
    }
  })
})
