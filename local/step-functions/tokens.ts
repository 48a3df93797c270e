import { randomBytes, randomUUID } from 'node:crypto'
import type { TaskStanding } from './executions.ts'

/** A token that this server never gave (of another run of it, for one) is unknown; a used or late one is over. */
export type TokenAnswer =
  | { is: 'live'; task: TaskStanding }
  | { is: 'over' }
  | { is: 'unknown' }
  | { is: 'malformed' }

export type Tokens = {
  create(): string
  bind(token: string, task: TaskStanding): void
  retire(token: string): void
  find(token: string): TokenAnswer
}

const TOKEN = /^([0-9a-f]{12})\.[0-9a-f-]{36}$/

/** Only the tokens of tasks under way are kept: the run's mark in a token tells the rest apart. */
export function taskTokens(): Tokens {
  const run = randomBytes(6).toString('hex')
  const live = new Map<string, TaskStanding>()
  return {
    create: () => `${run}.${randomUUID()}`,
    bind(token, task) {
      live.set(token, task)
    },
    retire(token) {
      live.delete(token)
    },
    find(token) {
      const task = live.get(token)
      if (task !== undefined) return { is: 'live', task }
      const [, mark] = TOKEN.exec(token) ?? []
      if (mark === undefined) return { is: 'malformed' }
      return { is: mark === run ? 'over' : 'unknown' }
    },
  }
}
