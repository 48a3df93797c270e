import { Agent, request } from 'node:http'

export type Sent = { status: number; text: string; headers: NodeJS.Dict<string | string[]> }
export type Send = (
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body?: string,
) => Promise<Sent>

/** One client with a connection of its own that stays open. It does as little as it can: the server is what is measured. */
export const client = (origin: string): { send: Send; close(): void } => {
  const { hostname, port } = new URL(origin)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send: Send = (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const options = { agent, hostname, port, method, path, headers: { ...headers, ...length } }
      const asked = request(options, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString('utf8'),
            headers: response.headers,
          }),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    })
  return { send, close: () => agent.destroy() }
}
