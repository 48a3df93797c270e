import * as z from 'zod'
import { keys } from '../../store/keys.ts'
import type { Table } from '../../store/table.ts'

/** So many failures within so many seconds lock a name for so long. */
export type Lockout = { failures: number; withinSeconds: number; lockedSeconds: number }

/** Five within half an hour, for half an hour: the usual measure of 等保 2.0 (GB/T 22239-2019, 身份鉴别). */
export const usualLockout: Lockout = { failures: 5, withinSeconds: 1_800, lockedSeconds: 1_800 }

const Row = z.object({ version: z.int(), failedAt: z.array(z.string()), lockedUntil: z.string().optional() })
const tries = 8

/**
 * Failures by name, counted in the table so that they hold over all instances and a restart. A name is what was tried
 * (an account, a link), and stands there as a hash.
 */
export const makeAttempts = (table: Table, now: () => string, lockout: Lockout = usualLockout) => {
  const read = async (name: string) => {
    const row = await table.get(keys.attempts(name))
    return row && Row.parse(row)
  }
  const secondsTo = (instant: string) => Math.ceil((Date.parse(instant) - Date.parse(now())) / 1000)
  const later = (seconds: number) =>
    `${new Date(Date.parse(now()) + seconds * 1000).toISOString().slice(0, 19)}Z`

  return {
    /** For how many seconds a name is still locked; 0 where it is not. */
    lockedFor: async (name: string): Promise<number> => {
      const until = (await read(name))?.lockedUntil
      return until === undefined ? 0 : Math.max(0, secondsTo(until))
    },

    /** Counts one failure; answers whether the name is locked by it. Throws where the table is too busy to count. */
    failed: async (name: string): Promise<boolean> => {
      for (let tried = 0; tried < tries; tried++) {
        const known = await read(name)
        const since = later(-lockout.withinSeconds)
        const failedAt = [...(known?.failedAt ?? []).filter((at) => at > since), now()]
        const locked = failedAt.length >= lockout.failures
        const put = {
          ...keys.attempts(name),
          version: (known?.version ?? 0) + 1,
          failedAt: locked ? [] : failedAt,
          lockedUntil: locked ? later(lockout.lockedSeconds) : known?.lockedUntil,
          ttl: Math.ceil(Date.parse(later(lockout.withinSeconds + lockout.lockedSeconds)) / 1000),
        }
        const when = known ? { version: known.version } : ('absent' as const)
        if ((await table.transact([{ put, when }])).written) return locked
      }
      throw new Error('a failed attempt could not be counted')
    },

    /** It went well: earlier failures count no longer. */
    succeeded: async (name: string): Promise<void> => {
      if (await read(name)) await table.transact([{ remove: keys.attempts(name) }])
    },
  }
}
