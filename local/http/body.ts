import type { IncomingMessage } from 'node:http'

/** API Gateway takes ten megabytes and Lambda six; here the line is drawn where the functions draw theirs. */
const mostBytes = 6 * 1024 * 1024

/** The whole body, or undefined where it is larger than any route takes; the rest is then let go by unread. */
export const readBody = (request: IncomingMessage): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= mostBytes) parts.push(part)
      else parts.length = 0
    })
    request.on('end', () => resolve(size <= mostBytes ? Buffer.concat(parts) : undefined))
    request.on('error', reject)
  })
