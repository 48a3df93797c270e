import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { executionOfArn, isName, machineArn, machineOfArn, type Place } from './arns.ts'
import type { Execution, Executions } from './executions.ts'
import * as faults from './faults.ts'
import { eventsOf } from './history.ts'
import type { Interpreter } from './interpreter.ts'
import { MOST_BYTES } from './limits.ts'
import type { Machine } from './machine.ts'
import { executionArn } from './values.ts'

type Answer = Record<string, unknown>
export type Operation = (body: unknown) => Answer | faults.Fault

export type Desk = {
  place: Place
  executions: Executions
  interpreter: Interpreter
  machines: ReadonlyMap<string, Machine>
  register(name: string, definition: string): string
  /** Epoch ms. */
  now(): number
}

const json = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= MOST_BYTES, `more than ${MOST_BYTES} bytes`)
const failure = { error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() }
const taskToken = z.string().min(1).max(2048)
const page = { maxResults: z.int().min(0).max(1000).optional(), nextToken: z.string().max(1024).optional() }
const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const

/** The operations of AWS's API that are imitated, by name. Each parses its own body. */
export function operationsOf(desk: Desk): Record<string, Operation> {
  const { place, executions, interpreter, machines } = desk
  const { tasks, tokens } = interpreter

  const operation =
    <T>(schema: z.ZodType<T>, run: (input: T) => Answer | faults.Fault): Operation =>
    (body) => {
      const parsed = schema.safeParse(body)
      return parsed.success ? run(parsed.data) : faults.validation(parsed.error)
    }

  const machineAt = (arn: string): Machine | faults.Fault => {
    const name = machineOfArn(place, arn)
    const machine = name === undefined ? undefined : machines.get(name)
    if (machine !== undefined) return machine
    return arn.startsWith('arn:') ? faults.machineDoesNotExist(arn) : faults.invalidArn(arn)
  }

  const onExecution =
    <T extends { executionArn: string }>(run: (execution: Execution, input: T) => Answer | faults.Fault) =>
    (input: T) => {
      const ids = executionOfArn(place, input.executionArn)
      const execution = ids && executions.find(ids.machine, ids.name)
      if (execution !== undefined) return run(execution, input)
      return input.executionArn.startsWith('arn:')
        ? faults.executionDoesNotExist(input.executionArn)
        : faults.invalidArn(input.executionArn)
    }

  const onTask =
    <T extends { taskToken: string }>(run: (task: TaskOf, input: T) => Answer | faults.Fault) =>
    (input: T) => {
      const found = tokens.find(input.taskToken)
      if (found.is === 'live') return run(found.task, input)
      if (found.is === 'over') return faults.taskTimedOut()
      return found.is === 'unknown' ? faults.taskDoesNotExist() : faults.invalidToken()
    }

  return {
    CreateStateMachine: operation(
      z.object({ name: z.string(), definition: z.string().max(1_048_576) }),
      ({ name, definition }) => {
        if (!isName(name)) return faults.invalidName(name)
        const arn = machineArn(place, name)
        const present = machines.get(name)
        if (present !== undefined && present.definition !== definition)
          return faults.machineAlreadyExists(arn)
        try {
          if (present === undefined) desk.register(name, definition)
        } catch (error) {
          return faults.invalidDefinition(error instanceof Error ? error.message : String(error))
        }
        return { stateMachineArn: arn, creationDate: desk.now() / 1000 }
      },
    ),

    StartExecution: operation(
      z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: json.optional() }),
      ({ stateMachineArn, name = randomUUID(), input = '{}' }) => {
        const machine = machineAt(stateMachineArn)
        if (faults.isFault(machine)) return machine
        if (!isName(name)) return faults.invalidName(name)
        const value = parseJson(input)
        if (value === undefined) return faults.invalidInput(`not JSON: ${input.slice(0, 100)}`)
        const present = executions.find(machine.name, name)
        if (present === undefined) return started(interpreter.start(machine, name, value))
        const isSame = present.status === 'RUNNING' && JSON.stringify(present.input) === JSON.stringify(value)
        return isSame ? started(present) : faults.executionAlreadyExists(executionArn(present))
      },
    ),

    DescribeExecution: operation(z.object({ executionArn: z.string() }), onExecution(described)),

    ListExecutions: operation(
      z.object({ stateMachineArn: z.string(), statusFilter: z.enum(statuses).optional(), ...page }),
      ({ stateMachineArn, statusFilter, maxResults, nextToken }) => {
        const machine = machineAt(stateMachineArn)
        if (faults.isFault(machine)) return machine
        const before = nextToken === undefined ? Number.POSITIVE_INFINITY : Number(nextToken)
        if (Number.isNaN(before)) return faults.invalidToken()
        const found = executions
          .ofMachine(machine.name)
          .filter(({ order, status }) => order < before && (statusFilter ?? status) === status)
        const shown = found.slice(0, maxResults || 100)
        const last = shown.at(-1)
        const more = shown.length < found.length && last !== undefined
        return { executions: shown.map(listed), nextToken: more ? String(last.order) : undefined }
      },
    ),

    StopExecution: operation(
      z.object({ executionArn: z.string(), ...failure }),
      onExecution((execution, { error, cause }) => {
        if (execution.status === 'RUNNING') interpreter.stop(execution, { error, cause })
        return { stopDate: (execution.stoppedAt ?? desk.now()) / 1000 }
      }),
    ),

    GetExecutionHistory: operation(
      z.object({
        executionArn: z.string(),
        reverseOrder: z.boolean().optional(),
        includeExecutionData: z.boolean().optional(),
        ...page,
      }),
      onExecution((execution, { reverseOrder, includeExecutionData = true, maxResults, nextToken }) => {
        const after = nextToken === undefined ? undefined : Number(nextToken)
        if (Number.isNaN(after)) return faults.invalidToken()
        const events = eventsOf(execution.history, place.region, includeExecutionData)
        if (reverseOrder) events.reverse()
        const rest = events.filter(
          ({ id = 0 }) => after === undefined || (reverseOrder ? id < after : id > after),
        )
        const shown = rest.slice(0, maxResults || 100)
        return {
          events: shown,
          nextToken: shown.length < rest.length ? String(shown.at(-1)?.id) : undefined,
        }
      }),
    ),

    SendTaskSuccess: operation(
      z.object({ taskToken, output: json }),
      onTask((task, { output }) => {
        const value = parseJson(output)
        if (value === undefined) return faults.invalidOutput(`not JSON: ${output.slice(0, 100)}`)
        tasks.succeed(task, value)
        return {}
      }),
    ),
    SendTaskFailure: operation(
      z.object({ taskToken, ...failure }),
      onTask((task, { error = '', cause }) => {
        tasks.fail(task, { error, cause })
        return {}
      }),
    ),
    SendTaskHeartbeat: operation(
      z.object({ taskToken }),
      onTask((task) => {
        tasks.beat(task)
        return {}
      }),
    ),
  }
}

type TaskOf = Parameters<Interpreter['tasks']['beat']>[0]

const started = (execution: Execution): Answer => ({
  executionArn: executionArn(execution),
  startDate: execution.history.startedAt / 1000,
})

const listed = (execution: Execution): Answer => ({
  ...started(execution),
  stateMachineArn: execution.machine.arn,
  name: execution.name,
  status: execution.status,
  stopDate: execution.stoppedAt === undefined ? undefined : execution.stoppedAt / 1000,
})

function described(execution: Execution): Answer {
  const isDone = execution.status === 'SUCCEEDED'
  return {
    ...listed(execution),
    input: JSON.stringify(execution.input),
    inputDetails: { included: true },
    output: isDone ? JSON.stringify(execution.output) : undefined,
    outputDetails: isDone ? { included: true } : undefined,
    // AWS leaves them out of a timed-out execution, and so do we: only its history tells.
    ...(execution.status === 'TIMED_OUT' ? {} : execution.failure),
    redriveCount: 0,
  }
}

/** Undefined for what is not JSON; JSON itself has no such value. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
