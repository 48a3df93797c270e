import { localDate } from '../zone-time.ts'
import { dimensionsOf } from './dimensions.ts'
import type { Counts, Facts } from './indicator.ts'
import { talliesOf } from './indicators.ts'

/** Counters of one month that the same rows take: what was due carries its day, as `24.accept`. */
export type Parcel = {
  readonly month: string
  readonly dims: readonly string[]
  readonly counts: Counts
}

/** Counters by place, which is `month/dimension`. */
export type Amounts = Readonly<Record<string, Counts>>

const addTo = (sum: Record<string, number>, counts: Counts) => {
  for (const [name, amount] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + amount
}

const onDay = (day: string, counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([name, amount]) => [`${day.slice(8)}.${name}`, amount]))

/**
 * All that an issue contributes to the figures, in as few parcels as there are different sets of rows. Pure: the
 * projector writes the difference to what it wrote before, so that order, repeats and reopenings cannot matter.
 */
export const contributions = (facts: Facts): Parcel[] => {
  const { issue } = facts
  const logged = localDate(issue.loggedAt).slice(0, 7)
  const parcels = new Map<string, Parcel & { counts: Record<string, number> }>()
  for (const tally of talliesOf(facts)) {
    const month = tally.day?.slice(0, 7) ?? logged
    const dims = dimensionsOf(issue, tally)
    const counts = tally.day ? onDay(tally.day, tally.counts) : tally.counts
    const key = [month, ...dims].join('|')
    const there = parcels.get(key)
    if (there) addTo(there.counts, counts)
    else parcels.set(key, { month, dims, counts: { ...counts } })
  }
  return [...parcels.values()]
}

/** Adds parcels to what there is of each place. */
export const addParcels = (sums: Record<string, Record<string, number>>, all: readonly Parcel[]): void => {
  for (const { month, dims, counts } of all) {
    for (const dim of dims) {
      const place = `${month}/${dim}`
      const there = sums[place] ?? {}
      sums[place] = there
      addTo(there, counts)
    }
  }
}

/** Several sets of parcels added up by place. */
export const addUp = (all: readonly Parcel[]): Amounts => {
  const sums: Record<string, Record<string, number>> = {}
  addParcels(sums, all)
  return sums
}

/** What must be added to turn one set of amounts into another; zeros are left out. */
export const difference = (before: Amounts, after: Amounts): Amounts => {
  const result: Record<string, Counts> = {}
  for (const place of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const names = new Set([...Object.keys(before[place] ?? {}), ...Object.keys(after[place] ?? {})])
    const changed = [...names]
      .map((name) => [name, (after[place]?.[name] ?? 0) - (before[place]?.[name] ?? 0)] as const)
      .filter(([, amount]) => amount !== 0)
    if (changed.length > 0) result[place] = Object.fromEntries(changed)
  }
  return result
}
