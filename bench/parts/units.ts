import { client } from '../load/http.ts'
import type { LifecycleJob } from '../load/job.ts'
import { oneLifecycle } from '../load/lifecycle.ts'
import { openOffice, sampleFirms, secondsUntilIdle } from '../office.ts'

export type Units = { write: number; read: number }
export type UnitsUsed = {
  /** Of the request path, per command and for the five of a lifecycle. */
  byCommand: Record<string, Units>
  lifecycle: Units
  /** Of consumers and workflow for one lifecycle, each step taken in alone; the workflow's route is among it. */
  consumers: Units
}

const lifecycles = 20

const plus = (a: Units, b: Units): Units => ({ write: a.write + b.write, read: a.read + b.read })
const share = (units: Units): Units => ({ write: units.write / lifecycles, read: units.read / lifecycles })
const none: Units = { write: 0, read: 0 }

/** Capacity units that the engine reports for each step, one step at a time. */
export const measureUnits = async (): Promise<UnitsUsed> => {
  const used = { requests: none, consumers: none }
  const opened = await openOffice({
    onConsumed: (side, operation, consumed) => {
      // What goes on record belongs to the request that it is about.
      const of = side === 'audit' ? 'requests' : side
      used[of] = plus(used[of], { ...none, [operation]: consumed.CapacityUnits ?? 0 })
    },
  })
  const { send, close } = client(opened.office.origin)
  const job: LifecycleJob = {
    kind: 'lifecycles',
    origin: opened.office.origin,
    tokens: opened.tokens,
    firms: sampleFirms(),
    clients: 1,
    seconds: 0,
    routedBy: 'dispatcher',
  }
  try {
    // What is read once and kept, reference data and keys, is not a command's.
    await oneLifecycle(send, job, () => {})
    await secondsUntilIdle(opened)
    const byCommand: Record<string, Units> = {}
    used.requests = none
    const tally = (name: string) => {
      byCommand[name] = plus(byCommand[name] ?? none, used.requests)
      used.requests = none
    }
    for (let done = 0; done < lifecycles; done++) await oneLifecycle(send, job, tally)
    await secondsUntilIdle(opened)

    used.consumers = none
    const settled = async () => {
      await secondsUntilIdle(opened)
    }
    const byWorkflow = { ...job, routedBy: 'workflow' as const }
    for (let done = 0; done < lifecycles; done++) await oneLifecycle(send, byWorkflow, settled)
    await settled()
    return {
      byCommand: Object.fromEntries(Object.entries(byCommand).map(([name, units]) => [name, share(units)])),
      lifecycle: share(Object.values(byCommand).reduce(plus, none)),
      consumers: share(used.consumers),
    }
  } finally {
    close()
    await opened.close()
  }
}
