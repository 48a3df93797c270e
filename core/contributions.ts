import { departmentOf, type Issue } from './issue/issue.ts'
import { localDate } from './zone-time.ts'

/** What one issue adds to the figures: per month and dimension, a number per figure. */
export type Contributions = Readonly<Record<string, Readonly<Record<string, number>>>>

const outcome = (issue: Issue): string => {
  if (issue.history) return 'history'
  switch (issue.stage) {
    case 'closed':
      return 'closed'
    case 'declined':
    case 'withdrawn':
    case 'merged':
      return issue.stage
    default:
      return 'open'
  }
}

/** The figures that an issue counts in as it is now: what was logged, what is open, and what each end was. */
const figuresOf = (issue: Issue): Record<string, number> => {
  const figures: Record<string, number> = { logged: issue.history ? 0 : 1, [outcome(issue)]: 1 }
  if (!issue.history) figures[`stage.${issue.stage}`] = 1
  if (issue.stage !== 'closed' || issue.history) return figures
  figures[`closure.${issue.closure.type}`] = 1
  figures[`confirmed.${issue.confirmation.result}`] = 1
  if (issue.confirmation.satisfaction) figures[`satisfaction.${issue.confirmation.satisfaction}`] = 1
  if (issue.verification) figures[issue.verification.what === 'notSeen' ? 'verifiedNotSeen' : 'verified'] = 1
  return figures
}

/**
 * Everything that an issue contributes, keyed `month/dimension`. Pure: the projector writes the difference to what it
 * wrote before, so that order, repeats and reopenings cannot matter. The month is the one in which it was logged.
 */
export const contributions = (issue: Issue): Contributions => {
  const month = localDate(issue.loggedAt).slice(0, 7)
  const figures = Object.fromEntries(Object.entries(figuresOf(issue)).filter(([, amount]) => amount !== 0))
  const dimensions = ['all', `category:${issue.category}`, `department:${departmentOf(issue) ?? 'none'}`]
  return Object.fromEntries(dimensions.map((dimension) => [`${month}/${dimension}`, figures]))
}

type Amounts = Record<string, Record<string, number>>

/** What must be added to turn one set of contributions into another; zeros are left out. */
export const difference = (before: Contributions, after: Contributions): Amounts => {
  const result: Amounts = {}
  for (const place of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const names = new Set([...Object.keys(before[place] ?? {}), ...Object.keys(after[place] ?? {})])
    const changed = [...names]
      .map((name) => [name, (after[place]?.[name] ?? 0) - (before[place]?.[name] ?? 0)] as const)
      .filter(([, amount]) => amount !== 0)
    if (changed.length > 0) result[place] = Object.fromEntries(changed)
  }
  return result
}

/** Several sets of amounts in one. */
export const addUp = (all: readonly Contributions[]): Amounts => {
  const sum: Amounts = {}
  for (const one of all) {
    for (const [place, amounts] of Object.entries(one)) {
      sum[place] ??= {}
      const there = sum[place]
      for (const [name, amount] of Object.entries(amounts)) there[name] = (there[name] ?? 0) + amount
    }
  }
  return sum
}
