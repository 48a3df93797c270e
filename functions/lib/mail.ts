import { createTransport } from 'nodemailer'
import * as z from 'zod'
import type { Message, Messenger } from './messenger.ts'

/** `url` is `smtp(s)://user:password@host:port`; `from` the address that the office writes from. */
export type MailSettings = { readonly url: string; readonly from: string }

/** A server that does not answer must not hold up the function that writes to it. */
const longestMs = 5_000

const isThisMachine = (url: string) => URL.parse(url)?.hostname === '127.0.0.1'

/** An id and fixed words: nothing that anybody typed stands in a header, so that nobody can add one. */
const subjectOf = ({ issue }: Message) => `【助企】诉求 ${issue}`
const textOf = ({ issue, zh, en, link }: Message) =>
  [
    `诉求 ${issue}：${zh}`,
    ...(en ? [`Issue ${issue}: ${en}`] : []),
    '',
    link,
    '',
    '本邮件由系统发出，请勿回复。',
  ].join('\n')

/** What went wrong by its code: the server's own words may repeat addresses and names of accounts. */
const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'

/** Mail in plain text to the addresses of the message, in clear only to this machine itself. */
export const makeMailer = ({ url, from }: MailSettings, timeoutMs = longestMs): Messenger => {
  const transport = createTransport({
    url,
    requireTLS: !isThisMachine(url),
    connectionTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (message) => {
    const to = message.to.map((address) => ({ name: '', address }))
    try {
      await transport.sendMail({
        from: { name: '助企', address: from },
        to,
        subject: subjectOf(message),
        text: textOf(message),
        textEncoding: 'base64',
        // No answer of an absent colleague's mailbox is wanted (RFC 3834, 5).
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      throw new Error(`the mail was not taken: ${codeOf(error)}`)
    }
  }
}

const isMailServer = (text: string) => {
  const url = URL.parse(text)
  return (url?.protocol === 'smtp:' || url?.protocol === 'smtps:') && url.hostname !== ''
}
const Settings = z.object({ url: z.string().refine(isMailServer), from: z.email().max(254) })

/** The mail server that the environment names, or none. Throws where it is named halfway, without showing a password. */
export const mailerFrom = (env: Readonly<Record<string, string | undefined>>): Messenger | undefined => {
  const { ZHUQI_MAIL_URL: url, ZHUQI_MAIL_FROM: from } = env
  if (!url) return undefined
  const settings = Settings.safeParse({ url, from })
  if (!settings.success)
    throw new Error('ZHUQI_MAIL_URL must be smtp(s)://…, and ZHUQI_MAIL_FROM the address to write from')
  return makeMailer(settings.data)
}
