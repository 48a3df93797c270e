import { resumeDue } from '../../calendar/pause.ts'
import { addWorkingDays } from '../../calendar/working-day.ts'
import { refuse } from '../../refusal.ts'
import { instantAt, localDate } from '../../zone-time.ts'
import type { Context } from '../context.ts'
import type { IssueAt } from '../issue.ts'
import { dueCommand } from '../standing.ts'
import { type Decider, noteOf } from './decider.ts'
import { today } from './time.ts'

const endOf = (context: Context, date: string) =>
  addWorkingDays(context.calendar, instantAt(date, '00:00'), 0)

const field = (pointer: string, message: string) => ({ fields: [{ pointer, message }] })

/** Asked at least one working day before the due time, with a reason and a later date. */
export const askExtension: Decider<'askExtension'> = (issue, { until, text }, context) => {
  const { assignment, work } = issue
  if (work.pause) return refuse('issuePaused')
  if (assignment.extensionAsked) return refuse('extensionPending')
  if (addWorkingDays(context.calendar, context.now, 1).at > assignment.dues.close)
    return refuse('extensionTooLate')
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

/** Each clock gets back just the working time that was left to it when it stopped. */
const shifted = (issue: IssueAt<'handling'>, pausedAt: string, context: Context) => {
  const { dues } = issue.assignment
  const later = (dueAt: string) => resumeDue(context.calendar, { pausedAt, dueAt, resumedAt: context.now })
  const [contact, reply, close] = [later(dues.contact), later(dues.reply), later(dues.close)]
  const provisional = dues.provisional || contact.provisional || reply.provisional || close.provisional
  return {
    dues: {
      accept: dues.accept,
      contact: contact.at,
      reply: reply.at,
      close: close.at,
      ...(dues.closeOriginal && { closeOriginal: later(dues.closeOriginal).at }),
      ...(provisional && { provisional: true }),
    },
    ...(issue.work.nextReply && { nextReply: later(issue.work.nextReply).at }),
  }
}

/** People resume when they can; the clock does on the planned day. */
export const resumeIssue: Decider<'resumeIssue'> = (issue, { text }, context) => {
  const { pause } = issue.work
  if (!pause) return []
  const byClock = context.principal.role === 'system'
  if (byClock && dueCommand(issue, context.now, context.calendar) !== 'resumeIssue') return []
  return [{ type: 'IssueResumed', ...shifted(issue, pause.at, context), ...noteOf(text) }]
}

export const decideSupervision: Decider<'decideSupervision'> = (issue, { opened, dueOn, text }, context) => {
  if (issue.supervision?.due) return refuse('alreadySupervised')
  if (!opened) return [{ type: 'SupervisionDecided', opened, note: { text } }]
  if (!dueOn) return refuse('supervisionDueMissing', field('/dueOn', '请填写督办期限'))
  if (dueOn < today(context)) return refuse('dateInThePast', field('/dueOn', '督办期限不能早于今天'))
  return [{ type: 'SupervisionDecided', opened, due: endOf(context, dueOn).at, note: { text } }]
}
