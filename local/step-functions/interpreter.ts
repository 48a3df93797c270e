import type { Clock } from '../clock.ts'
import {
  type Execution,
  type Executions,
  type Move,
  newVisit,
  type Standing,
  type Visit,
} from './executions.ts'
import { enteredType, lastEventId, MOST_EVENTS } from './history.ts'
import type { ChoiceState, FailState, Machine, PassState, State, WaitState } from './machine.ts'
import { asStateError, type StateError, stateFault } from './state-error.ts'
import { type InvokeLambda, type Tasks, tasksOf } from './tasks.ts'
import { type Tokens, taskTokens } from './tokens.ts'
import { narrow, place, scopeOf, secondsOf, textOf } from './values.ts'

export type Interpreter = {
  start(machine: Machine, name: string, input: unknown): Execution
  stop(execution: Execution, failure: Partial<StateError>): void
  /** Lets go of an execution without a trace in its history: the server closes. */
  abandon(execution: Execution): void
  tasks: Tasks
  tokens: Tokens
}

/**
 * Runs executions. Between two steps an execution is a plain record with a timer: nothing waits on a promise
 * and nothing polls, so that a hundred thousand of them can stand still.
 */
export function interpreterOf(clock: Clock, invoke: InvokeLambda, executions: Executions): Interpreter {
  const tokens = taskTokens()
  const tasks = tasksOf({ clock, invoke, executions, tokens, follow })

  function follow(execution: Execution, first: Move | undefined) {
    let move = first
    while (move !== undefined && execution.status === 'RUNNING') move = step(execution, move)
  }

  function step(execution: Execution, { to, input }: Move): Move | undefined {
    const state = execution.machine.states.get(to)
    if (state === undefined) throw new Error(`machine ${execution.machine.name} has no state "${to}"`)
    if (lastEventId(execution.history) >= MOST_EVENTS) {
      const cause = `The execution reached the maximum number of history events (${MOST_EVENTS}).`
      executions.end(execution, 'FAILED', undefined, { error: 'States.Runtime', cause })
      return undefined
    }
    executions.note(execution, enteredType(state), state.name, input)
    const visit = newVisit(execution, clock.now().getTime())
    try {
      return perform(execution, state, input, visit)
    } catch (thrown) {
      const { error, cause } = asStateError(thrown)
      const where = `An error occurred while executing the state '${to}' (entered at the event id #${visit.eventId}).`
      executions.end(execution, 'FAILED', undefined, { error, cause: `${where} ${cause}` })
      return undefined
    }
  }

  function perform(execution: Execution, state: State, input: unknown, visit: Visit): Move | undefined {
    switch (state.type) {
      case 'Task':
        tasks.begin(execution, state, input, visit)
        return undefined
      case 'Wait':
        wait(execution, state, input, visit)
        return undefined
      case 'Choice':
        return choose(execution, state, input, visit)
      case 'Pass':
        return pass(execution, state, input, visit)
      case 'Succeed': {
        const scope = scopeOf(execution, state.name, visit, input)
        const narrowed = narrow(state.inputPath, scope, 'InputPath')
        const output = narrow(state.outputPath, { ...scope, input: narrowed }, 'OutputPath')
        return executions.leave(execution, state, undefined, output)
      }
      case 'Fail':
        executions.end(execution, 'FAILED', undefined, failureOf(execution, state, input, visit))
        return undefined
    }
  }

  function choose(execution: Execution, state: ChoiceState, input: unknown, visit: Visit) {
    const whole = scopeOf(execution, state.name, visit, input)
    const scope = { ...whole, input: narrow(state.inputPath, whole, 'InputPath') }
    const next = state.rules.find((rule) => rule.test(scope))?.next ?? state.otherwise
    if (next === undefined) throw stateFault('States.NoChoiceMatched', 'No choice rule matched.')
    return executions.leave(execution, state, next, narrow(state.outputPath, scope, 'OutputPath'))
  }

  function pass(execution: Execution, state: PassState, input: unknown, visit: Visit) {
    const whole = scopeOf(execution, state.name, visit, input)
    const scope = { ...whole, input: narrow(state.inputPath, whole, 'InputPath') }
    const given = state.parameters ? state.parameters(scope) : scope.input
    const result = state.result === undefined ? given : state.result
    const placed = place(state.resultKeys, input, result)
    const output = narrow(state.outputPath, { ...scope, input: placed }, 'OutputPath')
    return executions.leave(execution, state, state.next, output)
  }

  function wait(execution: Execution, state: WaitState, input: unknown, visit: Visit) {
    const whole = scopeOf(execution, state.name, visit, input)
    const scope = { ...whole, input: narrow(state.inputPath, whole, 'InputPath') }
    const seconds = secondsOf(state.seconds, 0, scope)
    const until =
      seconds === undefined
        ? Date.parse(textOf(state.until, scope, 'TimestampPath') ?? '')
        : clock.now().getTime() + seconds * 1000
    if (Number.isNaN(until)) throw stateFault('States.Runtime', 'The time to wait for is not a timestamp.')
    const output = narrow(state.outputPath, scope, 'OutputPath')
    const standing: Standing = {
      execution,
      state,
      input,
      visit,
      token: undefined,
      heartbeat: undefined,
      timer: undefined,
      beat: undefined,
    }
    standing.timer = clock.at(new Date(until), () => {
      tasks.retire(standing)
      follow(execution, executions.leave(execution, state, state.next, output))
    })
    execution.standing = standing
    executions.wait(execution)
  }

  function abandon(execution: Execution) {
    execution.deadline?.cancel()
    if (execution.standing !== undefined) tasks.retire(execution.standing)
  }

  return {
    start(machine, name, input) {
      const execution = executions.create(machine, name, input)
      if (machine.timeoutSeconds !== undefined) {
        const due = new Date(execution.history.startedAt + machine.timeoutSeconds * 1000)
        execution.deadline = clock.at(due, () => {
          abandon(execution)
          executions.end(execution, 'TIMED_OUT', undefined, { error: 'States.Timeout' })
        })
      }
      follow(execution, { to: machine.startAt, input })
      return execution
    },
    stop(execution, failure) {
      abandon(execution)
      executions.end(execution, 'ABORTED', undefined, failure)
    },
    abandon,
    tasks,
    tokens,
  }
}

function failureOf(
  execution: Execution,
  state: FailState,
  input: unknown,
  visit: Visit,
): Partial<StateError> {
  const scope = scopeOf(execution, state.name, visit, input)
  return {
    error: textOf(state.error, scope, 'ErrorPath'),
    cause: textOf(state.cause, scope, 'CausePath'),
  }
}
