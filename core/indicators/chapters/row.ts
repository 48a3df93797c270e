import type { Basis, Counts, Indicator } from '../indicator.ts'

type Said = { zh: string; en: string; formula: Indicator['formula'] }

/** A number of its own, of the issues logged in the month. */
export const countOf = (of: string | readonly string[], said: Said): Indicator => ({
  ...said,
  unit: 'count',
  bases: ['cohort'],
  part: typeof of === 'string' ? [of] : of,
})

export const yuanOf = (of: string, said: Said): Indicator => ({
  ...said,
  unit: 'yuan',
  bases: ['cohort'],
  part: [of],
})

/** A quotient of two counters; of what fell due on both bases. */
export const ratioOf = (
  unit: 'share' | 'bp' | 'days',
  part: string | readonly string[],
  whole: string,
  said: Said & { apart?: readonly string[]; bases?: readonly Basis[] },
): Indicator => ({
  bases: ['cohort'],
  ...said,
  unit,
  part: typeof part === 'string' ? [part] : part,
  whole: [whole],
})

/** Counters without those that are nothing. */
export const counted = (counts: Readonly<Record<string, number | undefined>>): Counts =>
  Object.fromEntries(
    Object.entries(counts).filter((entry): entry is [string, number] => (entry[1] ?? 0) !== 0),
  )
