import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { Clock } from '../../local/clock.ts'

export type Heard = { id: string; timestamp: number; signature: string; body: string }
/** A status to answer with, or silence until the other side hangs up. `after`: it has taken the message in first. */
export type Manner = { status: number; after?: boolean } | 'silent'

const bytesOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * A bank's own system, built on the `standardwebhooks` library as its maker intends: it verifies what it hears at its
 * own time, and takes a message in once however often it comes.
 */
export const openReceiver = async (clock: Clock, secrets: () => readonly string[]) => {
  const heard: Heard[] = []
  const refused: string[] = []
  const takenIn = new Map<string, unknown>()
  const manners: Manner[] = []

  /** The library reads the time from `Date`: for this moment it is the time of the office. */
  const verify = (body: string, headers: Record<string, string>) => {
    const real = Date.now
    Date.now = () => clock.now().getTime()
    try {
      let last: unknown
      for (const secret of secrets()) {
        try {
          return new Webhook(secret).verify(body, headers)
        } catch (error) {
          last = error
        }
      }
      throw last
    } finally {
      Date.now = real
    }
  }

  const server = createServer(async (request, response) => {
    const body = await bytesOf(request)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    const id = String(headers['webhook-id'])
    const manner = manners.shift() ?? { status: 204 }
    heard.push({
      id,
      timestamp: Number(headers['webhook-timestamp']),
      signature: String(headers['webhook-signature']),
      body,
    })
    try {
      const message = verify(body, headers)
      if (manner === 'silent') return
      if (manner.after || manner.status < 300) if (!takenIn.has(id)) takenIn.set(id, message)
      response.writeHead(manner.status).end()
    } catch (error) {
      refused.push(String(error))
      response.writeHead(401).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/zhuqi`,
    heard,
    refused,
    takenIn,
    /** How it answers from now on, one after another; then with 204. */
    answers: (...next: Manner[]) => {
      manners.splice(0, manners.length, ...next)
    },
    verify,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
export type Receiver = Awaited<ReturnType<typeof openReceiver>>
