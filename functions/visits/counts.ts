import * as z from 'zod'
import { type Counts, type CountsQuery, mostMonths } from '../../core/api/counts.ts'
import { cohortOf, figureOf } from '../../core/indicators/read.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { type CountName, countNames, publishedCounts } from '../../core/visit-counts.ts'
import { dateAddMonths, localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { walkRoster } from '../lib/roster.ts'
import { keys } from '../store/keys.ts'
import type { Item } from '../store/table.ts'

const monthsFrom = (from: string, to: string): string[] => {
  const months: string[] = []
  for (let day = `${from}-01`; day.slice(0, 7) <= to && months.length <= mostMonths; ) {
    months.push(day.slice(0, 7))
    day = dateAddMonths(day, 1)
  }
  return months
}

type Held = { fairs: number; fairLeaflets: number }
type MonthRows = { visits: Item | undefined; issues: Record<string, number>; held: Held }

const FairRow = z.object({ sk: z.string(), fair: z.object({ on: z.string(), leaflets: z.int().default(0) }) })

/** Fairs by month; a year has some dozens of them. One that is only planned has not been held. */
const heldByMonth = async ({ table, now }: Container, months: readonly string[]) => {
  const held = new Map<string, Held>()
  for (const year of new Set(months.map((month) => month.slice(0, 4)))) {
    let after: Readonly<Record<string, string>> | undefined
    do {
      const page = await table.query({ pk: keys.fairOfYear(year, '', '').pk, ...(after && { after }) })
      for (const item of page.items) {
        const { on, leaflets } = FairRow.parse(item).fair
        if (on > localDate(now())) continue
        const before = held.get(on.slice(0, 7)) ?? { fairs: 0, fairLeaflets: 0 }
        held.set(on.slice(0, 7), {
          fairs: before.fairs + 1,
          fairLeaflets: before.fairLeaflets + leaflets,
        })
      }
      after = page.next
    } while (after)
  }
  return held
}

const readMonths = async (container: Container, months: readonly string[]) => {
  const [held, rows] = await Promise.all([
    heldByMonth(container, months),
    container.table.getMany(
      months.flatMap((month) => [keys.visitCounts(month), keys.counters(month, 'all')]),
    ),
  ])
  const byKey = new Map(rows.map((row) => [row.pk, row]))
  return (month: string): MonthRows => ({
    visits: byKey.get(keys.visitCounts(month).pk),
    held: held.get(month) ?? { fairs: 0, fairLeaflets: 0 },
    issues: cohortOf((byKey.get(keys.counters(month, 'all').pk) ?? {}) as Record<string, number>),
  })
}

const ofVisits = (name: string) => ({
  value: ({ visits }: MonthRows) => Number(visits?.[name] ?? 0),
  opens: (month: string) =>
    name === 'forum' || name === 'visit'
      ? `/visits?month=${month}&kind=${name}`
      : `/visits?month=${month}&with=${name}`,
})
const ofFairs = (name: keyof Held) => ({
  value: ({ held }: MonthRows) => held[name],
  opens: (month: string) => `/fairs?month=${month}`,
})
const ofIssues = (name: 'accepted' | 'solvedStrict' | 'peopleArrived') => ({
  value: ({ issues }: MonthRows) => figureOf(name, 'cohort', issues).part,
  opens: (month: string) => `/indicators/${name}/issues?month=${month}&basis=cohort&part=numerator`,
})
type ByMonth = Exclude<CountName, 'firms' | 'withLiaison'>
/** Counted in one place each: visits with the visit itself, issues where all figures of issues are. */
const byMonth: Record<ByMonth, ReturnType<typeof ofVisits>> = {
  forum: ofVisits('forum'),
  visit: ofVisits('visit'),
  noIssues: ofVisits('noIssues'),
  trained: ofVisits('trained'),
  leaflets: ofVisits('leaflets'),
  accepted: ofIssues('accepted'),
  solved: ofIssues('solvedStrict'),
  fairs: ofFairs('fairs'),
  fairLeaflets: ofFairs('fairLeaflets'),
  hired: ofIssues('peopleArrived'),
}

/** The roster is as long as the zone has firms, some hundreds; nothing else of them is read. */
const rosterCounts = async ({ table }: Container) => {
  let firms = 0
  let withLiaison = 0
  for await (const { liaison } of walkRoster(table)) {
    firms++
    if (liaison) withLiaison++
  }
  return {
    firms: { value: firms, opens: '/roster' },
    withLiaison: { value: withLiaison, opens: '/roster?liaison=any' },
  }
}

/** The published counts of some months, each opening to its records. */
export const countsOf = async (
  container: Container,
  { from, to }: z.infer<typeof CountsQuery>,
): Promise<Counts | Refusal> => {
  const months = monthsFrom(from, to)
  if (months.length === 0 || months.length > mostMonths) {
    const message = months.length === 0 ? '结束月份不能早于开始月份' : `一次最多${mostMonths}个月`
    return refuse('badInput', { fields: [{ pointer: '/to', message }] })
  }
  const [rowsOf, roster] = await Promise.all([readMonths(container, months), rosterCounts(container)])
  const items = countNames.map((name) => {
    const words = publishedCounts[name]
    if (name === 'firms' || name === 'withLiaison') return { name, ...words, ...roster[name], months: [] }
    const { value, opens } = byMonth[name]
    const counted = months.map((month) => ({ month, value: value(rowsOf(month)), opens: opens(month) }))
    return { name, ...words, value: counted.reduce((sum, one) => sum + one.value, 0), months: counted }
  })
  return { from, to, asOf: container.now(), items }
}
