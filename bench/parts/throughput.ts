import { openClient } from '../../local/office/clients.ts'
import { lifecycleBodies } from '../bare/lifecycle-bodies.ts'
import type { Clients } from '../load/clients.ts'
import type { LifecycleJob, Outcome } from '../load/job.ts'
import { type OpenOffice, openOffice, sampleFirms, secondsUntilIdle } from '../office.ts'
import { type Spread, spreadOf } from '../percentiles.ts'

export const clientCounts = [1, 8, 32] as const
const secondsEach = 8
const warmUpSeconds = 4
const bareTable = 'bare'

export type Rate = { perSecond: number } & Spread

export type Level = {
  clients: number
  commands: Rate
  lifecycles: Rate
  byCommand: Record<string, Spread>
  /** The same number of the same transactions, straight to the engine. */
  bare: Rate
  lagSeconds: number
}

const rateOf = (times: readonly number[], seconds: number): Rate => ({
  perSecond: times.length / seconds,
  ...spreadOf(times),
})

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
  try {
    await openClient(endpoint, bareTable)
    await clients.run(jobOf(opened, 8, warmUpSeconds))
    await secondsUntilIdle(opened)
    const levels: Level[] = []
    for (const count of clientCounts) {
      const outcome = await clients.run(jobOf(opened, count, secondsEach))
      const lagSeconds = await secondsUntilIdle(opened)
      const bare = await clients.run({
        kind: 'bare',
        endpoint,
        bodies,
        marks,
        clients: count,
        lifecycles: outcome.lifecycles.length,
      })
      levels.push({
        clients: count,
        commands: rateOf(allOf(outcome), outcome.seconds),
        lifecycles: rateOf(outcome.lifecycles, outcome.seconds),
        byCommand: Object.fromEntries(
          Object.entries(outcome.calls).map(([name, times]) => [name, spreadOf(times)]),
        ),
        bare: rateOf(allOf(bare), bare.seconds),
        lagSeconds,
      })
    }
    return levels
  } finally {
    await opened.close()
  }
}
