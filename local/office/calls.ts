import { type FunctionName, functionNames } from '../../functions/catalogue.ts'
import type { HttpHandler } from '../../functions/lib/http/function.ts'
import type { Log } from '../../functions/lib/log.ts'
import { busConsumer } from '../change-feed/bus.ts'
import type { localFunctions } from './functions.ts'

/** The functions of an office, ready to be called. */
export type Ready = ReturnType<typeof localFunctions>

/** Those that answer requests. */
export const apiFunctions = (functions: Ready): Record<string, HttpHandler> =>
  Object.fromEntries(
    functionNames.flatMap((name) => {
      const one = functions[name]
      return 'api' in one ? [[name, one.api]] : []
    }),
  )

/** Those that a workflow calls. Throws where a machine's file names another. */
export const invokeTask = (functions: () => Ready) => async (name: string, payload: unknown) => {
  const one = functions()[name as FunctionName]
  if (!one || !('task' in one)) throw new Error(`${name} is no task of a workflow`)
  return one.task(payload)
}

/** Those that follow what has happened, and how much each takes at once. */
export const consumersOf = (functions: Ready, log: Log) => [
  { consumer: functions.projector.consumer, batch: 100, windowMs: 2_000 },
  // People wait for workflows too; figures and notices have time.
  { consumer: functions.dispatcher.consumer, batch: 50, windowMs: 500 },
  {
    consumer: busConsumer([functions.notices.bus, functions.queueWebhooks.bus], log),
    batch: 50,
    windowMs: 2_000,
  },
  // A large file takes minutes: nobody else waits behind it.
  { consumer: busConsumer([functions.exporter.bus], log), batch: 50, windowMs: 500 },
]
