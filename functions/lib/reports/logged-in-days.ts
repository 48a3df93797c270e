import type { Parcel } from '../../../core/indicators/contributions.ts'
import { rosterPlace } from '../../../core/indicators/coverage.ts'
import { distinctFirms } from '../../../core/indicators/firms.ts'
import type { Counts } from '../../../core/indicators/indicator.ts'
import { cohortOf } from '../../../core/indicators/read.ts'
import { keys } from '../../store/keys.ts'
import type { Container } from '../container.ts'
import { readFirmRows } from '../indicators/firms.ts'
import { allMembers, countsIn } from '../indicators/members.ts'
import { loadVisit } from '../visit-register.ts'
import { plus } from './plus.ts'

export type Days = { from: string; to: string }

export type Cohort = { whole: Counts; members: ReadonlyMap<string, Counts> }

const monthsOf = ({ from, to }: Days) => [...new Set([from.slice(0, 7), to.slice(0, 7)])]

/** How many firms were visited on these days, each once however often it was. */
const visitedOn = async (container: Container, days: Days): Promise<number> => {
  const firms = new Set<string>()
  for (const month of monthsOf(days)) {
    const { pk } = keys.visitOfMonth(month, '')
    let after: Readonly<Record<string, string>> | undefined
    do {
      const sk = { from: days.from, to: `${days.to}~` }
      const page = await container.table.query({ pk, sk, limit: 200, ...(after && { after }) })
      const visits = await Promise.all(page.items.map(({ id }) => loadVisit(container, String(id))))
      for (const loaded of visits) for (const uscc of loaded?.visit.firms ?? []) firms.add(uscc)
      after = page.next
    } while (after)
  }
  return firms.size
}

/** Distinct firms with banks over the months that the days touch, whichever of them their issues were logged in. */
const firmsOf = async (
  container: Container,
  days: Days,
  ids: ReadonlyMap<string, Counts>,
): Promise<Counts> => {
  const rows = await Promise.all(monthsOf(days).map((month) => readFirmRows(container.table, month)))
  const inAll = ({ counts }: Parcel): Parcel => ({ month: '', dims: ['all'], counts })
  const found = rows
    .flat()
    .filter(({ id }) => ids.has(id))
    .map(({ firm, counted }) => ({
      firm,
      counted: counted.filter(({ dims }) => dims.includes('all')).map(inAll),
    }))
  return distinctFirms(found)['/all'] ?? {}
}

/**
 * What the issues that were logged on these days add to the figures, as they are now. Counters of logged issues are
 * kept by month, so a week is added up from what was counted of each of its issues.
 */
export const loggedIn = async (container: Container, days: Days): Promise<Cohort> => {
  const members = new Map<string, Counts>()
  for (const month of monthsOf(days)) {
    for await (const member of allMembers(container.table, month)) {
      const { loggedOn } = member
      if (loggedOn === undefined || loggedOn < days.from || loggedOn > days.to) continue
      members.set(member.id, cohortOf(countsIn(member, month) ?? {}))
    }
  }
  const [firms, visited, roster] = await Promise.all([
    firmsOf(container, days, members),
    visitedOn(container, days),
    container.table.get(keys.counters(rosterPlace, 'all')),
  ])
  const issues = [...members.values()].reduce<Counts>(plus, {})
  return { whole: { ...issues, ...firms, visited, roster: Number(roster?.roster ?? 0) }, members }
}
