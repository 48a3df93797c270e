import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSms, mobileOf, smsFrom } from '../../functions/lib/sms.ts'

const secret = 'sixteen-characters-or-more'
let got: { body: string; signature: unknown } | undefined
let answers = 200
const gateway = createServer(async (request, response) => {
  let body = ''
  for await (const piece of request) body += piece
  got = { body, signature: request.headers['x-zhuqi-signature'] }
  response.writeHead(answers).end()
})
beforeAll(() => new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', () => resolve())))
afterAll(() => new Promise((resolve) => gateway.close(resolve)))
const url = () => `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`

it('a text message goes to the gateway signed', async () => {
  await makeSms({ url: url(), secret })('13890012345', '你好')
  expect(JSON.parse(got?.body ?? '')).toMatchObject({ to: '13890012345', text: '你好' })
  expect(got?.signature).toBe(
    createHmac('sha256', secret)
      .update(got?.body ?? '')
      .digest('hex'),
  )
})

it('what the gateway does not take is a fault that tells neither number nor text', async () => {
  answers = 502
  await expect(makeSms({ url: url(), secret })('13890012345', '你好')).rejects.toThrow(/^[^\d]*502$/)
})

it('a gateway named halfway or in clear text is not opened', () => {
  expect(smsFrom({})).toBeUndefined()
  for (const env of [
    { ZHUQI_SMS_URL: 'https://sms.example' },
    { ZHUQI_SMS_URL: 'https://sms.example', ZHUQI_SMS_SECRET: 'short' },
    { ZHUQI_SMS_URL: 'http://sms.example', ZHUQI_SMS_SECRET: secret },
  ])
    expect(() => smsFrom(env)).toThrow('ZHUQI_SMS_URL')
})

it.each([
  ['138 9001 2345', '13890012345'],
  ['+86 138-9001-2345', '13890012345'],
  ['0832-2234567', undefined],
  ['12345', undefined],
  [undefined, undefined],
])('%s takes a text at %s', (phone, mobile) => {
  expect(mobileOf(phone)).toBe(mobile)
})
