import { china2026 } from '../../core/calendar/china-2026.ts'
import { china2027 } from '../../core/calendar/china-2027.ts'
import {
  bankFigures,
  bankTerms,
  coverage,
  otherFigures,
  outcomesOf,
  type Visited,
  visitedRows,
} from './independent-outcomes.ts'

/**
 * Every figure worked out a second time: plain code over exported events, by the definitions and without a line of
 * what the office itself counts with. It looks at the clock where the office looks at what was recorded.
 */
export type Exported = { type: string; at: string; by: string; [fact: string]: unknown }

type Duty = { clock: string; department: string; due: string; original?: string; met?: string; over?: true }
type Case = ReturnType<typeof caseOf>

const day = (instant: string) => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)
const text = (value: unknown) => String(value)
const datesOf = (value: unknown) => value as Record<string, string>

const isWorked = (date: string) => {
  for (const year of [china2026, china2027]) {
    if (year.off.includes(date)) return false
    if (year.work.includes(date)) return true
  }
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}
const spans = [
  [9, 12],
  [13, 17],
] as const

/** Working seconds, day by day. */
const worked = (from: string, to: string): number => {
  let seconds = 0
  for (let date = day(from); date <= day(to); date = day(`${date}T16:00:00Z`)) {
    if (!isWorked(date)) continue
    const midnight = Date.parse(`${date}T00:00:00Z`) - 8 * 3600_000
    for (const [opens, closes] of spans) {
      const start = Math.max(midnight + opens * 3600_000, Date.parse(from))
      const end = Math.min(midnight + closes * 3600_000, Date.parse(to))
      seconds += Math.max(end - start, 0) / 1000
    }
  }
  return seconds
}

/** Worked days from a date up to another. */
const workedDays = (from: string, to: string): number => {
  let days = 0
  for (let date = from; date < to; date = day(`${date}T16:00:00Z`)) if (isWorked(date)) days++
  return days
}

/** What became of one issue, told from its events. */
const caseOf = (events: readonly Exported[]) => {
  const [first] = events
  if (first?.type !== 'IssueLogged') throw new Error('a story begins with its logging')
  const firm = first.firm as { uscc: string; park?: string; size?: string; sizeByStandard?: { size: string } }
  const source = first.source as { team?: string }
  const one = {
    month: day(first.at).slice(0, 7),
    category: text(first.category),
    firm: firm.uscc,
    park: firm.park,
    size: firm.sizeByStandard?.size ?? firm.size,
    team: source.team,
    history: first.history !== undefined,
    department: undefined as string | undefined,
    end: undefined as { how: string; on: string } | undefined,
    duties: [] as Duty[],
    finished: [] as Duty[],
    dispatched: false,
    returned: false,
    extended: false,
    redone: false,
    reported: false,
    closed: undefined as undefined | { result: string; via?: string; satisfaction?: string; ruled?: true },
    closure: '',
    closedAt: '',
    failedCalls: 0,
    seen: undefined as string | undefined,
    pausedFrom: undefined as string | undefined,
    pausedSeconds: 0,
    cases: new Set<string>(),
    ruleChanged: false,
    minutes: 0,
    outcomes: outcomesOf(first.history ? [] : events),
  }
  let answerDue = ''
  const dutyOf = (clock: string) => one.duties.find((duty) => duty.clock === clock && !duty.over)
  const take = (event: Exported, clocks: readonly string[]) => {
    const dues = datesOf(event.dues ?? event.redo)
    for (const clock of clocks) {
      const due = dues[clock] ?? ''
      one.duties.push({ clock, department: one.department ?? '', due })
    }
  }
  const finish = (at: string, all: boolean) => {
    if (one.pausedFrom) one.pausedSeconds += worked(one.pausedFrom, at)
    one.pausedFrom = undefined
    for (const duty of one.duties)
      if (all || duty.met || duty.due <= at) one.finished.push({ ...duty, over: true })
    one.duties = []
  }
  const again = (event: Exported) => {
    finish(event.at, true)
    Object.assign(one, { closed: undefined, seen: undefined, failedCalls: 0, redone: true })
    take(event, ['reply', 'close'])
  }
  const newDates = (event: Exported) => {
    const dues = event.dues ? datesOf(event.dues) : {}
    for (const duty of one.duties) {
      const promised = duty.clock === 'reply' && event.nextReply
      if (duty.clock === 'reply' && duty.met) continue
      duty.due = text(promised || dues[duty.clock] || duty.due)
      if (duty.clock === 'close' && dues.closeOriginal) duty.original = dues.closeOriginal
    }
  }
  for (const event of events) {
    const { type, at } = event
    if (one.end) continue
    if (type === 'IssueRouted' || type === 'IssueTransferred') {
      if (type === 'IssueTransferred') finish(at, false)
      if (event.ruling === 'upheld') one.returned = true
      one.dispatched = true
      one.department = text(event.department)
      take(event, ['accept', 'contact', 'close'])
      answerDue = datesOf(event.dues).reply ?? ''
    } else if (type === 'AssignmentReturned') {
      finish(at, false)
      one.department = undefined
    } else if (type === 'AssignmentAccepted') {
      Object.assign(dutyOf('accept') ?? {}, { met: at })
      one.duties.push({ clock: 'reply', department: one.department ?? '', due: answerDue })
    } else if (type === 'ContactRecorded' || type === 'ReplyRecorded') {
      const contact = dutyOf('contact')
      if (contact) contact.met ??= at
      if (type === 'ContactRecorded') continue
      const reply = one.duties.findIndex((duty) => duty.clock === 'reply')
      for (const duty of reply >= 0 ? one.duties.splice(reply, 1) : [])
        one.finished.push({ ...duty, met: at, over: true })
      if (event.nextReply)
        one.duties.push({ clock: 'reply', department: one.department ?? '', due: text(event.nextReply) })
    } else if (type === 'ClosureProposed') {
      one.reported = true
      one.closure = text(event.closure)
      one.closedAt = at
      one.failedCalls = 0
      for (const duty of one.duties) {
        if (duty.clock === 'reply' || duty.clock === 'close') duty.met = at
        duty.over = true
      }
    } else if (type === 'ClosureConfirmed') {
      const { result, via, satisfaction } = event as { result?: string; via?: string; satisfaction?: string }
      one.closed = { result: text(result), ...(via && { via }), ...(satisfaction && { satisfaction }) }
    } else if (type === 'ConfirmationLapsed') one.closed = { result: 'notReached' }
    else if (type === 'CallFailed') one.failedCalls++
    else if (type === 'DisputeReferred')
      Object.assign(one, { closed: undefined, seen: undefined, failedCalls: 0 })
    else if (type === 'DisputeRuled' && !event.redo) one.closed = { result: 'unsolved', ruled: true }
    else if (type === 'ClosureDisputed' || type === 'IssueReopened' || type === 'DisputeRuled') again(event)
    else if (type === 'VerificationRecorded') one.seen = text(event.what)
    else if (type === 'ExtensionDecided' && event.granted) {
      one.extended = true
      const close = dutyOf('close')
      if (close) Object.assign(close, { original: close.original ?? close.due, due: text(event.close) })
    } else if (type === 'IssuePaused') one.pausedFrom = at
    else if (type === 'IssueResumed') {
      if (one.pausedFrom) one.pausedSeconds += worked(one.pausedFrom, text(event.resumedAt ?? at))
      one.pausedFrom = undefined
      newDates(event)
    } else if (type === 'DuesRecomputed') {
      newDates(event)
      if (event.dues) answerDue = datesOf(event.dues).reply ?? ''
    } else if (type === 'ChildAdopted') one.cases.add(text(event.child))
    else if (type === 'ChildReleased') one.cases.delete(text(event.child))
    else if (type === 'CommonOutcomeRecorded') one.ruleChanged = event.ruleChanged === true
    else if (type === 'IssueDeclined') one.end = { how: 'declined', on: day(at) }
    else if (type === 'IssueWithdrawn') one.end = { how: 'withdrawn', on: day(at) }
    else if (type === 'IssueMerged') one.end = { how: 'merged', on: day(at) }
  }
  // Money that the tax office sent before the firm confirmed is seen with that: nobody looks a second time.
  if (one.closed && one.outcomes.refund.present?.has('arrived')) one.seen ??= 'refundReceived'
  if (one.closed) one.minutes = Math.floor((worked(first.at, one.closedAt) - one.pausedSeconds) / 60)
  return one
}

const told = new WeakMap<object, Case[]>()
const casesOf = (streams: readonly (readonly Exported[])[]): Case[] => {
  const cases = told.get(streams) ?? streams.map(caseOf)
  told.set(streams, cases)
  return cases
}

type Ratio = { part: number; whole?: number; excluded: number }
export type Recounted = Record<string, Ratio>

const isKnown = (duty: Duty, one: Case, now: string) =>
  duty.met !== undefined || duty.over || duty.due <= (one.pausedFrom ?? now)

/** Duties of one clock that count, with the department that had them. */
const dutiesOf = (one: Case, clock: string, now: string) =>
  [...one.finished, ...one.duties].filter((duty) => duty.clock === clock && isKnown(duty, one, now))

const strictOf = (one: Case, now: string) => {
  const running = one.duties.filter(
    (duty) =>
      duty.clock === 'close' &&
      !duty.over &&
      !duty.met &&
      duty.original &&
      duty.original <= (one.pausedFrom ?? duty.original),
  )
  const known = dutiesOf(one, 'close', now)
  return [...known, ...running.filter((duty) => !known.includes(duty))].map(({ original, ...duty }) => ({
    ...duty,
    due: original ?? duty.due,
  }))
}

const rowNameOf = (one: Case, by: string) => {
  const values: Record<string, string | undefined> = {
    department: one.department,
    team: one.team,
    category: one.category,
    park: one.park,
    size: one.size,
  }
  return by === 'all' ? 'all' : `${by}:${values[by] ?? 'none'}`
}

const inTime = ({ met, due }: Duty) => met !== undefined && met <= due

const clocks = [
  ['acceptedInTime', 'accept'],
  ['contactedInTime', 'contact'],
  ['repliedInTime', 'reply'],
  ['closedInTime', 'close'],
] as const

const under = <T>(basis: string, figures: Record<string, T>) =>
  Object.fromEntries(Object.entries(figures).map(([name, ratio]) => [`${name} ${basis}`, ratio]))

type Row = { month: string; by: string; dimension: string; today: string; inRow: (one: Case) => boolean }

/** Figures of banks: of the issues in the row, or of what one bank did with all of them. */
const withBanks = (cases: readonly Case[], { month, by, dimension, today, inRow }: Row) => {
  const counts = (bank: string) => by !== 'bank' || dimension === `bank:${bank}`
  const mine = cases.filter((one) => !one.history && !one.end && (by === 'bank' || inRow(one)))
  const needs = mine
    .filter((one) => one.month === month)
    .map(({ firm, outcomes }) => ({ firm, asked: outcomes.asked.filter(({ bank }) => counts(bank)) }))
  const figures = under('cohort', bankFigures(needs))
  for (const name of ['bankContactedInTime', 'bankDecidedInTime']) {
    const terms = (some: readonly Case[]) =>
      some
        .flatMap(({ outcomes }) => bankTerms(outcomes))
        .filter((one) => one.name === name && counts(one.bank))
    const due = terms(mine).filter((one) => one.day.startsWith(month) && one.day < today)
    const cohort = terms(mine.filter((one) => one.month === month))
    for (const [basis, some] of Object.entries({ due, cohort }))
      figures[`${name} ${basis}`] = { part: some.filter(({ kept }) => kept).length, whole: some.length }
  }
  return figures
}

/** All figures of a month in one row of a breakdown, by name and basis; and how long each closed one took. */
export const recount = (
  streams: readonly (readonly Exported[])[],
  {
    month,
    by,
    dimension,
    now,
    visited,
  }: { month: string; by: string; dimension: string; now: string; visited: Visited },
) => {
  const cases = casesOf(streams)
  // A bank's row holds what that bank did, and nothing else of the issue.
  const inRow = (one: Case) => by !== 'bank' && rowNameOf(one, by) === dimension
  const own = cases.filter((one) => one.month === month && inRow(one))
  const ended = (some: readonly Case[]) => some.filter((one) => one.end).length
  const excluded = ended(own) + own.filter((one) => one.history).length
  const live = own.filter((one) => !one.history && !one.end)
  const closed = live.filter((one) => one.closed)
  const count = (some: readonly Case[], is: (one: Case) => unknown) => some.filter(is).length
  const said = (one: Case) => one.closed?.result
  const reached = (one: Case) => one.closed?.via || one.closed?.ruled
  const followed = closed.filter((one) => reached(one) || one.failedCalls > 0)
  const rated = closed.filter((one) => one.closed?.satisfaction)
  const common = live.filter((one) => one.cases.size > 0)
  const share = (part: number, whole: number): Ratio => ({ part, whole, excluded })
  const figures: Recounted = {
    'accepted cohort': { part: live.length, excluded },
    'open cohort': { part: live.length - closed.length, excluded },
    'returned cohort': share(
      count(live, (one) => one.returned),
      count(live, (one) => one.dispatched),
    ),
    'extended cohort': share(
      count(live, (one) => one.extended),
      live.length,
    ),
    'closed cohort': share(closed.length, live.length),
    'solvedStrict cohort': share(
      count(closed, (one) => said(one) === 'solved'),
      closed.length,
    ),
    'solvedAnswered cohort': share(
      count(closed, (one) => said(one) === 'solved'),
      count(closed, reached),
    ),
    'verified cohort': share(
      count(closed, (one) => one.seen && one.seen !== 'notSeen'),
      closed.length,
    ),
    'satisfied cohort': share(
      count(rated, (one) => one.closed?.satisfaction !== 'dissatisfied'),
      rated.length,
    ),
    'calledBack cohort': share(followed.length, closed.length),
    'reached cohort': share(count(followed, reached), followed.length),
    'redone cohort': share(
      count(live, (one) => one.redone),
      count(live, (one) => one.reported),
    ),
    'ruleChanged cohort': share(
      count(common, (one) => one.ruleChanged),
      common.length,
    ),
    'overdueNow cohort': {
      part: count(live, (one) =>
        one.duties.some(
          (duty) => duty.clock === 'close' && !duty.over && duty.due <= (one.pausedFrom ?? now),
        ),
      ),
      excluded,
    },
    'handlingMean cohort': share(
      closed.reduce((sum, one) => sum + one.minutes, 0),
      closed.length,
    ),
  }
  const working = cases.filter((one) => !one.history && !one.end)
  const dutyRows = (of: (one: Case) => Duty[]) =>
    working.flatMap((one) =>
      of(one).map((duty) => ({ one, duty, row: rowNameOf({ ...one, department: duty.department }, by) })),
    )
  const today = day(now)
  const out = count(cases, (one) => one.end?.on.startsWith(month) && one.end.on < today && inRow(one))
  const both = (name: string, of: (one: Case) => Duty[], wanted: (duty: Duty) => boolean = inTime) => {
    const rows = dutyRows(of).filter(({ row }) => row === dimension)
    const cohort = rows.filter(({ one }) => one.month === month).map(({ duty }) => duty)
    const due = rows
      .map(({ duty }) => duty)
      .filter((duty) => day(duty.due).startsWith(month) && day(duty.due) < today)
    figures[`${name} cohort`] = { part: cohort.filter(wanted).length, whole: cohort.length, excluded }
    figures[`${name} due`] = { part: due.filter(wanted).length, whole: due.length, excluded: out }
  }
  for (const [name, clock] of clocks) both(name, (one) => dutiesOf(one, clock, now))
  both('closedInTimeStrict', (one) => strictOf(one, now))
  both(
    'overdue',
    (one) => dutiesOf(one, 'close', now),
    (duty) => !inTime(duty),
  )
  for (const [name, ratio] of Object.entries({
    ...withBanks(cases, { month, by, dimension, today, inRow }),
    ...under(
      'cohort',
      otherFigures(
        live.map(({ outcomes }) => outcomes),
        workedDays,
      ),
    ),
    'coverage cohort': coverage(visited, month, dimension),
  }))
    figures[name] = { ...ratio, excluded: name.endsWith('due') ? out : excluded }
  return { figures, minutes: closed.map((one) => one.minutes).toSorted((a, b) => a - b) }
}

/** Every row of every month in which an issue was logged or something of it was due. */
export const rowsIn = (
  streams: readonly (readonly Exported[])[],
  by: string,
  now: string,
  visited: Visited,
) => {
  const cases = casesOf(streams)
  const rows = new Set([...visitedRows(visited)].filter((row) => row.slice(8).split(':')[0] === by))
  for (const one of cases) {
    const banks = one.end ? [] : bankTerms(one.outcomes)
    for (const { bank, day: due } of banks)
      rows.add(`${due.slice(0, 7)}/${by === 'bank' ? `bank:${bank}` : rowNameOf(one, by)}`)
    if (by === 'bank') {
      if (!one.end) for (const { bank } of one.outcomes.asked) rows.add(`${one.month}/bank:${bank}`)
      continue
    }
    rows.add(`${one.month}/${rowNameOf(one, by)}`)
    if (one.end) rows.add(`${one.end.on.slice(0, 7)}/${rowNameOf(one, by)}`)
    if (one.end || one.history) continue
    const duties = ['accept', 'contact', 'reply', 'close'].flatMap((clock) => dutiesOf(one, clock, now))
    for (const duty of [...duties, ...strictOf(one, now)]) {
      const row = rowNameOf({ ...one, department: duty.department }, by)
      rows.add(`${one.month}/${row}`)
      rows.add(`${day(duty.due).slice(0, 7)}/${row}`)
    }
  }
  return rows
}
