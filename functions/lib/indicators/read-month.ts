import type { Breakdown } from '../../../core/indicators/breakdowns.ts'
import { rosterPlace } from '../../../core/indicators/coverage.ts'
import { distinctFirms } from '../../../core/indicators/firms.ts'
import type { Counts } from '../../../core/indicators/indicator.ts'
import {
  cohortOf,
  dueOf,
  type Excluded,
  excludedOf,
  type Figure,
  figuresOf,
} from '../../../core/indicators/read.ts'
import { dateAdd, localDate } from '../../../core/zone-time.ts'
import { keys } from '../../store/keys.ts'
import type { Item } from '../../store/table.ts'
import type { Container } from '../container.ts'
import { readFirmRows } from './firms.ts'
import { lastDayOf, weightsUpTo } from './weights.ts'

export type MonthRow = { dimension: string; counts: Counts; excluded: Excluded; figures: Figure[] }
export type MonthFigures = { asOf: string; dueThrough: string | null; rows: MonthRow[] }

const numbersOf = (item: Item): Counts =>
  Object.fromEntries(
    Object.entries(item).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] !== 0,
    ),
  )

/** The rows of a month in one query, however many issues there are; of a year's months in one read. */
const rowsOf = async ({ table }: Container, month: string, by: Breakdown) => {
  if (by !== 'month') {
    const { pk } = keys.counters(month, '')
    const page = await table.query({ pk, sk: { beginsWith: by === 'all' ? 'all' : `${by}:` } })
    return page.items.map((item) => ({ month, dimension: item.sk, row: numbersOf(item) }))
  }
  const months = Array.from(
    { length: Number(month.slice(5)) },
    (_, index) => `${month.slice(0, 5)}${String(index + 1).padStart(2, '0')}`,
  )
  const items = await table.getMany(months.map((one) => keys.counters(one, 'all')))
  return items
    .map((item) => ({
      month: item.pk.slice(-7),
      dimension: `month:${item.pk.slice(-7)}`,
      row: numbersOf(item),
    }))
    .toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1))
}

/** How many firms are on the register, by the same rows. */
const rosterOf = async ({ table }: Container, by: Breakdown) => {
  const split = by === 'park' || by === 'size'
  const { pk } = keys.counters(rosterPlace, '')
  const { items } = await table.query({ pk, sk: { beginsWith: split ? `${by}:` : 'all' } })
  const sizes = new Map(items.map((item) => [item.sk, Number(item.roster ?? 0)]))
  return (dimension: string) => sizes.get(split ? dimension : 'all') ?? 0
}

/** Distinct firms with banks, by row; of a year's months each for itself. */
const firmsOf = async ({ table }: Container, months: readonly string[]) => {
  const rows = await Promise.all(months.map((month) => readFirmRows(table, month)))
  const found = distinctFirms(rows.flat())
  return (month: string, dimension: string): Counts => found[`${month}/${dimension}`] ?? {}
}

/** The last day of a month that is over; null where none is. */
const dueThrough = (month: string, today: string): string | null => {
  const days = [dateAdd(today, -1), lastDayOf(month)]
  const [last = ''] = days.toSorted()
  return last < `${month}-01` ? null : last
}

const isEmpty = (row: Counts) => Object.keys(row).length === 0

/**
 * The figures of a month, broken down: the one reading that the API, the portal and every paper share. Rows that hold
 * nothing any more are left out.
 */
export const readMonth = async (
  container: Container,
  { month, by }: { month: string; by: Breakdown },
): Promise<MonthFigures> => {
  const asOf = container.now()
  const today = localDate(asOf)
  const [rows, roster, weights] = await Promise.all([
    rowsOf(container, month, by),
    rosterOf(container, by),
    weightsUpTo(container),
  ])
  const firms = await firmsOf(container, [...new Set(rows.map(({ month: of }) => of))])
  return {
    asOf,
    dueThrough: dueThrough(month, today),
    rows: rows
      .filter(({ row }) => !isEmpty(row))
      .map(({ dimension, month: of, row }) => {
        const own = by === 'month' ? 'all' : dimension
        const cohort = { ...cohortOf(row), ...firms(of, own), roster: roster(dimension) }
        const figures = figuresOf({ cohort, due: dueOf(row, of, today) }, weights(lastDayOf(of)))
        return { dimension, counts: cohort, excluded: excludedOf(cohort), figures }
      }),
  }
}
