import { connect, type Socket } from 'node:net'

export type Sent = { status: number; text: string }
export type Send = (
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body?: string,
) => Promise<Sent>

const headEnd = Buffer.from('\r\n\r\n')

/** A whole answer at the beginning of these bytes, or undefined while more of it is to come. */
const answerIn = (bytes: Buffer): Sent | undefined => {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without a length: ${head}`)
  const from = end + headEnd.length
  const to = from + Number(length)
  return bytes.length < to
    ? undefined
    : { status: Number(head.slice(9, 12)), text: bytes.toString('utf8', from, to) }
}

type Waiting = { resolve(answer: Sent): void; reject(error: unknown): void }

/** Reads one answer after another off a connection, each for whoever waits for it. */
const reader = (socket: Socket) => {
  let waiting: Waiting | undefined
  let bytes: Buffer = Buffer.alloc(0)
  const fail = (error: unknown) => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('data', (part: Buffer) => {
    bytes = bytes.length === 0 ? part : Buffer.concat([bytes, part])
    try {
      const answer = answerIn(bytes)
      if (!answer) return
      bytes = Buffer.alloc(0)
      waiting?.resolve(answer)
      waiting = undefined
    } catch (error) {
      fail(error)
    }
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed')))
  return () =>
    new Promise<Sent>((resolve, reject) => {
      waiting = { resolve, reject }
    })
}

/**
 * One client with a connection of its own that stays open, and one request at a time. It does as little as it can,
 * because it takes its time from the same cores as the server that is measured.
 */
export const client = (origin: string): { send: Send; close(): void } => {
  const { host, hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  const answer = reader(socket)
  const send: Send = (method, path, headers, body = '') => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const length = `content-length: ${Buffer.byteLength(body)}\r\n`
    socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}${length}\r\n${body}`)
    return answer()
  }
  return { send, close: () => socket.destroy() }
}
