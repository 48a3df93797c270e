import { DAY_SECONDS, dayOfDate } from '../zone-time.ts'
import type { CalendarYear } from './calendar.ts'
import { isWeekend } from './weekday.ts'

/** `before[i]` counts the worked days of the year before its day i; `worked` lists them as days since 1970. */
type YearTable = { firstDay: number; worked: number[]; before: number[]; provisional: boolean }
type Years = CalendarYear[]

// A memo of a pure function: the same years always give the same tables.
const memo = new WeakMap<Years, { named: Map<number, boolean>; tables: Map<number, YearTable> }>()

export function isWorkedDay(years: Years, day: number): boolean {
  const table = tableOf(years, yearOfDay(day))
  const index = day - table.firstDay
  return (table.before[index + 1] ?? 0) > (table.before[index] ?? 0)
}

/** Worked days from `from` up to but without `to`; negative when `to` is earlier. */
export function workedDaysBetween(years: Years, from: number, to: number): number {
  if (to < from) return -workedDaysBetween(years, to, from)
  const lastYear = yearOfDay(to)
  let count = workedBefore(years, to) - workedBefore(years, from)
  for (let year = yearOfDay(from); year < lastYear; year++) count += tableOf(years, year).worked.length
  return count
}

/** The worked day that lies `steps` worked days after (or before) the first worked day not before `day`. */
export function workedDayFrom(years: Years, day: number, steps: number): number {
  let year = yearOfDay(day)
  let index = workedBefore(years, day) + steps
  while (index < 0) {
    year -= 1
    index += tableOf(years, year).worked.length
  }
  for (;;) {
    const { worked } = tableOf(years, year)
    const found = worked[index]
    if (found !== undefined) return found
    index -= worked.length
    year += 1
  }
}

/** Whether any year from the one of the first day to the one of the second still waits for its notice. */
export function touchesProvisionalYear(years: Years, from: number, to: number): boolean {
  const lastYear = yearOfDay(Math.max(from, to))
  for (let year = yearOfDay(Math.min(from, to)); year <= lastYear; year++) {
    if (tableOf(years, year).provisional) return true
  }
  return false
}

function workedBefore(years: Years, day: number): number {
  const table = tableOf(years, yearOfDay(day))
  return table.before[day - table.firstDay] ?? 0
}

function tableOf(years: Years, year: number): YearTable {
  const known = memo.get(years) ?? { named: namedDays(years), tables: new Map<number, YearTable>() }
  memo.set(years, known)
  const table = known.tables.get(year) ?? buildTable(years, known.named, year)
  known.tables.set(year, table)
  return table
}

/** A year without a record is worked from Monday to Friday, and provisional. */
function buildTable(years: Years, named: Map<number, boolean>, year: number): YearTable {
  const firstDay = dayOfDate(`${String(year).padStart(4, '0')}-01-01`)
  const record = years.find((candidate) => candidate.year === year)
  const table: YearTable = { firstDay, worked: [], before: [0], provisional: record?.status !== 'published' }
  for (let day = firstDay; yearOfDay(day) === year; day++) {
    if (named.get(day) ?? !isWeekend(day)) table.worked.push(day)
    table.before.push(table.worked.length)
  }
  return table
}

/** What the notices say day by day; where two name the same day the later year's notice is the newer one. */
function namedDays(years: Years): Map<number, boolean> {
  const named = new Map<number, boolean>()
  for (const { off, work } of years.toSorted((a, b) => a.year - b.year)) {
    for (const date of off) named.set(dayOfDate(date), false)
    for (const date of work) named.set(dayOfDate(date), true)
  }
  return named
}

function yearOfDay(day: number): number {
  return new Date(day * DAY_SECONDS * 1000).getUTCFullYear()
}
