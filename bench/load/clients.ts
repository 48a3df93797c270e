import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Job, Outcome } from './job.ts'

type Answer = { outcome: Outcome } | { error: string }

/** A process of clients, so that asking and answering do not share an event loop. It ends with this one. */
export const startClients = () => {
  const child: ChildProcess = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), { execArgv: [] })
  const ended = once(child, 'exit').then(() => {
    throw new Error('the clients ended before they answered')
  })
  ended.catch(() => {})
  return {
    run: async (job: Job): Promise<Outcome> => {
      const answered = once(child, 'message') as Promise<[Answer]>
      child.send(job)
      const [answer] = await Promise.race([answered, ended])
      if ('error' in answer) throw new Error(answer.error)
      return answer.outcome
    },
    stop: async () => {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}
export type Clients = ReturnType<typeof startClients>
