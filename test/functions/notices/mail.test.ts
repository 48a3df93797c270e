import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mailerFrom, makeMailer } from '../../../functions/lib/mail.ts'
import { freePort } from '../../../local/engine/free-port.ts'
import { type AMailServer, openMailServer, readMail } from './a-mail-server.ts'

const message = {
  to: ['parks-1@example.cn'],
  issue: '20261123-7K3Q9',
  zh: '办结已逾期（11月30日 17:00到期）。',
  en: 'Overdue: closing, was due 2026-11-30 17:00.',
  link: 'https://zhuqi.example.cn/issues/20261123-7K3Q9',
}
const from = 'zhuqi@example.cn'

let server: AMailServer
beforeEach(async () => {
  server = await openMailServer()
})
afterEach(() => server.close())

const whyNot = async (sending: Promise<void>) => {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  return `${error} ${(error as Error).cause ?? ''}`
}

describe('a mail', () => {
  it('comes from the office to one person, and says what the notice says with a link to the issue', async () => {
    await makeMailer({ url: server.url, from })(message)
    const [mail] = server.received
    if (!mail) throw new Error('no mail came')
    expect([mail.from, mail.to]).toEqual([from, message.to])
    const { header, text } = readMail(mail)
    expect(header('Subject')).toEqual([`【助企】诉求 ${message.issue}`])
    expect(header('From')).toEqual([`助企 <${from}>`])
    expect(header('To')).toEqual(message.to)
    expect(header('Auto-Submitted')).toEqual(['auto-generated'])
    expect(text).toBe(
      [
        `诉求 ${message.issue}：${message.zh}`,
        `Issue ${message.issue}: ${message.en}`,
        '',
        message.link,
        '',
        '本邮件由系统发出，请勿回复。',
      ].join('\n'),
    )
  })

  it('signs in where the address holds an account', async () => {
    const url = server.url.replace('//', '//office:pass%20word@')
    await makeMailer({ url, from })(message)
    expect(server.received[0]?.login).toBe('office pass word')
  })

  it.each([
    ['parks-1@example.cn\r\nBcc: spy@example.com', ['spy@example.com']],
    ['parks-1@example.cn>\r\nRCPT TO:<spy@example.com', ['spy@example.com']],
    ['parks-1@example.cn, spy@example.com', ['spy@example.com']],
  ])('never goes to somebody whom an address smuggles in: %j', async (address, never) => {
    await makeMailer({ url: server.url, from }, 300)({ ...message, to: [address] }).catch(() => {})
    for (const mail of server.received) {
      for (const one of never) expect(mail.to).not.toContain(one)
      expect(readMail(mail).header('Bcc')).toEqual([])
    }
  })

  it('keeps its headers, whatever stands in what it says', async () => {
    const odd = {
      ...message,
      issue: '20261123-7K3Q9\r\nBcc: spy@example.com',
      zh: '好\r\n.\r\nMAIL FROM:<a@b.cn>',
    }
    await makeMailer({ url: server.url, from })(odd)
    expect(server.received).toHaveLength(1)
    const [mail] = server.received
    if (!mail) throw new Error('no mail came')
    expect(mail.to).toEqual(message.to)
    expect(readMail(mail).header('Bcc')).toEqual([])
    expect(readMail(mail).text).toContain('MAIL FROM:<a@b.cn>')
  })

  it.each([
    ['does not take the sender', { refuses: 'MAIL' as const }],
    ['does not know the person', { refuses: 'RCPT' as const }],
    ['does not take the text', { refuses: 'DATA' as const }],
    ['breaks off at the end', { refuses: 'END' as const }],
    ['never greets', { silent: true }],
  ])('fails with a server that %s, and does not tell accounts or words', async (_, manners) => {
    server.behaves(manners)
    const url = server.url.replace('//', '//office:pass-word@')
    const why = await whyNot(makeMailer({ url, from }, 200)(message))
    expect(why).not.toMatch(/pass-word|secret-account|parks-1|逾期/)
    expect(server.received).toEqual([])
  })

  it('fails where there is no server', async () => {
    await whyNot(makeMailer({ url: `smtp://127.0.0.1:${await freePort()}`, from }, 200)(message))
  })

  it('leaves this machine only through TLS: a server that offers none gets nothing', async () => {
    const url = `smtp://localhost:${server.port}`
    expect(await whyNot(makeMailer({ url, from }, 500)(message))).toContain('ETLS')
    expect(server.received).toEqual([])
  })
})

describe('the settings of mail', () => {
  it('are absent in most offices, which then send none', () => {
    expect(mailerFrom({})).toBeUndefined()
    expect(mailerFrom({ ZHUQI_MAIL_URL: '', ZHUQI_MAIL_FROM: '' })).toBeUndefined()
  })

  it.each(['smtps://office:the-password@mail.example.cn:465', 'smtp://mail.example.cn:587'])(
    'name a server and an address: %s',
    (url) => {
      expect(mailerFrom({ ZHUQI_MAIL_URL: url, ZHUQI_MAIL_FROM: from })).toBeTypeOf('function')
    },
  )

  it.each([
    ['no address to write from', 'smtps://a:the-password@mail.example.cn', undefined],
    ['an address with a second line', 'smtps://a:the-password@mail.example.cn', 'a@b.cn\nBcc: c@d.cn'],
    ['a server of the web', 'https://a:the-password@mail.example.cn', from],
    ['no server', 'the-password', from],
  ])('are refused when they have %s, without showing the password', (_, url, sender) => {
    const read = () => mailerFrom({ ZHUQI_MAIL_URL: url, ZHUQI_MAIL_FROM: sender })
    expect(read).toThrow(/ZHUQI_MAIL_URL.*ZHUQI_MAIL_FROM/)
    expect(read).not.toThrow(/the-password/)
  })
})
