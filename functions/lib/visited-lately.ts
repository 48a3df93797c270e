import type { FirmView } from '../../core/api/firms.ts'
import { Visit } from '../../core/api/firms-and-visits.ts'
import { dateAdd, instantAt } from '../../core/zone-time.ts'
import { byFirmKey, keys } from '../store/keys.ts'
import type { Table } from '../store/table.ts'

/** A firm that was visited so lately is asked first whether it wants another team. */
export const latelyDays = 30

/** Rows that are looked at: issues stand among them. */
const mostRead = 100

/**
 * Visits of a firm whose day lies in the last 30 days before another day, the latest first. A visit is recorded on its
 * day or later, so all of them were recorded since.
 */
export const visitedLately = async (
  table: Table,
  uscc: string,
  day: string,
): Promise<FirmView['visitedLately']> => {
  const since = dateAdd(day, -latelyDays)
  const { items } = await table.query({
    index: 'byFirm',
    pk: byFirmKey(uscc, '', '').fm,
    sk: { from: instantAt(since, '00:00') },
    limit: mostRead,
    descending: true,
  })
  const ids = items.filter((item) => item.pk.startsWith('VISIT#')).map((item) => String(item.id))
  const visits = (await table.getMany(ids.map(keys.visitHead))).map((row) => Visit.parse(row.visit))
  return visits
    .filter((visit) => visit.on >= since && visit.on <= day && ['visit', 'forum'].includes(visit.kind))
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .map(({ id, kind, on, team }) => ({ id, kind, on, ...(team && { team }) }))
}
