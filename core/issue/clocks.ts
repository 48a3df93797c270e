import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/working-day.ts'
import { addWorkingMinutes } from '../calendar/working-time.ts'
import { type Reference, type ServiceLevel, validOn, type WorkingTime } from '../reference/records.ts'
import type { Category, ClockName, Complexity, Urgency } from '../words.ts'
import { DAY_SECONDS, epochSeconds, instantOf, localDate } from '../zone-time.ts'
import type { Issue } from './issue.ts'
import type { Dues } from './parts.ts'

type Timing = { now: string; calendar: Calendar; reference: Pick<Reference, 'serviceLevel'> }

export const dueAfter = (calendar: Calendar, from: string, length: WorkingTime) =>
  'days' in length
    ? addWorkingDays(calendar, from, length.days)
    : addWorkingMinutes(calendar, from, length.minutes)

/** The service level of an urgency as it stands on the day; an office without one has no clocks, which is a fault. */
export const levelFor = (timing: Timing, urgency: Urgency): ServiceLevel => {
  const level = validOn(timing.reference.serviceLevel, localDate(timing.now)).find(
    (one) => one.urgency === urgency,
  )
  if (!level) throw new Error(`no service level is valid for ${urgency} issues on ${localDate(timing.now)}`)
  return level
}

/** When an issue that is to be routed should have been. */
export const routeDue = (timing: Timing, urgency: Urgency) =>
  dueAfter(timing.calendar, timing.now, levelFor(timing, urgency).route).at

/** The four due times of an assignment that begins now. */
export const duesFrom = (
  timing: Timing,
  urgency: Urgency,
  category: Category,
  complexity?: Complexity,
): { complexity: Complexity; dues: Dues } => {
  const level = levelFor(timing, urgency)
  const kind = complexity ?? level.complexityOf[category]
  const due = (length: WorkingTime) => dueAfter(timing.calendar, timing.now, length)
  const all = {
    accept: due(level.accept),
    contact: due(level.contact),
    reply: due(level.reply),
    close: due(level.close[kind]),
  }
  const provisional = Object.values(all).some((one) => one.provisional)
  return {
    complexity: kind,
    dues: {
      accept: all.accept.at,
      contact: all.contact.at,
      reply: all.reply.at,
      close: all.close.at,
      ...(provisional && { provisional }),
    },
  }
}

export type Pending = { clock: ClockName; due: string }

/** Every clock that is running on an issue, whether its time has passed or not. */
export const pendingClocks = (issue: Issue): Pending[] => {
  switch (issue.stage) {
    case 'logged':
      return [{ clock: 'route', due: issue.routeDue }]
    case 'assigned': {
      const { dues } = issue.assignment
      const pending: Pending[] = [{ clock: 'accept', due: dues.accept }]
      if (!issue.contactedAt) pending.push({ clock: 'contact', due: dues.contact })
      pending.push({ clock: 'close', due: dues.close })
      return pending
    }
    case 'handling': {
      const { dues } = issue.assignment
      const pending: Pending[] = []
      if (!issue.work.contactedAt) pending.push({ clock: 'contact', due: dues.contact })
      if (issue.work.nextReply) pending.push({ clock: 'reply', due: issue.work.nextReply })
      else if (!issue.work.repliedAt) pending.push({ clock: 'reply', due: dues.reply })
      pending.push({ clock: 'close', due: dues.close })
      return pending
    }
    case 'confirming':
      return [{ clock: 'confirm', due: issue.confirmDue }]
    default:
      return []
  }
}

const earliest = (times: string[]) => times.toSorted()[0]

const wasRecorded = (issue: Issue, pending: Pending) =>
  issue.overdue?.some((mark) => mark.clock === pending.clock && mark.due === pending.due) ?? false

/** Clocks whose time has passed and for which that has not been recorded. A confirmation lapses instead. */
export const newlyOverdue = (issue: Issue, now: string): Pending[] =>
  pendingClocks(issue).filter(
    (pending) => pending.clock !== 'confirm' && pending.due <= now && !wasRecorded(issue, pending),
  )

/** Sixty days are enough to see whether money, people or refunds have arrived. */
const verifyWithinSeconds = 60 * DAY_SECONDS

/** Whether an outcome that can be seen is still to be looked for. */
export const awaitsVerification = (issue: Issue): boolean =>
  issue.stage === 'closed' &&
  !issue.history &&
  !issue.verification &&
  (issue.closure.type === 'solved' || issue.closure.type === 'partly')

const archiveAt = (issue: Extract<Issue, { stage: 'closed' }>) => {
  if (!awaitsVerification(issue)) return issue.reopenUntil
  const verifyUntil = instantOf(epochSeconds(issue.confirmation.at) + verifyWithinSeconds)
  return [verifyUntil, issue.reopenUntil].toSorted()[1]
}

/** The next moment at which time itself changes something, or nothing when only people can. */
export const wakesAt = (issue: Issue): string | undefined => {
  if (issue.stage === 'closed') return issue.archivedAt || issue.history ? undefined : archiveAt(issue)
  const ahead = pendingClocks(issue).filter((pending) => !wasRecorded(issue, pending))
  return earliest(ahead.map((pending) => pending.due))
}

/** The deadline by which a worklist sorts: the next reply where one is promised, else the nearest clock. */
export const deadlineOf = (issue: Issue): string | undefined => {
  if (issue.stage === 'handling' && issue.work.nextReply) return issue.work.nextReply
  return earliest(pendingClocks(issue).map((one) => one.due)) ?? wakesAt(issue)
}
