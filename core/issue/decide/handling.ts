import { addWorkingDays } from '../../calendar/working-day.ts'
import { withoutOutcome } from '../../referral/referrals.ts'
import { refuse } from '../../refusal.ts'
import { instantAt, localDate } from '../../zone-time.ts'
import { levelFor } from '../clocks.ts'
import { missingFor } from '../missing.ts'
import { daysFromNow } from './dates.ts'
import { type Decider, noteOf } from './decider.ts'
import { notCited } from './policy.ts'

export const recordContact: Decider<'recordContact'> = (_, { channel, text }) => [
  { type: 'ContactRecorded', channel, ...noteOf(text) },
]

export const recordReply: Decider<'recordReply'> = (_, { text, nextReplyOn }, context) => {
  if (nextReplyOn !== undefined && nextReplyOn <= localDate(context.now)) {
    const message = '下次答复日期须在今天之后，请填写能够兑现的日期'
    return refuse('dateInThePast', { fields: [{ pointer: '/nextReplyOn', message }] })
  }
  const nextReply = nextReplyOn && addWorkingDays(context.calendar, instantAt(nextReplyOn, '00:00'), 0).at
  return [{ type: 'ReplyRecorded', ...(nextReply && { nextReply }), note: { text } }]
}

export const proposeClosure: Decider<'proposeClosure'> = (issue, input, context) => {
  const { closure, text, reviewOn } = input
  if (issue.work.pause) return refuse('issuePaused')
  if (withoutOutcome(issue.financing).length > 0) return refuse('referralsOpen')
  if (closure === 'notYet' && !reviewOn) {
    return refuse('reviewDateMissing', { fields: [{ pointer: '/reviewOn', message: '请填写下次复核日期' }] })
  }
  if (reviewOn !== undefined && reviewOn <= localDate(context.now)) {
    return refuse('dateInThePast', { fields: [{ pointer: '/reviewOn', message: '复核日期须在今天之后' }] })
  }
  const unfounded = notCited(issue, input, context)
  if (unfounded) return unfounded
  const { cited, citedElse } = input
  const missing = missingFor(issue, closure)
  if (missing.length > 0) {
    const what = missing.map(({ zh }) => zh).join('；')
    return refuse('resultMissing', {
      detail: `${what}。`,
      fields: [{ pointer: '/closure', message: what }],
    })
  }
  return [
    {
      type: 'ClosureProposed',
      closure,
      ...(cited && { cited }),
      ...(citedElse && { citedElse }),
      ...(reviewOn && { reviewOn }),
      confirmDue: daysFromNow(context, levelFor(context, issue.urgency).confirmDays),
      note: { text },
    },
  ]
}
