import type { Calendar } from '../../core/calendar/calendar.ts'
import { calendarInForce } from '../../core/reference/calendar-in-force.ts'
import type { Reference } from '../../core/reference/records.ts'
import { localDate } from '../../core/zone-time.ts'
import { type IssueStore, makeIssueStore } from '../store/issue-store.ts'
import type { Table } from '../store/table.ts'
import { type Audit, makeAudit } from './audit/audit.ts'
import { makeSessions, type Sessions } from './auth/sessions.ts'
import { makeReferenceReader, type ReadReference } from './reference.ts'

/** What every function works with. Clients are built in `aws.ts` and nowhere else; tests hand in their own. */
export type Container = {
  readonly table: Table
  readonly issues: IssueStore
  /** What is put on record beside the events. */
  readonly audit: Audit
  readonly sessions: Sessions
  /** UTC instant in whole seconds. */
  readonly now: () => string
  readonly reference: ReadReference
  readonly calendar: () => Promise<Calendar>
}

export const secondsInstant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** A calendar remembers what was computed from it, so the same records on the same day give the same object. */
const makeCalendarReader = (reference: ReadReference, now: () => string) => {
  let kept: { of: Reference; on: string; calendar: Calendar } | undefined
  return async (): Promise<Calendar> => {
    const of = await reference()
    const on = localDate(now())
    if (kept?.of !== of || kept.on !== on) kept = { of, on, calendar: calendarInForce(of, on) }
    return kept.calendar
  }
}

export type ContainerParts = {
  table: Table
  now?: (() => Date) | undefined
  /** One for all containers of a process: it writes one chain. */
  audit?: Audit | undefined
  /** One for all containers of a process as well, so that a session that ends is over at once. */
  sessions?: Sessions | undefined
}

export const makeContainer = (parts: ContainerParts): Container => {
  const now = () => secondsInstant(parts.now?.() ?? new Date())
  const reference = makeReferenceReader(parts.table)
  const audit = parts.audit ?? makeAudit({ table: parts.table, now })
  return {
    table: parts.table,
    issues: makeIssueStore(parts.table),
    audit,
    sessions: parts.sessions ?? makeSessions({ table: parts.table, audit, now }),
    now,
    reference,
    calendar: makeCalendarReader(reference, now),
  }
}

/** The same container with reference data read afresh, for those who have just changed it. */
export const withFreshReference = (container: Container): Container => {
  const reference = makeReferenceReader(container.table)
  return { ...container, reference, calendar: makeCalendarReader(reference, container.now) }
}
