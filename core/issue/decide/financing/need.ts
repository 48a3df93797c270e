import { refuse } from '../../../refusal.ts'
import { type Decider, noteOf } from '../decider.ts'
import { dayOf } from './shared.ts'

export const recordNeed: Decider<'recordNeed'> = (issue, { text, ...need }, { firm }) => {
  if (issue.category !== 'financing') return refuse('notFinancing')
  const { industry, size } = firm ?? {}
  return [
    { type: 'NeedRecorded', need, ...(industry && { industry }), ...(size && { size }), ...noteOf(text) },
  ]
}

/** A firm that cannot be referred yet gets help instead, and a day on which it is looked at again. */
export const recordConsultation: Decider<'recordConsultation'> = (
  issue,
  { help, reviewOn, text },
  context,
) => {
  if (issue.category !== 'financing') return refuse('notFinancing')
  if (reviewOn !== undefined && reviewOn <= dayOf(context)) {
    return refuse('dateInThePast', { fields: [{ pointer: '/reviewOn', message: '复核日期须在今天之后' }] })
  }
  const named = [...new Set(help)]
  return [{ type: 'ConsultationRecorded', help: named, ...(reviewOn && { reviewOn }), note: { text } }]
}
