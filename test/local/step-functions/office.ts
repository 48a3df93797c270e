import {
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { onTestFinished } from 'vitest'
import { type MovableClock, movableClock } from '../../../local/clock.ts'
import {
  type InvokeLambda,
  type StepFunctionsServer,
  startStepFunctions,
} from '../../../local/step-functions/server.ts'

export const SECOND = 1000
export const DAY = 86_400 * SECOND
export const MONDAY = new Date('2026-11-23T01:00:00.000Z')

/**
 * A standing office: the server, a real SDK client, and functions that a test puts in by name.
 * A patient one lets functions end before it moves the clock on.
 */
export type Office = {
  clock: MovableClock
  sfn: SFNClient
  server: StepFunctionsServer
  functions: Record<string, (payload: never) => unknown>
  /** The calls so far, as "name at seconds since the start". */
  calls: string[]
  start(machine: string, name: string, input?: unknown): Promise<string>
  complete(token: string, output?: unknown): Promise<unknown>
  history(executionArn: string): Promise<HistoryEvent[]>
}

export async function anOffice(
  options: { maxHistory?: number; keepEnded?: number; isPatient?: boolean } = {},
): Promise<Office> {
  const clock = movableClock(MONDAY)
  const functions: Office['functions'] = {}
  const calls: string[] = []
  const invoke: InvokeLambda = async (name, payload) => {
    calls.push(`${name} at ${(clock.now().getTime() - MONDAY.getTime()) / SECOND}`)
    const run = functions[name]
    if (run === undefined) throw new Error(`no function ${name}`)
    return run(payload as never)
  }
  const server = await startStepFunctions({ clock, invoke, ...options })
  if (options.isPatient !== false) clock.settleUntil(() => server.runningCount() === 0)
  const sfn = new SFNClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  onTestFinished(async () => {
    sfn.destroy()
    await server.close()
  })
  return {
    clock,
    sfn,
    server,
    functions,
    calls,
    async start(machine, name, input = {}) {
      const started = await sfn.send(
        new StartExecutionCommand({
          stateMachineArn: server.arnOf(machine),
          name,
          input: JSON.stringify(input),
        }),
      )
      await clock.advance(0)
      return started.executionArn ?? ''
    },
    async complete(token, output = {}) {
      await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }))
      await clock.advance(0)
    },
    async history(executionArn) {
      const { events = [] } = await sfn.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
      )
      return events
    },
  }
}

/** Both partitions are in it, as a file may be written for either. */
export const call = (name: string) => ({
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, 'Payload.$': '$' },
})

export const callWithToken = (name: string) => ({
  Resource: 'arn:aws-cn:states:::lambda:invoke.waitForTaskToken',
  Parameters: {
    FunctionName: `arn:aws-cn:lambda:cn-northwest-1:000000000000:function:${name}`,
    Payload: { 'token.$': '$$.Task.Token', 'issueId.$': '$.issueId', 'execution.$': '$$.Execution.Id' },
  },
})

/** The shape of our lifecycle: load, route on one word, wait for an event or for the deadline. */
export const LIFECYCLE = JSON.stringify({
  Comment: '诉求全程',
  StartAt: 'Load issue',
  States: {
    'Load issue': {
      Type: 'Task',
      ...call('LoadIssue'),
      ResultSelector: {
        'standing.$': '$.Payload.standing',
        'secondsToDeadline.$': '$.Payload.secondsToDeadline',
      },
      ResultPath: '$.now',
      Next: 'Where does the issue stand?',
    },
    'Where does the issue stand?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.now.standing', StringEquals: 'toHandle', Next: 'Wait for the department' },
        { Variable: '$.now.standing', StringEquals: 'over', Next: 'Over' },
      ],
      Default: 'Unknown standing',
    },
    'Wait for the department': {
      Type: 'Task',
      ...callWithToken('WaitForEvent'),
      TimeoutSecondsPath: '$.now.secondsToDeadline',
      ResultPath: null,
      Catch: [
        { ErrorEquals: ['States.Timeout'], ResultPath: null, Next: 'Record overdue' },
        { ErrorEquals: ['Superseded'], ResultPath: '$.failure', Next: 'Over' },
      ],
      Next: 'Load issue',
    },
    'Record overdue': { Type: 'Task', ...call('RecordOverdue'), ResultPath: null, Next: 'Load issue' },
    'Unknown standing': { Type: 'Fail', Error: 'UnknownStanding', Cause: 'no route for this word' },
    Over: { Type: 'Succeed' },
  },
})

export type Waiting = { token: string; issueId: string; execution: string }

/** Registers the lifecycle; `standing` says where each issue stands, and the tokens handed out are kept. */
export function withLifecycle(
  office: Office,
  standing: { standing: string; secondsToDeadline: number },
): Waiting[] {
  const waits: Waiting[] = []
  office.server.registerMachine('issue-lifecycle', LIFECYCLE)
  office.functions.LoadIssue = () => standing
  office.functions.RecordOverdue = () => null
  office.functions.WaitForEvent = (wait: Waiting) => {
    waits.push(wait)
  }
  return waits
}

/** The states in the order in which they were entered. */
export const entered = (events: HistoryEvent[]) =>
  events.flatMap((event) => event.stateEnteredEventDetails?.name ?? [])
