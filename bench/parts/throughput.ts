import { openClient } from '../../local/office/clients.ts'
import { lifecycleBodies } from '../bare/lifecycle-bodies.ts'
import type { Clients } from '../load/clients.ts'
import type { LifecycleJob, Outcome } from '../load/job.ts'
import { type OpenOffice, openOffice, sampleFirms, secondsUntilIdle } from '../office.ts'
import { type Rate, rateOf, type Spread, spreadOf } from '../percentiles.ts'

const clientCounts = [1, 8, 32] as const
const secondsEach = 8
const warmUpSeconds = 4
const bareTable = 'bare'

export type Level = {
  clients: number
  commands: Rate
  lifecycles: Rate
  byCommand: Record<string, Spread>
  /** The same number of the same transactions, straight to the engine. */
  bare: Rate
  /** Until consumers and workflows had caught up after the last answer. */
  lagSeconds: number
}

const allOf = (outcome: Outcome) => Object.values(outcome.calls).flat()

const jobOf = ({ office, tokens }: OpenOffice, clients: number, seconds: number): LifecycleJob => ({
  kind: 'lifecycles',
  origin: office.origin,
  tokens,
  firms: sampleFirms(),
  clients,
  seconds,
  routedBy: 'dispatcher',
})

/** Commands and lifecycles a second over HTTP, and the same transactions a second that the engine itself takes. */
export const measureThroughput = async (clients: Clients): Promise<Level[]> => {
  const { bodies, marks } = await lifecycleBodies(bareTable)
  const opened = await openOffice()
  const endpoint = opened.office.engineEndpoint
  const levelAt = async (count: number): Promise<Level> => {
    const outcome = await clients.run(jobOf(opened, count, secondsEach))
    const lagSeconds = await secondsUntilIdle(opened)
    const lifecycles = outcome.lifecycles.length
    const bare = await clients.run({ kind: 'bare', endpoint, bodies, marks, clients: count, lifecycles })
    return {
      clients: count,
      commands: rateOf(allOf(outcome), outcome.seconds),
      lifecycles: rateOf(outcome.lifecycles, outcome.seconds),
      byCommand: Object.fromEntries(
        Object.entries(outcome.calls).map(([name, times]) => [name, spreadOf(times)]),
      ),
      bare: rateOf(allOf(bare), bare.seconds),
      lagSeconds,
    }
  }
  try {
    await openClient(endpoint, bareTable)
    await clients.run(jobOf(opened, 8, warmUpSeconds))
    await secondsUntilIdle(opened)
    const levels: Level[] = []
    for (const count of clientCounts) levels.push(await levelAt(count))
    return levels
  } finally {
    await opened.close()
  }
}

export type Sustained = { clients: number; lifecycles: Rate; loadSeconds: number; lagSeconds: number }

const sustainedClients = 128
const sustainedSeconds = 12

/** Lifecycles that the workflow routes while the client waits for it: nobody can run ahead of the consumers for long. */
export const measureSustained = async (clients: Clients): Promise<Sustained> => {
  const opened = await openOffice()
  try {
    const job = { ...jobOf(opened, sustainedClients, warmUpSeconds), routedBy: 'workflow' as const }
    await clients.run(job)
    await secondsUntilIdle(opened)
    const { seconds, lifecycles } = await clients.run({ ...job, seconds: sustainedSeconds })
    const lagSeconds = await secondsUntilIdle(opened)
    return {
      clients: sustainedClients,
      // The time in which consumers catch up belongs to it.
      lifecycles: rateOf(lifecycles, seconds + lagSeconds),
      loadSeconds: seconds,
      lagSeconds,
    }
  } finally {
    await opened.close()
  }
}
