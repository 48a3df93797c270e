/** Times of many calls of one kind, in milliseconds. */
export type Spread = { count: number; p50: number; p95: number; p99: number }

/** Nearest rank: the smallest time that at least this share of all calls kept within. */
const rank = (sorted: Float64Array, share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

export const spreadOf = (times: readonly number[]): Spread => {
  const sorted = Float64Array.from(times).sort()
  return {
    count: sorted.length,
    p50: rank(sorted, 0.5),
    p95: rank(sorted, 0.95),
    p99: rank(sorted, 0.99),
  }
}

export const median = (times: readonly number[]): number => spreadOf(times).p50

export type Rate = { perSecond: number } & Spread

/** How many a second there were of the calls that took these times, over so many seconds. */
export const rateOf = (times: readonly number[], seconds: number): Rate => ({
  perSecond: times.length / seconds,
  ...spreadOf(times),
})
