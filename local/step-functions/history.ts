import type { HistoryEvent, HistoryEventType } from '@aws-sdk/client-sfn'
import type { State } from './machine.ts'
import type { StateError } from './state-error.ts'

/**
 * One event as it is kept: values are shared with the execution and become text only when somebody asks.
 * The time is in ms since the execution started, a small integer for its first 24 days.
 */
type Kept = { type: HistoryEventType; sinceStart: number; subject: string | undefined; data: unknown }

export type History = { startedAt: number; kept: Kept[]; dropped: number }
export type Scheduled = { parameters: unknown; timeout: number | undefined; heartbeat: number | undefined }

/** AWS ends an execution whose history is this long. */
export const MOST_EVENTS = 25_000

export const newHistory = (startedAt: number): History => ({ startedAt, kept: [], dropped: 0 })

/** The number of events that ever happened, dropped ones included: the id of the last one. */
export const lastEventId = (history: History): number => history.kept.length + history.dropped

/**
 * Adds an event. Beyond `most` the oldest quarter goes, up to where a state was entered; the start stays.
 * `subject` is a state's name or a task's resource; `data` its input, output, error or schedule.
 */
export function record(
  history: History,
  at: number,
  type: HistoryEventType,
  most: number,
  subject?: string,
  data?: unknown,
) {
  const { kept } = history
  kept.push({ type, sinceStart: at - history.startedAt, subject, data })
  if (kept.length <= most) return
  let end = Math.ceil(most / 4)
  while (end < kept.length - 1 && !kept[end]?.type.endsWith('StateEntered')) end += 1
  kept.splice(1, end - 1)
  history.dropped += end - 1
}

export const enteredType = (state: State): HistoryEventType => `${state.type}StateEntered`
export const exitedType = (state: Exclude<State, { type: 'Fail' }>): HistoryEventType =>
  `${state.type}StateExited`

/** An event of AWS's API, timestamps in epoch seconds as its JSON protocol has them. */
type Timeless = Partial<Omit<HistoryEvent, 'timestamp'>>
export type WireEvent = Timeless & { timestamp: number }

/** The events in order, from the oldest that is kept. */
export function eventsOf(history: History, region: string, withData: boolean): WireEvent[] {
  return history.kept.map((event, index) => {
    const id = index === 0 ? 1 : index + 1 + history.dropped
    return {
      id,
      // AWS counts the first state as having none before it.
      previousEventId: id <= 2 ? 0 : id - 1,
      timestamp: (history.startedAt + event.sinceStart) / 1000,
      type: event.type,
      ...detailsOf(event, region, withData),
    }
  })
}

function detailsOf({ type, subject, data }: Kept, region: string, withData: boolean): Timeless {
  const text = () => (withData ? JSON.stringify(data) : undefined)
  const truncated = { truncated: false }
  const input = () => ({ input: text(), inputDetails: truncated })
  const output = () => ({ output: text(), outputDetails: truncated })
  const task = { resourceType: 'lambda', resource: subject }
  if (type.endsWith('StateEntered')) return { stateEnteredEventDetails: { name: subject, ...input() } }
  if (type.endsWith('StateExited')) return { stateExitedEventDetails: { name: subject, ...output() } }
  switch (type) {
    case 'ExecutionStarted':
      return { executionStartedEventDetails: { ...input(), roleArn: undefined } }
    case 'ExecutionSucceeded':
      return { executionSucceededEventDetails: output() }
    case 'ExecutionFailed':
      return { executionFailedEventDetails: data as StateError }
    case 'ExecutionAborted':
      return { executionAbortedEventDetails: data as Partial<StateError> }
    case 'ExecutionTimedOut':
      return { executionTimedOutEventDetails: data as StateError }
    case 'TaskScheduled': {
      const { parameters, timeout, heartbeat } = data as Scheduled
      return {
        taskScheduledEventDetails: {
          ...task,
          region,
          parameters: withData ? JSON.stringify(parameters) : '',
          timeoutInSeconds: timeout,
          heartbeatInSeconds: heartbeat,
        },
      }
    }
    case 'TaskStarted':
      return { taskStartedEventDetails: task }
    case 'TaskSubmitted':
      return { taskSubmittedEventDetails: { ...task, ...output() } }
    case 'TaskSucceeded':
      return { taskSucceededEventDetails: { ...task, ...output() } }
    case 'TaskFailed':
      return { taskFailedEventDetails: { ...task, ...(data as StateError) } }
    case 'TaskTimedOut':
      return { taskTimedOutEventDetails: { ...task, ...(data as StateError) } }
    default:
      return {}
  }
}
