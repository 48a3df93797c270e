import type { Calendar } from '../../core/calendar/calendar.ts'
import { contributions, type Parcel } from '../../core/indicators/contributions.ts'
import { replay } from '../../core/issue/evolve.ts'
import { localDate } from '../../core/zone-time.ts'
import { firmRowOf } from '../../functions/lib/indicators/firms.ts'
import { keptParcels } from '../../functions/lib/indicators/kept-parcels.ts'
import { eventWithoutWords } from '../../functions/store/issue-rows.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Item } from '../../functions/store/table.ts'
import type { CountedRow } from './row-sums.ts'

/** What the events of an issue ask for: its parcels, and the rows in which they stand. */
export type CountedIssue = { id: string; parcels: readonly Parcel[]; rows: readonly CountedRow[] }

/** The row of the month in which an issue was logged holds all of it, the others a copy of what counts there. */
const rowsOf = (id: string, uscc: string, home: string, parcels: readonly Parcel[]): CountedRow[] => {
  const away = Map.groupBy(
    parcels.filter(({ month }) => month !== home),
    ({ month }) => month,
  )
  const firm = firmRowOf({ id, uscc, month: home }, parcels)
  return [
    { ...keys.member(home, id), counted: keptParcels(parcels) },
    ...[...away].map(([month, counted]) => ({ ...keys.member(month, id), counted: keptParcels(counted) })),
    ...(firm ? [firm] : []),
  ]
}

/** An issue replayed from its events; none where they are not those of one. */
export const countedIssue = (events: readonly Item[], calendar: Calendar): CountedIssue | undefined => {
  const issue = replay(events.map(eventWithoutWords))
  if (!issue) return undefined
  const parcels = contributions({ issue, calendar })
  const home = localDate(issue.loggedAt).slice(0, 7)
  return { id: issue.id, parcels, rows: rowsOf(issue.id, issue.firm.uscc, home, parcels) }
}
