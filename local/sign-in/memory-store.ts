type Payload = { uid?: string; grantId?: string; consumed?: number } & Record<string, unknown>
type Entry = { payload: Payload; until: number }

const sweepEveryMs = 60_000

/**
 * What oidc-provider keeps between requests (sessions, codes, refresh tokens), in memory: after a restart people
 * sign in again. Expired entries leave within a minute of the next write, and above `limit` the oldest leave, so
 * that a page reloaded forever cannot fill the memory. `now` is in milliseconds of the wall clock.
 */
export function memoryStore(limit = 20_000, now: () => number = Date.now) {
  const entries = new Map<string, Entry>()
  const sessionByUid = new Map<string, string>()
  let swept = now()

  const remove = (key: string) => {
    const uid = entries.get(key)?.payload.uid
    if (uid && sessionByUid.get(uid) === key) sessionByUid.delete(uid)
    entries.delete(key)
  }
  const read = (key: string | undefined) => {
    const entry = key === undefined ? undefined : entries.get(key)
    return entry && entry.until > now() ? entry.payload : undefined
  }
  const sweep = () => {
    if (now() - swept >= sweepEveryMs) {
      swept = now()
      for (const [key, { until }] of entries) if (until <= swept) remove(key)
    }
    for (const oldest of entries.keys()) {
      if (entries.size <= limit) break
      remove(oldest)
    }
  }

  const adapter = (model: string) => {
    const keyOf = (id: string) => `${model}:${id}`
    return {
      upsert: async (id: string, payload: Payload, expiresInSeconds: number) => {
        const key = keyOf(id)
        remove(key)
        entries.set(key, { payload, until: now() + expiresInSeconds * 1_000 })
        if (model === 'Session' && payload.uid) sessionByUid.set(payload.uid, key)
        sweep()
      },
      find: async (id: string) => read(keyOf(id)),
      findByUid: async (uid: string) => read(sessionByUid.get(uid)),
      findByUserCode: async () => undefined,
      consume: async (id: string) => {
        const payload = read(keyOf(id))
        if (payload) payload.consumed = Math.floor(now() / 1_000)
      },
      destroy: async (id: string) => remove(keyOf(id)),
      revokeByGrantId: async (grantId: string) => {
        for (const [key, { payload }] of entries)
          if (payload.grantId === grantId && key.startsWith(`${model}:`)) remove(key)
      },
    }
  }
  return { adapter, size: () => entries.size }
}
