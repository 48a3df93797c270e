import type { Results } from './results.ts'

export type Aim = { aim: string; wanted: string; measured: number; met: boolean }

const atMost = (aim: string, limit: number, measured: number | undefined): Aim[] =>
  measured === undefined ? [] : [{ aim, wanted: `at most ${limit}`, measured, met: measured <= limit }]

const atLeast = (aim: string, limit: number, measured: number | undefined): Aim[] =>
  measured === undefined ? [] : [{ aim, wanted: `at least ${limit}`, measured, met: measured >= limit }]

/** What was aimed at, beside what this run has measured. They are told, not enforced: a busy machine is no fault. */
export const aimsOf = ({ throughput, units, worklist, figures, recount, functions }: Results): Aim[] => {
  const eight = throughput?.find((level) => level.clients === 8)
  const [few, many] = worklist ?? []
  const [little, much] = figures ?? []
  const bare = functions?.bareSdk.importMs
  const slowest = functions && Math.max(...functions.functions.map((one) => one.importMs))
  return [
    ...atLeast(
      'request path at 8 clients, as a share of the bare rate',
      0.6,
      eight && eight.commands.perSecond / eight.bare.perSecond,
    ),
    ...atMost(
      'p95 at 8 clients, as a multiple of the bare one',
      2,
      eight && eight.commands.p95 / eight.bare.p95,
    ),
    ...atMost('seconds that consumers are behind when the load of 8 clients ends', 5, eight?.lagSeconds),
    ...atMost('write units of the five transactions of a lifecycle', 60, units?.lifecycle.write),
    ...atMost(
      'worklist page with most issues, as a multiple of that with few (p50)',
      1.3,
      few && many && many.p50 / few.p50,
    ),
    ...atMost(
      'figures of a month with most issues, as a multiple of that with few (p50)',
      1.3,
      little && much && much.p50 / little.p50,
    ),
    ...atMost('read units of the same', 1.3, little && much && much.readUnits / little.readUnits),
    ...atLeast('events a second of a recount', 10_000, recount?.perSecond),
    ...atLeast(
      'the same, as a share of the rate at which the table is merely read',
      0.8,
      recount && recount.perSecond / recount.bare.perSecond,
    ),
    ...atMost(
      'import time of the slowest function, as a multiple of the bare SDK',
      1.6,
      slowest && bare && slowest / bare,
    ),
  ]
}
