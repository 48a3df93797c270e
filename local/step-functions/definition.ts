import * as z from 'zod'
import { MOST_SECONDS } from './limits.ts'

/** The part of the Amazon States Language (JSONPath mode) that runs here. Whatever is not listed is refused. */
const Comment = z.string().optional()
const path = z.string().startsWith('$')
const inOut = {
  Comment,
  QueryLanguage: z.literal('JSONPath').optional(),
  InputPath: path.nullable().optional(),
  OutputPath: path.nullable().optional(),
}
const flow = { Next: z.string().optional(), End: z.literal(true).optional() }
const ResultPath = path.nullable().optional()
const template = z.record(z.string(), z.unknown()).optional()
const seconds = z.int().min(1).max(MOST_SECONDS).optional()

const Retrier = z.strictObject({
  Comment,
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: seconds,
  MaxAttempts: z.int().min(0).max(MOST_SECONDS).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: seconds,
  JitterStrategy: z.enum(['NONE', 'FULL']).optional(),
})
const Catcher = z.strictObject({
  Comment,
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  ResultPath,
})

const Task = z.strictObject({
  Type: z.literal('Task'),
  ...inOut,
  ...flow,
  Resource: z.string(),
  Parameters: template,
  ResultSelector: template,
  ResultPath,
  TimeoutSeconds: seconds,
  TimeoutSecondsPath: path.optional(),
  HeartbeatSeconds: seconds,
  HeartbeatSecondsPath: path.optional(),
  Retry: z.array(Retrier).optional(),
  Catch: z.array(Catcher).optional(),
})
const Pass = z.strictObject({
  Type: z.literal('Pass'),
  ...inOut,
  ...flow,
  Result: z.unknown().optional(),
  Parameters: template,
  ResultPath,
})
const Wait = z.strictObject({
  Type: z.literal('Wait'),
  ...inOut,
  ...flow,
  Seconds: z.int().min(0).max(MOST_SECONDS).optional(),
  SecondsPath: path.optional(),
  Timestamp: z.iso.datetime({ offset: true }).optional(),
  TimestampPath: path.optional(),
})
const Choice = z.strictObject({
  Type: z.literal('Choice'),
  ...inOut,
  Choices: z.array(z.looseObject({ Next: z.string() })).min(1),
  Default: z.string().optional(),
})
const Succeed = z.strictObject({ Type: z.literal('Succeed'), ...inOut })
const Fail = z.strictObject({
  Type: z.literal('Fail'),
  Comment,
  QueryLanguage: inOut.QueryLanguage,
  Error: z.string().optional(),
  ErrorPath: path.optional(),
  Cause: z.string().optional(),
  CausePath: path.optional(),
})

export type RetrierDefinition = z.infer<typeof Retrier>
export type CatcherDefinition = z.infer<typeof Catcher>
export type StateDefinition = z.infer<typeof State>
const State = z.discriminatedUnion('Type', [Task, Pass, Wait, Choice, Succeed, Fail])

const Machine = z.strictObject({
  Comment,
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  StartAt: z.string(),
  TimeoutSeconds: seconds,
  States: z.record(z.string().min(1).max(80), State).refine((states) => Object.keys(states).length > 0),
})
export type MachineDefinition = z.infer<typeof Machine>

/** Parses a definition. Throws an Error that names each state at fault and what about it does not run here. */
export function parseDefinition(json: string): MachineDefinition {
  const parsed = Machine.safeParse(parseJson(json))
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((issue) => sentence(issue)).join('; '))
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Error(`the definition is not JSON: ${String(error)}`)
  }
}

function sentence(issue: z.core.$ZodIssue): string {
  const [states, name, ...field] = issue.path
  const inState = states === 'States' && name !== undefined
  const where = inState ? `state "${String(name)}"` : 'the machine'
  const at = (inState ? field : issue.path).join('.')
  if (at === 'QueryLanguage') return `${where}: only QueryLanguage JSONPath is supported`
  if (at === 'Type')
    return `${where}: only Task, Choice, Pass, Wait, Succeed and Fail are supported as its Type`
  if (issue.code === 'unrecognized_keys') {
    const inside = at === '' ? '' : ` in ${at}`
    return `${where}: ${issue.keys.map((key) => `"${key}"`).join(', ')}${inside} is not supported`
  }
  return `${where}: ${at === '' ? '' : `${at}: `}${issue.message}`
}
