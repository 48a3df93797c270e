import type { Calendar } from '../calendar/calendar.ts'
import type { Issue } from '../issue/issue.ts'

/** Counters by name. A name that ends in `+` counts those of its kind that went well. */
export type Counts = Readonly<Record<string, number>>

/** What a figure is worked out from: an issue as it is, and the calendar in which its working time passed. */
export type Facts = { readonly issue: Issue; readonly calendar: Calendar }

/** What an issue counts for. With a day it belongs to that day's month, else to the month in which it was logged. */
export type Tally = {
  readonly counts: Counts
  /** `2026-11-24`, in the zone: the day on which something was due, or came about. */
  readonly day?: string
  /** Where another department than that which has it now is answerable. */
  readonly department?: string
  /** Counted for this bank; `alone` leaves it out of all other breakdowns. */
  readonly bank?: string
  readonly alone?: true
}

export const basisWords = {
  /** Issues logged in the month, as they stand now. */
  cohort: { zh: '登记口径', en: 'logged in the month, as of now' },
  /** What fell due in the month, up to yesterday: what is not yet due is in neither part. */
  due: { zh: '到期口径', en: 'due in the month, up to yesterday' },
} as const
export type Basis = keyof typeof basisWords

type Sentence = { readonly zh: string; readonly en: string }

type Common = Sentence & {
  readonly bases: readonly Basis[]
  readonly formula: Sentence
  /** Counters that are shown beside it and are in neither part. */
  readonly apart?: readonly string[]
}

/**
 * One figure as a row: counters are added up, those with a minus before them taken off. Shares are the only ones that
 * become percentages; `bp` is a quotient in basis points, `spread` a difference of two, `workingTime` is in working minutes.
 */
export type Indicator =
  | (Common & { readonly unit: 'share'; readonly part: readonly string[]; readonly whole: readonly string[] })
  | (Common & { readonly unit: 'count' | 'yuan'; readonly part: readonly string[] })
  | (Common & {
      readonly unit: 'bp' | 'spread'
      readonly part: readonly string[]
      readonly whole: readonly string[]
    })
  | (Common & {
      readonly unit: 'workingTime' | 'days'
      readonly part: readonly string[]
      readonly whole: readonly string[]
      /** Of all of them the mean; else the time within which this share of them was, from this histogram. */
      readonly quantile?: { readonly share: number; readonly of: string }
    })

/** Whether a figure is made of money: counters of whole yuan are named so. */
export const inYuan = ({ part }: Indicator): boolean => part.every((name) => name.endsWith('Yuan'))

/** One topic: what it counts of an issue, and the figures that are made of it. */
export type Chapter = {
  readonly tallies: (facts: Facts) => readonly Tally[]
  readonly indicators: Readonly<Record<string, Indicator>>
}

/** Neither declined, withdrawn nor merged. */
export const counting = ['logged', '-declined', '-withdrawn', '-merged'] as const
