/** What made a state fail. The name is what Retry and Catch match; States.Runtime is matched by neither. */
export type StateError = { error: string; cause: string | undefined }

class StateFault extends Error {
  readonly failure: StateError
  constructor(error: string, cause: string) {
    super(cause)
    this.name = error
    this.failure = { error, cause }
  }
}

/** Thrown from within nested templates and choices; the step that evaluates them turns it into a failed state. */
export function stateFault(error: `States.${string}`, cause: string): Error {
  return new StateFault(error, cause)
}

/** Anything that is not a state's own fault is a bug of this server: the execution says so and ends. */
export function asStateError(thrown: unknown): StateError {
  if (thrown instanceof StateFault) return thrown.failure
  return { error: 'States.Runtime', cause: `The local server failed: ${String(thrown)}` }
}

/** A function that threw: the error's name, and the cause as Lambda words it. */
export function asLambdaError(thrown: unknown): StateError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return {
    error: error.name,
    cause: JSON.stringify({ errorType: error.name, errorMessage: error.message, trace: [] }),
  }
}

const NEVER_BY_WILDCARD = new Set(['States.Runtime', 'States.DataLimitExceeded'])

/** Whether an ErrorEquals list matches. A missed heartbeat is also a States.Timeout, as on AWS. */
export function matchesError(names: readonly string[], error: string): boolean {
  if (error === 'States.Runtime') return false
  const timedOut = error === 'States.Timeout' || error === 'States.HeartbeatTimeout'
  return names.some((name) => {
    if (name === 'States.ALL') return !NEVER_BY_WILDCARD.has(error)
    if (name === 'States.TaskFailed') return !timedOut && !NEVER_BY_WILDCARD.has(error)
    return name === error || (name === 'States.Timeout' && timedOut)
  })
}
