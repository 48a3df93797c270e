import * as z from 'zod'
import { keys } from '../../store/keys.ts'
import type { Table } from '../../store/table.ts'
import type { Audit } from '../audit/audit.ts'
import { tokenCache } from './token-cache.ts'

/** What is known of a session: whose it is, and whether it was ended before its tokens expire. */
const Session = z.object({ user: z.string(), since: z.string(), endedAt: z.string().optional() })

export type Sessions = {
  /** Whether a token of this session still counts. A session that is new goes on record as a sign-in. */
  isLive(id: string, user: string): Promise<boolean>
  /** No token of this session counts from now on. Ending it again changes nothing. */
  end(id: string, user: string): Promise<void>
}

/** How long another instance may go on to believe in a session that was ended here. */
const believedMs = 3_000
const remembered = 2_000
/** Longer than any token lives, and any chain of renewals that the office lets a provider give. */
const keptDays = 40

type Parts = {
  table: Table
  audit: Audit
  now: () => string
  /** Wall time, by which it is remembered. */
  wallNow?: () => Date
}

/** Sessions of sign-in by the `sid` of their tokens. Where tokens have none, each token is a session of its own. */
export const makeSessions = ({ table, audit, now, wallNow = () => new Date() }: Parts): Sessions => {
  const live = tokenCache<true>(remembered)
  const asking = new Map<string, Promise<boolean>>()
  const ttl = () => Math.ceil(Date.parse(now()) / 1000) + keptDays * 86_400

  /** Resolves to nothing where another request was faster to put it on record. */
  const begin = async (id: string, user: string) => {
    const row = { ...keys.session(id), user, since: now(), ttl: ttl() }
    const entry = { type: 'SignedIn', by: user } as const
    return (await audit.record(entry, [{ put: row, when: 'absent' }])).written
  }

  const look = async (id: string, user: string): Promise<boolean> => {
    const known = await table.get(keys.session(id))
    if (!known && (await begin(id, user))) return true
    const row = known ?? (await table.get(keys.session(id)))
    return row !== undefined && Session.parse(row).endedAt === undefined
  }

  const lookOnce = (id: string, user: string): Promise<boolean> => {
    const started =
      asking.get(id) ??
      look(id, user)
        .then((isLive) => {
          // Ended while it was looked at: then it is not remembered as live.
          if (isLive && asking.has(id)) live.set(id, true, new Date(wallNow().getTime() + believedMs))
          return isLive
        })
        .finally(() => asking.delete(id))
    asking.set(id, started)
    return started
  }

  return {
    isLive: async (id, user) => live.get(id, wallNow()) ?? lookOnce(id, user),
    end: async (id, user) => {
      const known = await table.get(keys.session(id))
      if (known && Session.parse(known).endedAt !== undefined) return
      const since = known ? Session.parse(known).since : now()
      const row = { ...keys.session(id), user, since, endedAt: now(), ttl: ttl() }
      await audit.record({ type: 'SignedOut', by: user }, [{ put: row }])
      asking.delete(id)
      live.set(id, true, new Date(0))
    },
  }
}
