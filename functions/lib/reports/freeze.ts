import type { Basis, Counts } from '../../../core/indicators/indicator.ts'
import { indicatorNames, indicatorOf } from '../../../core/indicators/indicators.ts'
import { cohortOf, dueOf, figureOf, standsIn } from '../../../core/indicators/read.ts'
import { cohortMonth, daysOfPeriod, dueMonths } from '../../../core/reports/period.ts'
import type { Period } from '../../../core/reports/period-shape.ts'
import type { FrozenFigure } from '../../../core/reports/report.ts'
import { dateAdd, localDate } from '../../../core/zone-time.ts'
import { keys } from '../../store/keys.ts'
import type { Container } from '../container.ts'
import { allMembers, countsIn } from '../indicators/members.ts'
import { readMonth } from '../indicators/read-month.ts'
import { weightsUpTo } from '../indicators/weights.ts'
import { type Cohort, type Days, loggedIn } from './logged-in-days.ts'
import { plus } from './plus.ts'

const numbersIn = (item: Record<string, unknown> | undefined): Counts =>
  Object.fromEntries(
    Object.entries(item ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )

/** Days of the period that are over: what is due today is not yet late. */
const dueIn = (period: Period, now: string) => {
  const { from, to } = daysOfPeriod(period)
  const [before = ''] = [localDate(now), dateAdd(to, 1)].toSorted()
  return {
    of: (row: Counts, month: string) => dueOf(row, month, before, from),
    through: dateAdd(before, -1),
    from,
  }
}

/** The issues of a month on its own basis, from its counters, and what each adds to them. */
const loggedInMonth = async (container: Container, month: string): Promise<Cohort> => {
  const { rows } = await readMonth(container, { month, by: 'all' })
  const members = new Map<string, Counts>()
  for await (const member of allMembers(container.table, month)) {
    const counts = countsIn(member, month)
    if (counts) members.set(member.id, cohortOf(counts))
  }
  return { whole: rows[0]?.counts ?? {}, members }
}

/** The same of what fell due in the period. */
const dueOfPeriod = async (container: Container, period: Period): Promise<Cohort> => {
  const days = dueIn(period, container.now())
  const members = new Map<string, Counts>()
  let whole: Counts = {}
  for (const month of dueMonths(period)) {
    whole = plus(whole, days.of(numbersIn(await container.table.get(keys.counters(month, 'all'))), month))
    for await (const member of allMembers(container.table, month)) {
      const counts = days.of(countsIn(member, month) ?? {}, month)
      members.set(member.id, plus(members.get(member.id) ?? {}, counts))
    }
  }
  return { whole, members }
}

/** Days on which the issues of a report were logged, where it says so; an earlier version took a whole month. */
export const loggedDaysOf = (period: Period): Days | undefined =>
  period.kind === 'week' ? daysOfPeriod(period) : undefined

/**
 * Every figure of a period with the issues that it stands on, as they are now. It reads each issue's counters of the
 * months concerned: for a report that is issued, not for a screen.
 */
export const freezeFigures = async (
  container: Container,
  period: Period,
  loggedOn: Days | undefined,
): Promise<{ dueThrough: string | null; figures: FrozenFigure[] }> => {
  const [cohort, due, weightsAt] = await Promise.all([
    loggedOn ? loggedIn(container, loggedOn) : loggedInMonth(container, cohortMonth(period)),
    dueOfPeriod(container, period),
    weightsUpTo(container),
  ])
  const of: Record<Basis, Cohort> = { cohort, due }
  const weights = weightsAt(daysOfPeriod(period).to)
  const figures = indicatorNames.flatMap((name) =>
    indicatorOf(name).bases.map((basis): FrozenFigure => {
      const { whole: counts, members } = of[basis]
      const standing = (part: 'numerator' | 'denominator') =>
        [...members].flatMap(([id, own]) => (standsIn(name, part, own, weights) ? [id] : [])).toSorted()
      const { part, whole, excluded, text } = figureOf(name, basis, counts, weights)
      return {
        name,
        basis,
        part,
        ...(whole !== undefined && { whole }),
        excluded,
        text,
        numerator: standing('numerator'),
        denominator: standing('denominator'),
      }
    }),
  )
  const { through, from } = dueIn(period, container.now())
  return { dueThrough: through < from ? null : through, figures }
}
