import { refuse } from '../../refusal.ts'
import { reviewAt } from '../review.ts'
import { dueCommand } from '../standing.ts'
import { newDues } from './closing.ts'
import { today } from './dates.ts'
import type { Decider } from './decider.ts'

/** Said once for each day on which something kept on the list comes up. */
export const recordReviewDue: Decider<'recordReviewDue'> = (issue, _, context) => {
  const { reviewOn } = issue.closure
  if (!reviewOn || dueCommand(issue, context.now, context.calendar) !== 'recordReviewDue') return []
  return [{ type: 'ReviewDueRecorded', reviewOn }]
}

/** The work goes on, or it stays on the list until another day, or it comes off the list; also before the day. */
export const reviewClosure: Decider<'reviewClosure'> = (issue, { redo, reviewOn, text }, context) => {
  if (reviewAt(issue) === undefined) return refuse('nothingToReview')
  if (redo && reviewOn) {
    const message = '继续办理的不填下次复核日期'
    return refuse('badInput', { fields: [{ pointer: '/reviewOn', message }] })
  }
  if (reviewOn && reviewOn <= today(context)) {
    return refuse('dateInThePast', {
      fields: [{ pointer: '/reviewOn', message: '下次复核日期须在今天之后' }],
    })
  }
  const outcome = redo ? { redo: newDues(issue, context) } : reviewOn ? { reviewOn } : {}
  return [{ type: 'ClosureReviewed', ...outcome, note: { text } }]
}
