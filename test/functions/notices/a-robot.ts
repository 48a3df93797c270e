import { createServer } from 'node:http'

export type Said = { url: URL; type: string | undefined; body: Record<string, Record<string, string>> }
type Answer = { status?: number; body?: string; silent?: boolean; location?: string }

/** The server behind a group's robot, on this machine: keeps what it is told and answers as it is told to. */
export const openRobot = async () => {
  const said: Said[] = []
  let answer: Answer = {}
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      said.push({
        url: new URL(request.url ?? '', 'http://127.0.0.1'),
        type: request.headers['content-type'],
        body: JSON.parse(Buffer.concat(chunks).toString()),
      })
      if (answer.silent) return
      response.writeHead(answer.status ?? 200, answer.location ? { location: answer.location } : {})
      response.end(answer.body ?? '{"errcode":0,"errmsg":"ok"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/send?key=the-key`,
    said,
    texts: () => said.map(({ body }) => body.markdown?.content ?? body.markdown?.text ?? ''),
    answers: (next: Answer) => {
      answer = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
export type ARobot = Awaited<ReturnType<typeof openRobot>>
