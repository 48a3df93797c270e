import type { Calendar } from '../../core/calendar/calendar.ts'
import { addUp, contributions } from '../../core/indicators/contributions.ts'
import { Issue } from '../../core/issue/issue.ts'
import { dateAdd, dateAddMonths, daysBetween, localDate } from '../../core/zone-time.ts'
import { keys } from '../../functions/store/keys.ts'
import { type Table, transactionLimit } from '../../functions/store/table.ts'
import type { Clients } from '../load/clients.ts'
import { client } from '../load/http.ts'
import { oneLifecycle } from '../load/lifecycle.ts'
import { openOffice, sampleFirms, secondsUntilIdle } from '../office.ts'
import { type Spread, spreadOf } from '../percentiles.ts'

export type Figures = (Spread & { issues: number; readUnits: number })[]

const sizes = [1_000, 100_000] as const
const readings = 200

const departments = ['talent', 'finance', 'tax', 'innovation', 'parks', 'service-centre']
const categories = ['hiring', 'financing', 'taxRefund', 'policy', 'other'] as const
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % all.length]

/** The same story some days earlier, in another unit, of another kind of firm. */
const another = (issue: Issue, n: number, month: string): Issue => {
  const on = dateAdd(`${month}-01`, n % 28)
  const days = daysBetween(localDate(issue.loggedAt), on)
  const moved = JSON.stringify(issue).replaceAll(
    /"(\d{4}-\d\d-\d\d)T/g,
    (_, date: string) => `"${dateAdd(date, days)}T`,
  )
  const one = Issue.parse(JSON.parse(moved))
  if (one.stage !== 'closed' || !one.assignment) throw new Error('a closed issue was wanted')
  return {
    ...one,
    category: pick(categories, n) ?? 'other',
    assignment: { ...one.assignment, department: pick(departments, n) ?? 'parks' },
    source: { ...one.source, team: `team-${1 + (n % 5)}` },
  }
}

/** Writes what so many issues of a month add up to. */
const seedCounters = async (table: Table, issue: Issue, calendar: Calendar, month: string, count: number) => {
  const kinds = 4_200
  const parcels = Array.from({ length: Math.min(kinds, count) }, (_, n) => {
    const times = Math.floor((count - n - 1) / kinds) + 1
    return contributions({ issue: another(issue, n, month), calendar }).map((parcel) => ({
      ...parcel,
      counts: Object.fromEntries(Object.entries(parcel.counts).map(([name, one]) => [name, one * times])),
    }))
  })
  const rows = Object.entries(addUp(parcels.flat())).map(([place, counts]) => ({
    put: { ...keys.counters(place.slice(0, 7), place.slice(8)), ...counts },
  }))
  for (let start = 0; start < rows.length; start += transactionLimit)
    await table.transact(rows.slice(start, start + transactionLimit))
}

/** Latency and read units of a month's figures with few and with many issues. */
export const measureFigures = async (clients: Clients): Promise<Figures> => {
  let read = 0
  const opened = await openOffice({
    onConsumed: (side, operation, consumed) => {
      if (side === 'requests' && operation === 'read') read += consumed.CapacityUnits ?? 0
    },
  })
  const { office, tokens } = opened
  const { send, close } = client(office.origin)
  try {
    const job = { kind: 'lifecycles', origin: office.origin, tokens, firms: sampleFirms() } as const
    await oneLifecycle(send, { ...job, clients: 1, seconds: 0, routedBy: 'dispatcher' }, () => {})
    await secondsUntilIdle(opened)
    const calendar = await office.container.calendar()
    const thisMonth = localDate(office.container.now()).slice(0, 7)
    const members = await office.plainTable.query({ pk: keys.member(thisMonth, '').pk })
    const id = members.items[0]?.sk ?? ''
    const issue = (await office.container.issues.load(id))?.issue
    if (!issue) throw new Error('the issue to copy is not there')
    const months: Figures = []
    for (const [index, issues] of sizes.entries()) {
      const month = dateAddMonths(`${thisMonth}-01`, -2 * (index + 1)).slice(0, 7)
      await seedCounters(office.plainTable, issue, calendar, month, issues)
      const page = { kind: 'pages', origin: office.origin, token: tokens.dispatcher } as const
      const path = `/api/v1/indicators?month=${month}&by=department`
      await clients.run({ ...page, path, times: 20 })
      read = 0
      const outcome = await clients.run({ ...page, path, times: readings })
      months.push({ issues, readUnits: read / readings, ...spreadOf((outcome.calls.page ?? []).slice(50)) })
    }
    return months
  } finally {
    close()
    await opened.close()
  }
}
