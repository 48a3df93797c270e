import type { Basis, Counts } from '../../../core/indicators/indicator.ts'
import { indicatorNames, indicatorOf } from '../../../core/indicators/indicators.ts'
import { cohortOf, dueOf, figureOf, standsIn } from '../../../core/indicators/read.ts'
import { cohortMonth, daysOfPeriod, dueMonths, type Period } from '../../../core/reports/period.ts'
import type { FrozenFigure } from '../../../core/reports/report.ts'
import { dateAdd, localDate } from '../../../core/zone-time.ts'
import { keys } from '../../store/keys.ts'
import type { Container } from '../container.ts'
import { allMembers, countsIn } from '../indicators/members.ts'
import { readMonth } from '../indicators/read-month.ts'
import { weightsUpTo } from '../indicators/weights.ts'

type Of = Record<Basis, Counts>

const plus = (a: Counts, b: Counts): Counts => {
  const sum: Record<string, number> = { ...a }
  for (const [name, amount] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + amount
  return sum
}

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

/** The counters of the whole office on both bases. */
const countersOf = async (container: Container, period: Period): Promise<Of> => {
  const month = await readMonth(container, { month: cohortMonth(period), by: 'all' })
  const days = dueIn(period, container.now())
  let due: Counts = {}
  for (const one of dueMonths(period))
    due = plus(due, days.of(numbersIn(await container.table.get(keys.counters(one, 'all'))), one))
  return { cohort: month.rows[0]?.counts ?? {}, due }
}

/** What each issue adds to them. */
const membersOf = async (container: Container, period: Period): Promise<Map<string, Of>> => {
  const found = new Map<string, Of>()
  const days = dueIn(period, container.now())
  const logged = cohortMonth(period)
  for (const month of new Set([logged, ...dueMonths(period)])) {
    for await (const member of allMembers(container.table, month)) {
      const counts = countsIn(member, month)
      if (!counts) continue
      const known = found.get(member.id) ?? { cohort: {}, due: {} }
      found.set(member.id, {
        cohort: month === logged ? plus(known.cohort, cohortOf(counts)) : known.cohort,
        due: plus(known.due, days.of(counts, month)),
      })
    }
  }
  return found
}

/**
 * Every figure of a period with the issues that it stands on, as they are now. It reads each issue's counters of the
 * months concerned: for a report that is issued, not for a screen.
 */
export const freezeFigures = async (
  container: Container,
  period: Period,
): Promise<{ dueThrough: string | null; figures: FrozenFigure[] }> => {
  const [whole, members, weightsAt] = await Promise.all([
    countersOf(container, period),
    membersOf(container, period),
    weightsUpTo(container),
  ])
  const weights = weightsAt(daysOfPeriod(period).to)
  const ids = [...members.keys()].toSorted()
  const figures = indicatorNames.flatMap((name) =>
    indicatorOf(name).bases.map((basis): FrozenFigure => {
      const standing = (part: 'numerator' | 'denominator') =>
        ids.filter((id) => standsIn(name, part, members.get(id)?.[basis] ?? {}, weights))
      const { part, whole: of, excluded, text } = figureOf(name, basis, whole[basis], weights)
      return {
        name,
        basis,
        part,
        ...(of !== undefined && { whole: of }),
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
