import { compileRule, type Test } from './choice.ts'
import type {
  CatcherDefinition,
  MachineDefinition,
  RetrierDefinition,
  StateDefinition,
} from './definition.ts'
import { parseDefinition } from './definition.ts'
import type { Path } from './paths.ts'
import { compilePath, compileTemplate, type Refuse, type Template, templateReads } from './template.ts'

export type Catcher = { errors: readonly string[]; next: string; resultKeys: readonly string[] | null }
/** Seconds: written in the file, or read from the state's effective input. */
export type Seconds = number | Path

/** Paths are undefined for "$" (all of it) and null for null (nothing); next is undefined where the machine ends. */
type Ends = { name: string; inputPath: Path | null | undefined; outputPath: Path | null | undefined }
type Flows = Ends & { next: string | undefined }
type Results = Flows & { resultKeys: readonly string[] | null }

export type TaskState = Results & {
  type: 'Task'
  resource: 'invoke' | 'invoke.waitForTaskToken'
  parameters: Template
  resultSelector: Template | undefined
  timeout: Seconds | undefined
  heartbeat: Seconds | undefined
  retry: readonly RetrierDefinition[]
  catch: readonly Catcher[]
}
export type PassState = Results & { type: 'Pass'; parameters: Template | undefined; result: unknown }
export type WaitState = Flows & {
  type: 'Wait'
  seconds: Seconds | undefined
  until: string | Path | undefined
}
export type ChoiceState = Ends & {
  type: 'Choice'
  rules: readonly { test: Test; next: string }[]
  otherwise: string | undefined
}
export type SucceedState = Ends & { type: 'Succeed' }
export type FailState = {
  type: 'Fail'
  name: string
  error: string | Path | undefined
  cause: string | Path | undefined
}
export type State = TaskState | PassState | WaitState | ChoiceState | SucceedState | FailState

export type Machine = {
  name: string
  arn: string
  definition: string
  startAt: string
  timeoutSeconds: number | undefined
  states: ReadonlyMap<string, State>
}

/** Compiles a definition once, for all executions. Throws an Error naming the state that cannot run here. */
export function loadMachine(name: string, arn: string, json: string): Machine {
  const definition = parseDefinition(json)
  const states = new Map(
    Object.entries(definition.States).map(([state, body]) => [state, compileState(state, body, definition)]),
  )
  targetIn(definition, 'the machine')(definition.StartAt)
  return {
    name,
    arn,
    definition: json,
    startAt: definition.StartAt,
    timeoutSeconds: definition.TimeoutSeconds,
    states,
  }
}

function targetIn(definition: MachineDefinition, where: string) {
  return (next: string) => {
    if (!Object.hasOwn(definition.States, next)) throw new Error(`${where}: there is no state "${next}"`)
    return next
  }
}

function compileState(name: string, state: StateDefinition, machine: MachineDefinition): State {
  const where = `state "${name}"`
  const refuse: Refuse = (what) => {
    throw new Error(`${where}: ${what}`)
  }
  const target = targetIn(machine, where)
  const pathOf = (text: string | undefined, field: string) =>
    text === undefined ? undefined : compilePath(text, field, refuse)
  if (state.Type === 'Fail') {
    const error = pathOf(state.ErrorPath, 'ErrorPath') ?? state.Error
    return { type: 'Fail', name, error, cause: pathOf(state.CausePath, 'CausePath') ?? state.Cause }
  }

  const part = (text: string | null | undefined, field: string) =>
    text === null ? null : text === '$' ? undefined : pathOf(text, field)
  const ends = {
    name,
    inputPath: part(state.InputPath, 'InputPath'),
    outputPath: part(state.OutputPath, 'OutputPath'),
  }
  if (state.Type === 'Succeed') return { type: 'Succeed', ...ends }
  if (state.Type === 'Choice') {
    const rules = state.Choices.map((rule) => ({ test: compileRule(rule, refuse), next: target(rule.Next) }))
    return { type: 'Choice', ...ends, rules, otherwise: state.Default && target(state.Default) }
  }

  if ((state.Next === undefined) === (state.End === undefined)) refuse('needs either Next or End')
  const flows = { ...ends, next: state.Next && target(state.Next) }
  if (state.Type === 'Wait') {
    const given = [state.Seconds, state.SecondsPath, state.Timestamp, state.TimestampPath]
    if (given.filter((value) => value !== undefined).length !== 1) refuse('needs one duration or time')
    const seconds = pathOf(state.SecondsPath, 'SecondsPath') ?? state.Seconds
    return {
      type: 'Wait',
      ...flows,
      seconds,
      until: pathOf(state.TimestampPath, 'TimestampPath') ?? state.Timestamp,
    }
  }

  const results = { ...flows, resultKeys: resultKeys(state.ResultPath, refuse) }
  if (state.Type === 'Pass') {
    const parameters = state.Parameters && compileTemplate(state.Parameters, refuse)
    return { type: 'Pass', ...results, parameters, result: state.Result }
  }
  const catchers = (state.Catch ?? []).map((catcher) => compileCatcher(catcher, target, refuse))
  checkWildcards([...(state.Retry ?? [])], refuse)
  checkWildcards([...(state.Catch ?? [])], refuse)
  return {
    type: 'Task',
    ...results,
    resource: resourceOf(state.Resource, refuse),
    parameters: taskParameters(state.Resource, state.Parameters, refuse),
    resultSelector: state.ResultSelector && compileTemplate(state.ResultSelector, refuse),
    timeout: pathOf(state.TimeoutSecondsPath, 'TimeoutSecondsPath') ?? state.TimeoutSeconds,
    heartbeat: pathOf(state.HeartbeatSecondsPath, 'HeartbeatSecondsPath') ?? state.HeartbeatSeconds,
    retry: state.Retry ?? [],
    catch: catchers,
  }
}

const RESOURCE = /^arn:aws(?:-cn|-us-gov)?:states:::lambda:(invoke|invoke\.waitForTaskToken)$/

function resourceOf(resource: string, refuse: Refuse): TaskState['resource'] {
  const [, action] = RESOURCE.exec(resource) ?? []
  if (action === 'invoke' || action === 'invoke.waitForTaskToken') return action
  return refuse(
    `the resource "${resource}" is not supported, only lambda:invoke and lambda:invoke.waitForTaskToken`,
  )
}

function taskParameters(resource: string, parameters: Record<string, unknown> | undefined, refuse: Refuse) {
  const given = parameters ?? {}
  const known = new Set(['FunctionName', 'FunctionName.$', 'Payload', 'Payload.$'])
  const unknown = Object.keys(given).filter((key) => !known.has(key))
  if (unknown.length > 0) refuse(`the parameter "${unknown.join('", "')}" is not supported`)
  if (given.FunctionName === undefined && given['FunctionName.$'] === undefined) {
    refuse('Parameters need a FunctionName')
  }
  if (String(given.FunctionName).includes('${')) {
    refuse(`the substitution ${String(given.FunctionName)} of its FunctionName has not been replaced`)
  }
  if (resource.endsWith('.waitForTaskToken') && !templateReads(given, '$$.Task.Token')) {
    refuse('waits for a token that its Parameters do not pass on: $$.Task.Token is missing')
  }
  return compileTemplate(given, refuse)
}

function compileCatcher(
  catcher: CatcherDefinition,
  target: (next: string) => string,
  refuse: Refuse,
): Catcher {
  return {
    errors: catcher.ErrorEquals,
    next: target(catcher.Next),
    resultKeys: resultKeys(catcher.ResultPath, refuse),
  }
}

function checkWildcards(handlers: readonly { ErrorEquals: readonly string[] }[], refuse: Refuse) {
  const wildcard = handlers.findIndex((handler) => handler.ErrorEquals.includes('States.ALL'))
  if (wildcard === -1) return
  if (wildcard !== handlers.length - 1 || handlers[wildcard]?.ErrorEquals.length !== 1) {
    refuse('States.ALL must stand alone in ErrorEquals and come last')
  }
}

function resultKeys(text: string | null | undefined, refuse: Refuse): readonly string[] | null {
  if (text === null) return null
  const path = compilePath(text ?? '$', 'ResultPath', refuse)
  const keys = path.keys.filter((key) => typeof key === 'string')
  if (path.ofContext || keys.length < path.keys.length)
    return refuse(`ResultPath "${text}" must be like $.a.b`)
  return keys
}
