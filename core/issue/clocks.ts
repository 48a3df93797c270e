import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/working-day.ts'
import { addWorkingMinutes } from '../calendar/working-time.ts'
import { type Reference, type ServiceLevel, validOn, type WorkingTime } from '../reference/records.ts'
import type { Category, Complexity, Urgency } from '../words.ts'
import { instantAt, localDate } from '../zone-time.ts'
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

/** A due date that whoever sent the issue has imposed; it binds where it is the earlier one. */
const imposedOn = (timing: Timing, issue: Pick<Issue, 'source'>): string | undefined => {
  const dueOn = issue.source.outside?.dueOn
  return dueOn && addWorkingDays(timing.calendar, instantAt(dueOn, '00:00'), 0).at
}

/** The due times of an issue's assignment that begins now: of its kind, for its helpers, and as imposed from outside. */
export const duesOf = (
  timing: Timing,
  issue: Pick<Issue, 'urgency' | 'category' | 'source'>,
  more: { complexity?: Complexity | undefined; assisted: boolean },
): { complexity: Complexity; dues: Dues } => {
  const { complexity, dues } = duesFrom(timing, issue.urgency, issue.category, more.complexity)
  const imposed = imposedOn(timing, issue)
  const { assist } = levelFor(timing, issue.urgency)
  return {
    complexity,
    dues: {
      ...dues,
      ...(imposed && imposed < dues.close && { close: imposed }),
      ...(more.assisted && { assist: dueAfter(timing.calendar, timing.now, assist).at }),
    },
  }
}
