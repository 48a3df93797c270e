import { createServer, type Socket } from 'node:net'

export type Received = { from: string; to: string[]; raw: string; login: string | undefined }
type Manners = { refuses?: 'MAIL' | 'RCPT' | 'DATA' | 'END'; silent?: boolean }

/** As mail programs read it: headers unfolded, the text decoded. */
export const readMail = ({ raw }: Received) => {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const words = (text: string) =>
    text
      .replaceAll(/\?=\s+=\?/g, '?==?')
      .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, coded: string) => Buffer.from(coded, 'base64').toString())
      .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, coded: string) =>
        decodeURIComponent(coded.replaceAll('_', ' ').replaceAll('=', '%')),
      )
  const header = (name: string) => {
    const found = headers.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    return found.map((line) => words(line.slice(name.length + 1).trim()))
  }
  return { header, text: Buffer.from(body.join('').replaceAll(/\s/g, ''), 'base64').toString('utf8') }
}

/** A mail server on this machine that speaks as much SMTP (RFC 5321) as a sender needs; keeps what it has taken. */
export const openMailServer = async () => {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let manners: Manners = {}
  let tried = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    tried++
    if (manners.silent) return
    let mail: Received = { from: '', to: [], raw: '', login: undefined }
    let waiting = ''
    let inData = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === manners.refuses) return say('554 5.7.1 not from you, secret-account')
      if (verb === 'STAR') return say('502 5.5.1 no TLS here')
      if (verb === 'EHLO') return socket.write('250-here\r\n250-AUTH PLAIN\r\n250 SMTPUTF8\r\n')
      if (verb === 'AUTH') {
        mail.login = Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString()
          .split('\0')
          .slice(1)
          .join(' ')
        return say('235 2.7.0 welcome')
      }
      if (verb === 'MAIL') mail.from = /<(.*?)>/.exec(line)?.[1] ?? ''
      if (verb === 'RCPT') mail.to.push(/<(.*?)>/.exec(line)?.[1] ?? '')
      if (verb === 'DATA') {
        inData = true
        return say('354 go ahead')
      }
      if (verb === 'QUIT') {
        say('221 bye')
        return socket.end()
      }
      return say('250 ok')
    }
    socket.on('data', (chunk) => {
      waiting += chunk.toString('utf8')
      for (;;) {
        const end = waiting.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const part = waiting.slice(0, end)
        waiting = waiting.slice(end + (inData ? 5 : 2))
        if (!inData) {
          hear(part)
          continue
        }
        inData = false
        if (manners.refuses === 'END') say('451 4.3.0 try later')
        else {
          received.push({ ...mail, raw: part })
          say('250 2.0.0 taken')
        }
        mail = { from: '', to: [], raw: '', login: mail.login }
      }
    })
    say('220 here ESMTP')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    tried: () => tried,
    behaves: (next: Manners) => {
      manners = next
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
export type AMailServer = Awaited<ReturnType<typeof openMailServer>>
