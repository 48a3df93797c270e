import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Above what is given to known services, and below what systems take by themselves for connections that go out. */
const first = 15_000
const last = 32_000
const attempts = 20

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/**
 * A port of this machine on which nobody listens. No connection that goes out takes it meanwhile, as happens to those
 * that the system offers; another server still may. Throws where none is found.
 */
export const freePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const port = randomInt(first, last)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port was found from ${first} to ${last}`)
}
