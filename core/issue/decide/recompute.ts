import { resumeDue } from '../../calendar/pause.ts'
import { touchesProvisionalYear } from '../../calendar/worked-days.ts'
import { addWorkingDays, isWorkingDay } from '../../calendar/working-day.ts'
import { refundClock } from '../../tax-refund/progress.ts'
import { instantAt, localDate, toLocal } from '../../zone-time.ts'
import { duesFrom, duesOf, levelFor, routeDue } from '../clocks.ts'
import type { Context } from '../context.ts'
import type { Fact } from '../events.ts'
import type { Issue, IssueAt } from '../issue.ts'
import type { Dues } from '../parts.ts'
import type { Decider } from './decider.ts'
import { stayDue } from './hiring.ts'
import { refundDue } from './refund.ts'

type Moved = Omit<Fact<'DuesRecomputed'>, 'type' | 'calendar'>

const on = (context: Context, now: string) => ({ ...context, now })
const daysAfter = (context: Context, from: string, days: number) =>
  addWorkingDays(context.calendar, from, days).at
/** A time that somebody named, or that a pause has moved, stays unless the office is closed on its day. */
const onWorkingDay = (context: Context, at: string) =>
  isWorkingDay(context.calendar, localDate(at)).working
    ? at
    : daysAfter(context, instantAt(localDate(at), '00:00'), 0)

/** A due time as the clock would have run from its beginning, standing still in each pause that is over. */
const overPauses = (context: Context, due: string, pauses: readonly { from: string; to: string }[]) =>
  pauses.reduce(
    (dueAt, { from, to }) => resumeDue(context.calendar, { pausedAt: from, dueAt, resumedAt: to }).at,
    due,
  )

const duesNow = (issue: IssueAt<'assigned' | 'handling'>, context: Context): Dues => {
  const { assignment } = issue
  const from = assignment.since ?? assignment.at
  const begun = on(context, from)
  const { dues: fresh } = assignment.since
    ? duesFrom(begun, issue.urgency, issue.category, assignment.complexity)
    : duesOf(begun, issue, {
        complexity: assignment.complexity,
        assisted: assignment.dues.assist !== undefined,
      })
  const pauses = issue.stage === 'handling' ? (issue.work.pauses ?? []) : []
  const ran = (due: string) => overPauses(context, due, pauses)
  const { closeOriginal, close } = assignment.dues
  const extended = closeOriginal && { close: onWorkingDay(context, close), closeOriginal: ran(fresh.close) }
  const dues = {
    accept: fresh.accept,
    contact: ran(fresh.contact),
    reply: ran(fresh.reply),
    close: ran(fresh.close),
    ...(fresh.assist && { assist: ran(fresh.assist) }),
    ...extended,
  }
  const crosses = [dues.contact, dues.reply, dues.close].some((due) =>
    touchesProvisionalYear(context.calendar.years, toLocal(from).day, toLocal(due).day),
  )
  return { ...dues, ...((fresh.provisional || crosses) && { provisional: true }) }
}

const sameDues = (a: Dues, b: Dues) =>
  (['accept', 'contact', 'reply', 'close', 'assist', 'closeOriginal', 'provisional'] as const).every(
    (name) => a[name] === b[name],
  )

const movedRefund = (issue: Issue, context: Context): Moved => {
  const mark = refundClock(issue.refund)
  const due = mark && refundDue(issue, mark, context)
  return due && due !== mark.due ? { refundDue: due } : {}
}

const movedStay = ({ hiring, archivedAt }: IssueAt<'closed'>, context: Context): Moved => {
  if (!hiring?.stayAsked || hiring.stayCounted || archivedAt) return {}
  const due = stayDue(context, hiring.stayAsked.at)
  return due === hiring.stayAsked.due ? {} : { stayDue: due }
}

const moved = (issue: Issue, context: Context): Moved => {
  const level = levelFor(on(context, issue.loggedAt), issue.urgency)
  switch (issue.stage) {
    case 'logged': {
      const due = routeDue(on(context, issue.returns?.at(-1)?.at ?? issue.loggedAt), issue.urgency)
      return due === issue.routeDue ? {} : { routeDue: due }
    }
    case 'assigned':
    case 'handling': {
      const dues = duesNow(issue, context)
      const promised = issue.stage === 'handling' ? issue.work.nextReply : undefined
      const nextReply = promised && onWorkingDay(context, promised)
      return {
        ...(!sameDues(dues, issue.assignment.dues) && { dues }),
        ...(nextReply !== promised && { nextReply }),
        ...movedRefund(issue, context),
      }
    }
    case 'confirming': {
      const due = daysAfter(context, issue.closure.at, level.confirmDays)
      return issue.ruling || due === issue.confirmDue ? {} : { confirmDue: due }
    }
    case 'closed': {
      const until = daysAfter(context, issue.confirmation.at, level.reopenDays)
      const final = issue.history || issue.archivedAt || issue.confirmation.result === 'unsolved'
      return {
        ...(!final && until !== issue.reopenUntil && { reopenUntil: until }),
        ...movedStay(issue, context),
      }
    }
    default:
      return {}
  }
}

/** Due times as today's calendar has them; nothing happens where none has moved. */
export const recomputeDues: Decider<'recomputeDues'> = (issue, _, context) => {
  const changes = moved(issue, context)
  if (Object.keys(changes).length === 0) return []
  return [{ type: 'DuesRecomputed', calendar: context.calendar.version, ...changes }]
}
