import { tokenCache } from '../auth/token-cache.ts'

/** So many at once, and so many a second from then on. */
export type Rate = { burst: number; perSecond: number }

/** Whether one more is allowed for a name, or in how many whole seconds it will be. */
export type Bucket = (name: string) => { ok: true } | { ok: false; retryAfter: number }

const names = 20_000

/**
 * A bucket for each name, in the memory of one process: it holds back one that asks too fast, at no cost for the
 * others. What must hold over all instances is counted in the table instead (`attempts.ts`). `nowMs` is wall time.
 */
export const makeBucket = ({ burst, perSecond }: Rate, nowMs: () => number = Date.now): Bucket => {
  const kept = tokenCache<{ left: number; at: number }>(names)
  const fullAfterMs = (burst / perSecond) * 1000
  return (name) => {
    const now = nowMs()
    const known = kept.get(name, new Date(now)) ?? { left: burst, at: now }
    const left = Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond)
    const ok = left >= 1
    kept.set(name, { left: ok ? left - 1 : left, at: now }, new Date(now + fullAfterMs))
    return ok ? { ok } : { ok, retryAfter: Math.max(1, Math.ceil((1 - left) / perSecond)) }
  }
}
