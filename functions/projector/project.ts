import { setTimeout as pause } from 'node:timers/promises'
import {
  type Amounts,
  addUp,
  contributions,
  difference,
  type Parcel,
} from '../../core/indicators/contributions.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { firmRowOf } from '../lib/indicators/firms.ts'
import { keptParcels } from '../lib/indicators/kept-parcels.ts'
import { memberFrom } from '../lib/indicators/members.ts'
import type { LoadedIssue } from '../store/issue-rows.ts'
import { keys } from '../store/keys.ts'
import { type Item, transactionLimit, type Write } from '../store/table.ts'

/** What one transaction usually takes: a row or two per issue, and the counters that they share. */
const issuesAtOnce = 30
const attempts = 12

const loggedOn = ({ issue }: LoadedIssue) => localDate(issue.loggedAt)
const countedKey = (one: LoadedIssue) => keys.member(loggedOn(one).slice(0, 7), one.issue.id)

const counterWrites = (amounts: Amounts): Write[] =>
  Object.entries(amounts).map(([place, figures]) => {
    const cut = place.indexOf('/')
    return { add: keys.counters(place.slice(0, cut), place.slice(cut + 1)), amounts: figures }
  })

/** Copies in the months where something of the issue fell due but in which it was not logged. */
const copyWrites = (
  id: string,
  own: string,
  before: readonly Parcel[],
  after: readonly Parcel[],
  again: boolean,
): Write[] => {
  const inMonths = (parcels: readonly Parcel[]) =>
    Map.groupBy(
      parcels.filter(({ month }) => keys.member(month, id).pk !== own),
      ({ month }) => month,
    )
  const now = inMonths(after)
  const old = inMonths(before)
  const same = (month: string) => !again && JSON.stringify(old.get(month)) === JSON.stringify(now.get(month))
  return [
    ...[...now]
      .filter(([month]) => !same(month))
      .map(([month, counted]) => ({ put: { ...keys.member(month, id), counted: keptParcels(counted) } })),
    ...[...old.keys()]
      .filter((month) => !now.has(month))
      .map((month) => ({ remove: keys.member(month, id) })),
  ]
}

/** Written with the note of what was counted, so that the two never say different things. */
const firmWrites = (before: Item | undefined, after: Item | undefined): Write[] => {
  if (after) return [{ put: after }]
  return before ? [{ remove: { pk: before.pk, sk: before.sk } }] : []
}

type How = {
  mostMonths?: number
  /** Counted and written even where that has been done up to this version: for a repair. */
  again?: boolean
}

/** Writes of the differences for these issues; none where all is counted already. */
const differences = async (
  container: Container,
  ids: readonly string[],
  { mostMonths = Number.POSITIVE_INFINITY, again = false }: How = {},
): Promise<Write[]> => {
  const [loaded, calendar] = await Promise.all([container.issues.loadMany(ids), container.calendar()])
  const rows = await container.table.getMany(loaded.map(countedKey))
  const counted = new Map(rows.map((row: Item) => [row.sk, memberFrom(row)]))
  const changed = loaded.flatMap((one) => {
    const { issue, version } = one
    const before = counted.get(issue.id) ?? { version: 0, counted: [] }
    if (before.version >= version && !again) return []
    const all = contributions({ issue, calendar })
    const months = [...new Set(all.map(({ month }) => month))].filter(
      (month) => !before.counted.some((parcel) => parcel.month === month),
    )
    const late = new Set(months.slice(mostMonths))
    const after = all.filter(({ month }) => !late.has(month))
    const key = countedKey(one)
    // Written even where it counts for the same: whoever read an older state must find that they are late.
    const put: Write = {
      put: {
        ...key,
        version: late.size > 0 ? -late.size : version,
        loggedOn: loggedOn(one),
        counted: keptParcels(after),
      },
      when: counted.has(issue.id) ? { version: before.version } : 'absent',
    }
    const logged = { id: issue.id, uscc: issue.firm.uscc, month: loggedOn(one).slice(0, 7) }
    return [
      {
        rows: [
          put,
          ...copyWrites(issue.id, key.pk, before.counted, after, again),
          ...firmWrites(firmRowOf(logged, before.counted), firmRowOf(logged, after)),
        ],
        amounts: difference(addUp(before.counted), addUp(after)),
      },
    ]
  })
  const amounts = changed.map((one) => one.amounts)
  return [...changed.flatMap((one) => one.rows), ...counterWrites(summed(amounts))]
}

/** What several issues change together, without what cancels out. */
const summed = (all: readonly Amounts[]): Amounts => {
  const parcels = all.flatMap((amounts) =>
    Object.entries(amounts).map(([place, counts]) => {
      const cut = place.indexOf('/')
      return { month: place.slice(0, cut), dims: [place.slice(cut + 1)], counts }
    }),
  )
  return difference({}, addUp(parcels))
}

/** At most so many months of one issue fit into a transaction, with all the rows in which they count. */
const monthsAtOnce = 6

/**
 * An issue of years, counted from nothing: some months at a time, each step with a version of its own below zero, so
 * that two who do it at once do not both add the same.
 */
const inSteps = async (container: Container, ids: readonly string[], how: How) => {
  const writes = await differences(container, ids, { ...how, mostMonths: monthsAtOnce })
  if (writes.length > 0) await container.table.transact(writes)
}

const projectSome = async (container: Container, ids: readonly string[], how: How): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const writes = await differences(container, ids, how)
    if (writes.length === 0) return
    if (writes.length > transactionLimit && ids.length === 1) {
      await inSteps(container, ids, how)
      continue
    }
    if (writes.length > transactionLimit) {
      // Issues of many months share few counters: then fewer of them fit into one transaction.
      const half = Math.ceil(ids.length / 2)
      await projectSome(container, ids.slice(0, half), how)
      return projectSome(container, ids.slice(half), how)
    }
    const result = await container.table.transact(writes)
    if (result.written) return
    await pause(Math.random() * 2 ** Math.min(attempt + 3, 9))
  }
  throw new Error('counters stayed busy')
}

/**
 * Brings the counters to what these issues are now: the difference between what each contributes and what has been
 * counted of it, in one transaction with the note of it. Order and repeats cannot matter.
 */
export const projectIssues = async (
  container: Container,
  ids: Iterable<string>,
  how: How = {},
): Promise<void> => {
  const distinct = [...new Set(ids)]
  for (let start = 0; start < distinct.length; start += issuesAtOnce) {
    await projectSome(container, distinct.slice(start, start + issuesAtOnce), how)
  }
}
