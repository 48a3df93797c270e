import { defaultCalendar } from '../../core/calendar/default-calendar.ts'
import { type Amounts, addUp, contributions } from '../../core/indicators/contributions.ts'
import { replay } from '../../core/issue/evolve.ts'
import { makeIssueStore } from '../../functions/store/issue-store.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Table } from '../../functions/store/table.ts'
import { readJournal } from '../../local/change-feed/journal.ts'

const withoutZeros = (all: Amounts): Amounts =>
  Object.fromEntries(
    Object.entries(all)
      .map(
        ([place, figures]) =>
          [place, Object.fromEntries(Object.entries(figures).filter(([, n]) => n !== 0))] as const,
      )
      .filter(([, figures]) => Object.keys(figures).length > 0),
  )

/** Ids of all issues of which the journal knows since an instant. */
export const issuesInJournal = async (table: Table, from: string, to: string): Promise<string[]> => {
  const ids = new Set<string>()
  for await (const item of readJournal(table, from, to)) {
    if (item.pk.startsWith('ISSUE#')) ids.add(item.pk.slice('ISSUE#'.length))
  }
  return [...ids]
}

/** What the figures should be: every issue replayed from its events and added up. */
export const recounted = async (table: Table, ids: readonly string[]): Promise<Amounts> => {
  const store = makeIssueStore(table)
  const issues = await Promise.all(ids.map(async (id) => replay(await store.history(id))))
  return withoutZeros(
    addUp(issues.flatMap((issue) => (issue ? contributions({ issue, calendar: defaultCalendar }) : []))),
  )
}

/** Firms that were visited are counted from visits, which an issue knows nothing of. */
const ofVisits = 'visited'

/** What the figures that come of issues are. */
export const stored = async (table: Table, months: readonly string[]): Promise<Amounts> => {
  const all: Record<string, Record<string, number>> = {}
  for (const month of months) {
    const page = await table.query({ pk: keys.counters(month, '').pk })
    for (const item of page.items) {
      const figures = Object.entries(item).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[0] !== ofVisits,
      )
      all[`${month}/${item.sk}`] = Object.fromEntries(figures)
    }
  }
  return withoutZeros(all)
}
