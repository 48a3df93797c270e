import { refuse } from '../../refusal.ts'
import { erasable, keptOf, overSince, retentionOn } from '../../retention/due.ts'
import { ruleName } from '../../retention/retention.ts'
import { dateAddMonths, localDate } from '../../zone-time.ts'
import type { Context } from '../context.ts'
import { today } from './dates.ts'
import type { Decider } from './decider.ts'

const ruleOf = (context: Context) => retentionOn(context.reference.retention, today(context))

const notBefore = (due: string) =>
  refuse('notDueYet', { detail: `保存期限到 ${due} 届满，届满后才能办理。`, about: { due } })

export const archiveRecord: Decider<'archiveRecord'> = (issue, _, context) => {
  if (issue.recordArchived) return []
  const since = overSince(issue)
  if (since === undefined) return refuse('stillGoingOn')
  const rule = ruleOf(context)
  const due = dateAddMonths(localDate(since), rule.archiveMonths)
  return due > today(context) ? notBefore(due) : [{ type: 'RecordArchived', rule: ruleName(rule) }]
}

export const erasePersonalData: Decider<'erasePersonalData'> = (issue, { request }, context) => {
  if (overSince(issue) === undefined) return refuse('stillGoingOn')
  const rule = ruleOf(context)
  const kept = keptOf(issue, rule)
  const kinds = erasable(issue, rule, today(context), request !== undefined)
  if (kinds.length > 0) {
    return [{ type: 'PersonalDataErased', kinds, rule: ruleName(rule), ...(request && { request }) }]
  }
  const next = kept.map(({ until }) => until).toSorted()[0]
  // What the law still keeps is no reason to refuse a repeat of a request that was carried out.
  return next === undefined || issue.erased ? [] : notBefore(next)
}
