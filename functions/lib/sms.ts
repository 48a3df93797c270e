import { createHmac } from 'node:crypto'
import * as z from 'zod'

/** A way to a person's own phone. Rejects where the text was not taken. */
export type Sms = (to: string, text: string) => Promise<void>

/** The gateway of an operator or a cloud, behind a small adapter of the office's own; `secret` signs what it is sent. */
export type SmsSettings = { readonly url: string; readonly secret: string }

/** A gateway that does not answer must not hold up the firm's page. */
const longestMs = 5_000

/**
 * POSTs `{ to, text, at }` as JSON; `x-zhuqi-signature` is the hex of HMAC-SHA256 over the body. Any 2xx means taken.
 * What went wrong is told by its status only: a gateway's own words may repeat number and text.
 */
export const makeSms =
  ({ url, secret }: SmsSettings, timeoutMs = longestMs): Sms =>
  async (to, text) => {
    const body = JSON.stringify({ to, text, at: new Date().toISOString() })
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-zhuqi-signature': createHmac('sha256', secret).update(body).digest('hex'),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`the gateway for text messages answered ${response.status}`)
  }

/** In clear text only to this machine itself. */
const isSafe = (text: string) => {
  const url = URL.parse(text)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1')
}
const Settings = z.object({ url: z.string().refine(isSafe), secret: z.string().min(16) })

/** The gateway that the environment names, or none. Throws where it is named halfway, without showing a secret. */
export const smsFrom = (env: Readonly<Record<string, string | undefined>>): Sms | undefined => {
  const { ZHUQI_SMS_URL: url, ZHUQI_SMS_SECRET: secret } = env
  if (!url) return undefined
  const settings = Settings.safeParse({ url, secret })
  if (!settings.success)
    throw new Error('ZHUQI_SMS_URL must be an https address, and ZHUQI_SMS_SECRET 16 characters or more')
  return makeSms(settings.data)
}

/** The number as a gateway takes it, where it is a mobile phone of the mainland; a landline takes no text. */
export const mobileOf = (phone: string | undefined): string | undefined => {
  const digits = phone?.replace(/^\+?86(?=[\s-]?1)/, '').replace(/[\s-]/g, '')
  return digits && /^1[3-9]\d{9}$/.test(digits) ? digits : undefined
}
