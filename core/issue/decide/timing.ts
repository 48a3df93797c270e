import { resumeDue } from '../../calendar/pause.ts'
import { addWorkingDays } from '../../calendar/working-day.ts'
import { refuse } from '../../refusal.ts'
import { instantAt, localDate } from '../../zone-time.ts'
import type { Context } from '../context.ts'
import type { IssueAt } from '../issue.ts'
import { dueCommand } from '../standing.ts'
import { today } from './dates.ts'
import { type Decider, noteOf } from './decider.ts'

const endOf = (context: Context, date: string) =>
  addWorkingDays(context.calendar, instantAt(date, '00:00'), 0)

const field = (pointer: string, message: string) => ({ fields: [{ pointer, message }] })

/** Asked at least one working day before the due time, with a reason and a later date. */
export const askExtension: Decider<'askExtension'> = (issue, { until, text }, context) => {
  const { assignment, work } = issue
  if (work.pause) return refuse('issuePaused')
  if (assignment.extensionAsked) return refuse('extensionPending')
  // Counted in days: after a pause the due time itself may lie in the middle of one.
  const lastDay = endOf(context, localDate(assignment.dues.close)).at
  if (addWorkingDays(context.calendar, context.now, 1).at > lastDay) return refuse('extensionTooLate')
  const end = endOf(context, until).at
  if (end <= assignment.dues.close)
    return refuse('extensionNotLater', field('/until', '须晚于现在的办结期限'))
  return [{ type: 'ExtensionAsked', until: end, note: { text } }]
}

/** Dispatcher or manager decide; a granted date may differ from the one that was asked for. */
export const decideExtension: Decider<'decideExtension'> = (issue, { granted, until, text }, context) => {
  const { assignment } = issue
  if (!assignment.extensionAsked) return refuse('noExtensionAsked')
  if (!granted) return [{ type: 'ExtensionDecided', granted, note: { text } }]
  const end = endOf(context, until ?? localDate(assignment.extensionAsked.until))
  const close = end.at
  if (close <= assignment.dues.close)
    return refuse('extensionNotLater', field('/until', '须晚于现在的办结期限'))
  if (close <= context.now) return refuse('dateInThePast', field('/until', '延期后的日期须在今天之后'))
  const provisional = end.provisional ? { provisional: true } : {}
  return [{ type: 'ExtensionDecided', granted, close, ...provisional, note: { text } }]
}

export const pauseIssue: Decider<'pauseIssue'> = (issue, { reason, resumeOn, text }, context) => {
  if (issue.work.pause) return refuse('alreadyPaused')
  if (resumeOn <= today(context)) {
    return refuse('dateInThePast', field('/resumeOn', '计划恢复日期须在今天之后'))
  }
  const opening = instantAt(resumeOn, context.calendar.hours[0]?.from ?? '09:00')
  return [{ type: 'IssuePaused', reason, resumeAt: opening, note: { text } }]
}

const laterOf = (a: string, b = a) => [a, b].toSorted().at(-1) ?? a

/** Each clock gets back just the working time that was left to it when it stopped. */
const shifted = (issue: IssueAt<'handling'>, pausedAt: string, resumedAt: string, context: Context) => {
  const { dues } = issue.assignment
  const { nextReply, repliedAt } = issue.work
  const later = (dueAt: string, from = pausedAt) =>
    resumeDue(context.calendar, { pausedAt: from, dueAt, resumedAt })
  // What was promised to the firm during the pause has stood still only since then.
  const promisedAt = laterOf(pausedAt, repliedAt)
  const [contact, reply, close] = [later(dues.contact), later(dues.reply), later(dues.close)]
  const provisional = dues.provisional || contact.provisional || reply.provisional || close.provisional
  return {
    dues: {
      accept: dues.accept,
      contact: contact.at,
      reply: reply.at,
      close: close.at,
      ...(dues.assist && { assist: later(dues.assist).at }),
      ...(dues.closeOriginal && { closeOriginal: later(dues.closeOriginal).at }),
      ...(provisional && { provisional: true }),
    },
    ...(nextReply && { nextReply: later(nextReply, promisedAt).at }),
  }
}

/** The supervision's own clock stands still too, from when it began to run. */
const supervisionAfter = (
  { supervision, work }: IssueAt<'handling'>,
  resumedAt: string,
  context: Context,
) => {
  if (!supervision?.due || !work.pause) return {}
  const pausedAt = laterOf(work.pause.at, supervision.decidedAt)
  return { supervisionDue: resumeDue(context.calendar, { pausedAt, dueAt: supervision.due, resumedAt }).at }
}

/**
 * People resume when they can; the clock does on the planned day. An office that was shut down on that day goes on
 * from it all the same.
 */
export const resumeIssue: Decider<'resumeIssue'> = (issue, { text }, context) => {
  const { pause } = issue.work
  if (!pause) return []
  const byClock = context.principal.role === 'system'
  if (byClock && dueCommand(issue, context.now, context.calendar) !== 'resumeIssue') return []
  const late = pause.resumeAt < context.now
  const resumedAt = late ? pause.resumeAt : context.now
  const clocks = {
    ...shifted(issue, pause.at, resumedAt, context),
    ...supervisionAfter(issue, resumedAt, context),
  }
  return [{ type: 'IssueResumed', resumedAt, ...clocks, ...noteOf(text) }]
}

export const decideSupervision: Decider<'decideSupervision'> = (issue, { opened, dueOn, text }, context) => {
  if (issue.supervision?.due) return refuse('alreadySupervised')
  const alreadyLet = !opened && issue.supervision?.decidedAt !== undefined
  if (alreadyLet) return []
  if (!opened) return [{ type: 'SupervisionDecided', opened, note: { text } }]
  if (!dueOn) return refuse('supervisionDueMissing', field('/dueOn', '请填写督办期限'))
  const due = endOf(context, dueOn).at
  if (due <= context.now) return refuse('dateInThePast', field('/dueOn', '督办期限不能早于今天'))
  return [{ type: 'SupervisionDecided', opened, due, note: { text } }]
}
