import type { Clock } from '../clock.ts'
import type { Execution, Executions, Move, Standing, TaskStanding, Visit } from './executions.ts'
import { MOST_BYTES } from './limits.ts'
import type { TaskState } from './machine.ts'
import { asLambdaError, asStateError, matchesError, type StateError, stateFault } from './state-error.ts'
import type { Tokens } from './tokens.ts'
import { narrow, place, scopeOf, secondsOf } from './values.ts'

export type InvokeLambda = (functionName: string, payload: unknown) => Promise<unknown>

export type Tasks = {
  /** Throws a state fault where the task's own paths lead nowhere. */
  begin(execution: Execution, state: TaskState, input: unknown, visit: Visit): void
  succeed(task: TaskStanding, output: unknown): void
  fail(task: TaskStanding, failure: StateError): void
  beat(task: TaskStanding): void
  /** Lets go of whatever the execution was in the middle of; a late answer of it is not heard. */
  retire(standing: Standing): void
}

type Parts = {
  clock: Clock
  invoke: InvokeLambda
  executions: Executions
  tokens: Tokens
  follow(execution: Execution, move: Move | undefined): void
}

export function tasksOf({ clock, invoke, executions, tokens, follow }: Parts): Tasks {
  const after = (seconds: number, run: () => void) =>
    clock.at(new Date(clock.now().getTime() + seconds * 1000), run)

  function retire(standing: Standing) {
    standing.timer?.cancel()
    standing.beat?.cancel()
    if (standing.token !== undefined) tokens.retire(standing.token)
    standing.execution.standing = undefined
    executions.proceed(standing.execution)
  }

  function begin(execution: Execution, state: TaskState, input: unknown, visit: Visit) {
    const token = state.resource === 'invoke.waitForTaskToken' ? tokens.create() : undefined
    const scope = scopeOf(execution, state.name, visit, input, token)
    const effective = { ...scope, input: narrow(state.inputPath, scope, 'InputPath') }
    const parameters = state.parameters(effective)
    const timeout = secondsOf(state.timeout, 1, effective)
    const heartbeat = secondsOf(state.heartbeat, 1, effective)
    const call = callOf(parameters)
    const task: TaskStanding = {
      execution,
      state,
      input,
      visit,
      token,
      heartbeat,
      timer: undefined,
      beat: undefined,
    }
    executions.note(execution, 'TaskScheduled', state.resource, { parameters, timeout, heartbeat })
    executions.note(execution, 'TaskStarted', state.resource)
    execution.standing = task
    if (token !== undefined) tokens.bind(token, task)
    if (timeout !== undefined) task.timer = after(timeout, () => timeOut(task, 'States.Timeout'))
    beat(task)
    void run(task, call.functionName, call.payload)
  }

  /** The answer to StartExecution or SendTaskSuccess goes out first, as nobody waits for the function there. */
  async function run(task: TaskStanding, functionName: string, payload: string) {
    await Promise.resolve()
    const isHeard = () => task.execution.standing === task
    if (!isHeard()) return
    const outcome = await outcomeOf(functionName, payload)
    if (!isHeard()) return
    if ('answer' in outcome) answered(task, outcome.answer)
    else fail(task, outcome)
  }

  async function outcomeOf(functionName: string, payload: string): Promise<{ answer: string } | StateError> {
    try {
      return { answer: jsonOf(await invoke(functionName, JSON.parse(payload))) }
    } catch (thrown) {
      return asLambdaError(thrown)
    }
  }

  function answered(task: TaskStanding, answer: string) {
    const output = { ExecutedVersion: '$LATEST', Payload: JSON.parse(answer), StatusCode: 200 }
    if (task.token === undefined) {
      if (Buffer.byteLength(answer) <= MOST_BYTES) return succeed(task, output)
      return fail(task, { error: 'States.DataLimitExceeded', cause: `more than ${MOST_BYTES} bytes` })
    }
    executions.note(task.execution, 'TaskSubmitted', task.state.resource, output)
    executions.wait(task.execution)
  }

  function succeed(task: TaskStanding, output: unknown) {
    const { execution, state, input, visit } = task
    retire(task)
    executions.note(execution, 'TaskSucceeded', state.resource, output)
    const scope = scopeOf(execution, state.name, visit, output)
    let result: unknown
    try {
      const placed = place(
        state.resultKeys,
        input,
        state.resultSelector ? state.resultSelector(scope) : output,
      )
      result = narrow(state.outputPath, { ...scope, input: placed }, 'OutputPath')
    } catch (thrown) {
      return recover(task, asStateError(thrown))
    }
    follow(execution, executions.leave(execution, state, state.next, result))
  }

  function fail(task: TaskStanding, failure: StateError) {
    retire(task)
    executions.note(task.execution, 'TaskFailed', task.state.resource, failure)
    recover(task, failure)
  }

  function timeOut(task: TaskStanding, error: 'States.Timeout' | 'States.HeartbeatTimeout') {
    retire(task)
    const failure: StateError = { error, cause: undefined }
    executions.note(task.execution, 'TaskTimedOut', task.state.resource, failure)
    recover(task, failure)
  }

  function recover(task: TaskStanding, failure: StateError) {
    const { execution, state, input } = task
    const seconds = pauseBeforeRetry(task, failure.error)
    if (seconds !== undefined) return retryAfter(task, seconds.pause, seconds.visit)
    const catcher = state.catch.find(({ errors }) => matchesError(errors, failure.error))
    if (catcher === undefined) return executions.end(execution, 'FAILED', undefined, failure)
    let output: unknown
    try {
      output = place(catcher.resultKeys, input, { Error: failure.error, Cause: failure.cause ?? '' })
    } catch (thrown) {
      return executions.end(execution, 'FAILED', undefined, asStateError(thrown))
    }
    follow(execution, executions.leave(execution, state, catcher.next, output))
  }

  function retryAfter(task: TaskStanding, seconds: number, visit: Visit) {
    const { execution, state, input } = task
    const pause: Standing = { ...task, visit, token: undefined, beat: undefined }
    pause.timer = after(seconds, () => {
      retire(pause)
      try {
        begin(execution, state, input, visit)
      } catch (thrown) {
        executions.end(execution, 'FAILED', undefined, asStateError(thrown))
      }
    })
    execution.standing = pause
    executions.wait(execution)
  }

  function beat(task: TaskStanding) {
    if (task.heartbeat === undefined) return
    task.beat?.cancel()
    task.beat = after(task.heartbeat, () => timeOut(task, 'States.HeartbeatTimeout'))
  }

  return { begin, succeed, fail, beat, retire }
}

function pauseBeforeRetry({ state, visit }: TaskStanding, error: string) {
  const index = state.retry.findIndex((retrier) => matchesError(retrier.ErrorEquals, error))
  const retrier = state.retry[index]
  const tries = visit.retries[index] ?? 0
  if (retrier === undefined || tries >= (retrier.MaxAttempts ?? 3)) return undefined
  const backedOff = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** tries
  const longest = Math.min(backedOff, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY)
  const pause = retrier.JitterStrategy === 'FULL' ? Math.random() * longest : longest
  const retries = state.retry.map((_, at) => (visit.retries[at] ?? 0) + (at === index ? 1 : 0))
  return { pause, visit: { ...visit, retries } }
}

/** The boundary to a function is JSON text, as on Lambda: neither side can change the other's objects. */
const jsonOf = (value: unknown): string => JSON.stringify(value) ?? 'null'

function callOf(parameters: unknown): { functionName: string; payload: string } {
  const { FunctionName, Payload } = parameters as { FunctionName?: unknown; Payload?: unknown }
  if (typeof FunctionName === 'string') {
    return { functionName: nameOf(FunctionName), payload: jsonOf(Payload ?? {}) }
  }
  throw stateFault('States.Runtime', `FunctionName must be a string, not ${JSON.stringify(FunctionName)}`)
}

/** A plain name, or the name in arn:aws:lambda:region:account:function:name[:qualifier]. */
function nameOf(text: string): string {
  return text.startsWith('arn:') ? (text.split(':')[6] ?? text) : text
}
