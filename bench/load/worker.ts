import { bareLifecycle } from './bare.ts'
import { client, type Send } from './http.ts'
import type { Job, Outcome } from './job.ts'
import { oneLifecycle } from './lifecycle.ts'

type Called = (name: string, ms: number) => void

/** Lets each of so many clients do one thing after another until there is no more to do. */
const everyone = async (
  origin: string,
  clients: number,
  another: () => boolean,
  one: (send: Send, called: Called) => Promise<void>,
): Promise<Outcome> => {
  const calls: Record<string, number[]> = {}
  const lifecycles: number[] = []
  const called: Called = (name, ms) => {
    calls[name] ??= []
    calls[name].push(ms)
  }
  const started = performance.now()
  const work = async () => {
    const { send, close } = client(origin)
    while (another()) {
      const began = performance.now()
      await one(send, called)
      lifecycles.push(performance.now() - began)
    }
    close()
  }
  await Promise.all(Array.from({ length: clients }, work))
  return { seconds: (performance.now() - started) / 1000, calls, lifecycles }
}

const times = (count: number) => {
  let left = count
  return () => left-- > 0
}

const until = (seconds: number) => {
  const end = performance.now() + seconds * 1000
  return () => performance.now() < end
}

const page = (token: string, path: string) => async (send: Send, called: Called) => {
  const started = performance.now()
  const { status, text } = await send('GET', path, { authorization: `Bearer ${token}` })
  called('page', performance.now() - started)
  if (status !== 200) throw new Error(`a page was answered ${status}: ${text}`)
}

const carryOut = (job: Job): Promise<Outcome> => {
  switch (job.kind) {
    case 'lifecycles':
      return everyone(job.origin, job.clients, until(job.seconds), (send, called) =>
        oneLifecycle(send, job, called),
      )
    case 'bare':
      return everyone(job.endpoint, job.clients, times(job.lifecycles), (send, called) =>
        bareLifecycle(send, job, called),
      )
    case 'pages':
      return everyone(job.origin, 1, times(job.times), page(job.token, job.path))
  }
}

process.on('message', (job: Job) => {
  carryOut(job).then(
    (outcome) => process.send?.({ outcome }),
    (error) => process.send?.({ error: String(error instanceof Error ? error.stack : error) }),
  )
})
// Whoever started this process has ended.
process.on('disconnect', () => process.exit())
