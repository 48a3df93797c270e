import type { Execution, Visit } from './executions.ts'
import { MOST_SECONDS } from './limits.ts'
import type { Seconds } from './machine.ts'
import { type Path, type Scope, writeAt } from './paths.ts'
import { stateFault } from './state-error.ts'
import { needPath } from './template.ts'

/** ARNs of an execution follow its machine's. */
export const executionArn = (execution: Execution): string =>
  `${execution.machine.arn.replace(':stateMachine:', ':execution:')}:${execution.name}`

/** The context object ($$), made only when a path asks for it. */
export function scopeOf(
  execution: Execution,
  state: string,
  visit: Visit,
  input: unknown,
  token?: string,
): Scope {
  const context = () => ({
    Execution: {
      Id: executionArn(execution),
      Input: execution.input,
      Name: execution.name,
      StartTime: new Date(execution.history.startedAt).toISOString(),
      RedriveCount: 0,
    },
    State: {
      Name: state,
      EnteredTime: new Date(visit.enteredAt).toISOString(),
      RetryCount: visit.retries.reduce((sum, count) => sum + count, 0),
    },
    StateMachine: { Id: execution.machine.arn, Name: execution.machine.name },
    ...(token === undefined ? {} : { Task: { Token: token } }),
  })
  return { input, context }
}

/** InputPath and OutputPath: undefined takes everything, null gives an empty object. */
export function narrow(path: Path | null | undefined, scope: Scope, field: string): unknown {
  if (path === undefined) return scope.input
  return path === null ? {} : needPath(path, scope, field)
}

/** ResultPath: null keeps the input, no keys replace it. */
export function place(keys: readonly string[] | null, input: unknown, result: unknown): unknown {
  if (keys === null) return input
  const placed = writeAt(input, keys, result)
  if (placed !== undefined) return placed
  const cause = `Unable to apply ReferencePath $.${keys.join('.')} to input ${JSON.stringify(input)}`
  throw stateFault('States.ResultPathMatchFailure', cause)
}

/** Seconds as written, or as found at a path of the state's effective input; at least `least`. */
export function secondsOf(value: Seconds | undefined, least: 0 | 1, scope: Scope): number | undefined {
  if (value === undefined || typeof value === 'number') return value
  const found = needPath(value, scope, 'SecondsPath')
  if (typeof found === 'number' && Number.isInteger(found) && found >= least && found <= MOST_SECONDS)
    return found
  const cause = `The value at '${value.text}' must be a whole number of seconds, from ${least} to ${MOST_SECONDS}, but is ${JSON.stringify(found)}`
  throw stateFault('States.Runtime', cause)
}

export function textOf(value: string | Path | undefined, scope: Scope, field: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  const found = needPath(value, scope, field)
  if (typeof found === 'string') return found
  throw stateFault('States.Runtime', `The value at '${value.text}' must be a string`)
}
