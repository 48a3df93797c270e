import { addWorkingDays } from '../../calendar/working-day.ts'
import { localDate } from '../../zone-time.ts'
import { levelFor } from '../clocks.ts'
import type { Context } from '../context.ts'
import type { Issue } from '../issue.ts'

export const today = (context: Context) => localDate(context.now)

/** The end of so many working days, counted from now. */
export const daysFromNow = (context: Context, days: number) =>
  addWorkingDays(context.calendar, context.now, days).at

/** Until when what has ended may be taken up again, as the service level says. */
export const reopenUntil = (issue: Issue, context: Context) =>
  daysFromNow(context, levelFor(context, issue.urgency).reopenDays)
