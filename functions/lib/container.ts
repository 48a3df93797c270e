import type { Calendar } from '../../core/calendar/calendar.ts'
import { defaultCalendar } from '../../core/calendar/default-calendar.ts'
import { type IssueStore, makeIssueStore } from '../store/issue-store.ts'
import type { Table } from '../store/table.ts'
import { makeReferenceReader, type ReadReference } from './reference.ts'

/** What every function works with. Clients are built in `aws.ts` and nowhere else; tests hand in their own. */
export type Container = {
  readonly table: Table
  readonly issues: IssueStore
  /** UTC instant in whole seconds. */
  readonly now: () => string
  readonly reference: ReadReference
  readonly calendar: () => Promise<Calendar>
}

export const secondsInstant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

export const makeContainer = (parts: { table: Table; now?: () => Date }): Container => ({
  table: parts.table,
  issues: makeIssueStore(parts.table),
  now: () => secondsInstant(parts.now?.() ?? new Date()),
  reference: makeReferenceReader(parts.table),
  calendar: async () => defaultCalendar,
})
