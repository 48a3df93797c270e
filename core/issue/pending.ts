import type { Calendar } from '../calendar/calendar.ts'
import { yellowAt } from '../calendar/signal.ts'
import { lastArrival, stayFrom } from '../hiring/funnel.ts'
import { refundClock } from '../tax-refund/progress.ts'
import type { ClockName } from '../words.ts'
import { DAY_SECONDS, epochSeconds, instantAt, instantOf } from '../zone-time.ts'
import type { Issue, IssueAt } from './issue.ts'
import { reviewAt } from './review.ts'

/** A clock that is running: when it began, when it ends, and the pauses that it stood still for. */
export type Pending = {
  clock: ClockName
  due: string
  startedAt: string
  pauses?: { from: string; to: string }[]
}

const supervised = (issue: Issue, startedAt: string): Pending[] => {
  const { supervision } = issue
  if (!supervision?.due) return []
  return [{ clock: 'supervise', due: supervision.due, startedAt: supervision.decidedAt ?? startedAt }]
}

/** Helpers have a time of their own, which runs until all of them have done their part. */
const assisting = ({ assignment }: IssueAt<'assigned' | 'handling'>, startedAt: string): Pending[] => {
  const { assisting = [], assisted = [], dues } = assignment
  const missing = assisting.some((department) => !assisted.includes(department))
  return missing && dues.assist ? [{ clock: 'assist', due: dues.assist, startedAt }] : []
}

const whileAssigned = (issue: IssueAt<'assigned'>): Pending[] => {
  const { dues, at: startedAt } = issue.assignment
  const contact = issue.contactedAt ? [] : [{ clock: 'contact' as const, due: dues.contact, startedAt }]
  return [
    { clock: 'accept', due: dues.accept, startedAt },
    ...contact,
    { clock: 'close', due: dues.close, startedAt },
    ...assisting(issue, startedAt),
    ...supervised(issue, startedAt),
  ]
}

const replyClock = (
  { work, assignment }: IssueAt<'handling'>,
  startedAt: string,
): Omit<Pending, 'pauses'>[] => {
  if (work.nextReply) return [{ clock: 'reply', due: work.nextReply, startedAt: work.repliedAt ?? startedAt }]
  return work.repliedAt ? [] : [{ clock: 'reply', due: assignment.dues.reply, startedAt }]
}

/** The parts of pauses that a clock has stood still for: none of what was before it began. */
const since = (startedAt: string, pauses: Pending['pauses'] = []) =>
  pauses
    .filter(({ to }) => to > startedAt)
    .map(({ from, to }) => ({ from: from < startedAt ? startedAt : from, to }))

/** The tax office's time runs by itself: no pause of ours stops it. */
const atTheTaxOffice = ({ refund }: Issue): Pending[] => {
  const mark = refundClock(refund)
  return mark?.due ? [{ clock: 'refund', due: mark.due, startedAt: instantAt(mark.on, '09:00') }] : []
}

/** Who is still there has been asked and not yet answered. */
const stayToCount = (issue: IssueAt<'closed'>): Pending[] => {
  const { stayAsked } = issue.hiring ?? {}
  return stayAsked && awaitsVerification(issue)
    ? [{ clock: 'stay', due: stayAsked.due, startedAt: stayAsked.at }]
    : []
}

const whileHandling = (issue: IssueAt<'handling'>): Pending[] => {
  const { work, assignment } = issue
  if (work.pause) return [{ clock: 'resume', due: work.pause.resumeAt, startedAt: work.pause.at }]
  const startedAt = assignment.since ?? assignment.at
  const contact = work.contactedAt
    ? []
    : [{ clock: 'contact' as const, due: assignment.dues.contact, startedAt }]
  const clocks: Pending[] = [
    ...contact,
    ...replyClock(issue, startedAt),
    { clock: 'close', due: assignment.dues.close, startedAt },
  ]
  const own = [...clocks, ...assisting(issue, startedAt), ...supervised(issue, startedAt)].map((clock) => {
    const pauses = since(clock.startedAt, work.pauses)
    return pauses.length > 0 ? { ...clock, pauses } : clock
  })
  return [...own, ...atTheTaxOffice(issue)]
}

/** Every clock that is running on an issue, whether its time has passed or not. A pause leaves only its own. */
export const pendingClocks = (issue: Issue): Pending[] => {
  switch (issue.stage) {
    case 'logged':
      return [{ clock: 'route', due: issue.routeDue, startedAt: issue.returns?.at(-1)?.at ?? issue.loggedAt }]
    case 'assigned':
      return whileAssigned(issue)
    case 'handling':
      return whileHandling(issue)
    case 'confirming':
      if (issue.ruling) return [{ clock: 'rule', due: issue.ruling.due, startedAt: issue.ruling.askedAt }]
      return [{ clock: 'confirm', due: issue.confirmDue, startedAt: issue.closure.at }]
    case 'closed':
      return stayToCount(issue)
    default:
      return []
  }
}

const earliest = (times: string[]) => times.toSorted()[0]

type Mark = { clock: ClockName; due: string }
const marked = (marks: readonly Mark[] | undefined, { clock, due }: Pending) =>
  marks?.some((mark) => mark.clock === clock && mark.due === due) ?? false

/** A confirmation lapses and a pause ends; all other clocks can be overdue. */
const canBeOverdue = ({ clock }: Pending) => clock !== 'confirm' && clock !== 'resume'
const warns = new Set<ClockName>(['accept', 'contact', 'reply', 'close', 'supervise', 'assist', 'refund'])

/** Clocks whose time has passed and for which that has not been recorded. */
export const newlyOverdue = (issue: Issue, now: string): Pending[] =>
  pendingClocks(issue).filter(
    (pending) => canBeOverdue(pending) && pending.due <= now && !marked(issue.overdue, pending),
  )

/** Clocks that have turned yellow and for which that has not been recorded. */
export const newlySoon = (issue: Issue, now: string, calendar: Calendar): Pending[] =>
  pendingClocks(issue).filter(
    (pending) =>
      warns.has(pending.clock) &&
      pending.due > now &&
      !marked(issue.soon, pending) &&
      warningAt(calendar, pending) <= now,
  )

const warningAt = (calendar: Calendar, { startedAt, due, pauses }: Pending) =>
  yellowAt(calendar, { startedAt, dueAt: due, ...(pauses && { pauses }) })

/** Sixty days are enough to see whether money, people or refunds have arrived. */
const verifyWithinSeconds = 60 * DAY_SECONDS

/** Whether an outcome that can be seen is still to be looked for. */
export const awaitsVerification = (issue: Issue): boolean =>
  issue.stage === 'closed' &&
  !issue.history &&
  !issue.verification &&
  (issue.closure.type === 'solved' || issue.closure.type === 'partly')

const archiveAt = (issue: IssueAt<'closed'>): string | undefined => {
  if (issue.archivedAt || issue.history || reviewAt(issue)) return undefined
  if (!awaitsVerification(issue)) return issue.reopenUntil
  const verifyUntil = instantOf(epochSeconds(issue.confirmation.at) + verifyWithinSeconds)
  return [verifyUntil, issue.reopenUntil].toSorted()[1]
}

/** When it is to be asked who is still there of those who came: once for each last arrival. */
export const stayAskAt = (issue: IssueAt<'closed'>): string | undefined => {
  const { hiring } = issue
  if (!hiring || issue.archivedAt || !awaitsVerification(issue)) return undefined
  const from = stayFrom(hiring)
  return from && hiring.stayAsked?.arrivedOn !== lastArrival(hiring) ? instantAt(from, '09:00') : undefined
}

/** When a clock next changes something by itself: its warning, then its end, then nothing. */
const nextTurn = (issue: Issue, pending: Pending, calendar: Calendar): string[] => {
  if (canBeOverdue(pending) && marked(issue.overdue, pending)) return []
  if (!warns.has(pending.clock) || marked(issue.soon, pending)) return [pending.due]
  return [warningAt(calendar, pending)]
}

/** The next moment at which time itself changes something, or nothing when only people can. */
export const wakesAt = (issue: Issue, calendar: Calendar): string | undefined => {
  if (issue.stage === 'closed') {
    const review = issue.reviewDueAt ? undefined : reviewAt(issue)
    return earliest([stayAskAt(issue), review, archiveAt(issue)].filter((at) => at !== undefined))
  }
  return earliest(pendingClocks(issue).flatMap((pending) => nextTurn(issue, pending, calendar)))
}

/** The deadline by which a worklist sorts: the next reply where one is promised, else the nearest clock. */
export const deadlineOf = (issue: Issue): string | undefined => {
  if (issue.stage === 'closed') {
    const next = stayToCount(issue)[0]?.due ?? archiveAt(issue)
    return earliest([next, reviewAt(issue)].filter((at) => at !== undefined))
  }
  if (issue.stage === 'handling' && !issue.work.pause && issue.work.nextReply) {
    return earliest([issue.work.nextReply, ...atTheTaxOffice(issue).map(({ due }) => due)])
  }
  // The helpers' clock is on their own desk, not on the department's.
  return earliest(pendingClocks(issue).flatMap((one) => (one.clock === 'assist' ? [] : one.due)))
}
