import type { HistoryEventType } from '@aws-sdk/client-sfn'
import type { Clock, Timer } from '../clock.ts'
import { exitedType, type History, lastEventId, newHistory, record } from './history.ts'
import type { Machine, State, TaskState } from './machine.ts'
import type { StateError } from './state-error.ts'

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** One entry into a state, however often its task is tried. */
export type Visit = { enteredAt: number; eventId: number; retries: readonly number[] }

/** What an execution is in the middle of: a task under way, a Wait, or the pause before another try. */
export type Standing = {
  execution: Execution
  state: State
  input: unknown
  visit: Visit
  token: string | undefined
  heartbeat: number | undefined
  timer: Timer | undefined
  beat: Timer | undefined
}
export type TaskStanding = Standing & { state: TaskState }

export type Execution = {
  machine: Machine
  name: string
  order: number
  status: Status
  input: unknown
  output: unknown
  failure: Partial<StateError> | undefined
  stoppedAt: number | undefined
  history: History
  standing: Standing | undefined
  waiting: boolean
  deadline: Timer | undefined
}

export type Move = { to: string; input: unknown }

export type Executions = {
  create(machine: Machine, name: string, input: unknown): Execution
  find(machine: string, name: string): Execution | undefined
  /** Newest first. */
  ofMachine(machine: string): Execution[]
  note(execution: Execution, type: HistoryEventType, subject?: string, data?: unknown): void
  wait(execution: Execution): void
  proceed(execution: Execution): void
  /** Leaves a state: the move to the next one, or undefined when that was the end. */
  leave(
    execution: Execution,
    state: Exclude<State, { type: 'Fail' }>,
    next: string | undefined,
    output: unknown,
  ): Move | undefined
  end(execution: Execution, status: 'SUCCEEDED', output: unknown): void
  end(
    execution: Execution,
    status: 'FAILED' | 'TIMED_OUT' | 'ABORTED',
    output: undefined,
    failure: Partial<StateError>,
  ): void
  waitingCount(): number
  runningCount(): number
  running(): Execution[]
}

const ENDED: Record<Exclude<Status, 'RUNNING'>, HistoryEventType> = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
}

/** All executions, in memory only: every running one, and the last `keepEnded` that ended. */
export function executionsOf(clock: Clock, maxHistory: number, keepEnded: number): Executions {
  const byKey = new Map<string, Execution>()
  const ended: Execution[] = []
  let endedCount = 0
  let created = 0
  let open = 0
  let waiting = 0
  const key = (machine: string, name: string) => `${machine}:${name}`

  const note: Executions['note'] = (execution, type, subject, data) =>
    record(execution.history, clock.now().getTime(), type, maxHistory, subject, data)

  const proceed: Executions['proceed'] = (execution) => {
    if (execution.waiting) waiting -= 1
    execution.waiting = false
  }

  const end = (
    execution: Execution,
    status: Exclude<Status, 'RUNNING'>,
    output: unknown,
    failure?: object,
  ) => {
    if (execution.status !== 'RUNNING') return
    proceed(execution)
    execution.deadline?.cancel()
    note(execution, ENDED[status], undefined, failure ?? output)
    execution.status = status
    execution.output = output
    execution.failure = failure
    execution.stoppedAt = clock.now().getTime()
    open -= 1
    const oldest = ended[endedCount % keepEnded]
    if (oldest !== undefined) byKey.delete(key(oldest.machine.name, oldest.name))
    ended[endedCount % keepEnded] = execution
    endedCount += 1
  }

  return {
    create(machine, name, input) {
      const execution: Execution = {
        machine,
        name,
        order: created,
        status: 'RUNNING',
        input,
        output: undefined,
        failure: undefined,
        stoppedAt: undefined,
        history: newHistory(clock.now().getTime()),
        standing: undefined,
        waiting: false,
        deadline: undefined,
      }
      created += 1
      open += 1
      byKey.set(key(machine.name, name), execution)
      note(execution, 'ExecutionStarted', undefined, input)
      return execution
    },
    find: (machine, name) => byKey.get(key(machine, name)),
    ofMachine: (machine) =>
      [...byKey.values()].filter((execution) => execution.machine.name === machine).reverse(),
    note,
    wait(execution) {
      if (!execution.waiting) waiting += 1
      execution.waiting = true
    },
    proceed,
    leave(execution, state, next, output) {
      note(execution, exitedType(state), state.name, output)
      if (next !== undefined) return { to: next, input: output }
      end(execution, 'SUCCEEDED', output)
      return undefined
    },
    end,
    waitingCount: () => waiting,
    runningCount: () => open - waiting,
    running: () => [...byKey.values()].filter((execution) => execution.status === 'RUNNING'),
  }
}

const NONE: readonly number[] = []

export const newVisit = (execution: Execution, now: number): Visit => ({
  enteredAt: now,
  eventId: lastEventId(execution.history),
  retries: NONE,
})
