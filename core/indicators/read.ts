import { behind } from './firms.ts'
import { quantile } from './histogram.ts'
import type { Basis, Counts, Indicator } from './indicator.ts'
import { type IndicatorName, indicatorNames, indicatorOf } from './indicators.ts'
import { shownHours, shownShare } from './show.ts'
import type { Weights } from './weights.ts'

export type Excluded = { declined: number; withdrawn: number; merged: number; history: number }

/** A figure as it is shown, with all that it stands on. */
export type Figure = {
  name: IndicatorName
  basis: Basis
  /** Numerator and denominator; a plain count has no denominator. */
  part: number
  whole?: number
  /** How many were left out of both. */
  excluded: number
  apart?: Record<string, number>
  /** A share, a count, working minutes, yuan or basis points; null where there is nothing to divide by. */
  value: number | null
  text: string
}

const dayOf = /^(\d\d)\.(.+)$/

/** The counters of issues logged in a month, as they stand; those of single days left out. */
export const cohortOf = (row: Counts): Counts =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !dayOf.test(name)))

/** What fell due on days of a month before today, added up. */
export const dueOf = (row: Counts, month: string, today: string, from = `${month}-01`): Counts => {
  const sum: Record<string, number> = {}
  for (const [name, amount] of Object.entries(row)) {
    const [, day, counter] = dayOf.exec(name) ?? []
    const date = `${month}-${day}`
    if (counter && date >= from && date < today) sum[counter] = (sum[counter] ?? 0) + amount
  }
  return sum
}

/** Counters added up; those with a minus before their name are taken off, those with a weight count by it. */
export const total = (counts: Counts, names: readonly string[], weights: Weights = {}): number => {
  let sum = 0
  for (const name of names) {
    const counter = name.startsWith('-') ? name.slice(1) : name
    const amount = (counts[counter] ?? 0) * (weights[counter] ?? 1)
    sum += counter === name ? amount : -amount
  }
  // Weights are basis points: what is beyond them is the machine's way of adding.
  return Math.round(sum * 10_000) / 10_000
}

export const excludedOf = (counts: Counts): Excluded => ({
  declined: counts.declined ?? 0,
  withdrawn: counts.withdrawn ?? 0,
  merged: counts.merged ?? 0,
  history: counts.history ?? 0,
})

const sumOf = ({ declined, withdrawn, merged, history }: Excluded) => declined + withdrawn + merged + history

const shownAs = (
  indicator: Indicator,
  counts: Counts,
  weights: Weights,
): { value: number | null; text: string } => {
  const part = total(counts, indicator.part, weights)
  switch (indicator.unit) {
    case 'count':
      return { value: part, text: String(part) }
    case 'yuan':
      return { value: part, text: `${part} 元` }
    case 'share': {
      const whole = total(counts, indicator.whole)
      return { value: whole === 0 ? null : part / whole, text: shownShare(part, whole) }
    }
    case 'bp': {
      const whole = total(counts, indicator.whole)
      const value = whole === 0 ? null : Math.round(part / whole)
      return { value, text: value === null ? '—' : `${(value / 100).toFixed(2)}%` }
    }
    case 'spread': {
      const whole = total(counts, indicator.whole)
      const value = whole === 0 ? null : Math.round(part / whole)
      return { value, text: value === null ? '—' : `${value > 0 ? '+' : ''}${value} BP` }
    }
    case 'workingTime': {
      const whole = total(counts, indicator.whole)
      const { quantile: wanted } = indicator
      const minutes = wanted
        ? quantile(counts, wanted.of, wanted.share)
        : whole > 0
          ? part / whole
          : undefined
      return { value: minutes === undefined ? null : Math.round(minutes), text: shownHours(minutes) }
    }
    case 'days': {
      const whole = total(counts, indicator.whole)
      return whole === 0
        ? { value: null, text: '—' }
        : { value: part / whole, text: `${(part / whole).toFixed(1)} d` }
    }
  }
}

/** One figure from the counters of its basis; weights are those in force on the last day that it speaks of. */
export const figureOf = (
  name: IndicatorName,
  basis: Basis,
  counts: Counts,
  weights: Weights = {},
): Figure => {
  const indicator = indicatorOf(name)
  const { apart } = indicator
  return {
    name,
    basis,
    part: total(counts, indicator.part, weights),
    ...('whole' in indicator && { whole: total(counts, indicator.whole) }),
    excluded: sumOf(excludedOf(counts)),
    ...(apart && { apart: Object.fromEntries(apart.map((one) => [one, counts[one] ?? 0])) }),
    ...shownAs(indicator, counts, weights),
  }
}

/** Every figure on each of its bases. */
export const figuresOf = (counts: Record<Basis, Counts>, weights: Weights = {}): Figure[] =>
  indicatorNames.flatMap((name) =>
    indicatorOf(name).bases.map((basis) => figureOf(name, basis, counts[basis], weights)),
  )

export const parts = ['numerator', 'denominator', 'excluded'] as const
export type Part = (typeof parts)[number]

/** Whether an issue with these counters stands in a part of a figure. */
export const standsIn = (name: IndicatorName, part: Part, counts: Counts, weights: Weights = {}): boolean => {
  const indicator = indicatorOf(name)
  if (part === 'excluded') return sumOf(excludedOf(counts)) > 0
  const names = part === 'denominator' && 'whole' in indicator ? indicator.whole : indicator.part
  // Every issue of a mean is in both: how long it took may be nothing at all.
  const counted =
    indicator.unit === 'workingTime' || indicator.unit === 'days' || indicator.unit === 'spread'
      ? indicator.whole
      : names
  return total(counts, counted.map(behind), part === 'numerator' ? weights : {}) > 0
}
