import { actsFor, policies } from '../../permission.ts'
import { validOn } from '../../reference/records.ts'
import { refuse } from '../../refusal.ts'
import { today } from './dates.ts'
import { type Decider, noteOf } from './decider.ts'

/** An assisting department says that its part is done. Whoever acts for several says for which. */
export const recordAssistance: Decider<'recordAssistance'> = (issue, input, context) => {
  const { assisting = [], assisted = [] } = issue.assignment
  const own = assisting.filter((one) => actsFor(context.principal, one))
  if (input.department && !own.includes(input.department)) {
    return refuse('notYourUnit', { fields: [{ pointer: '/department', message: '请选择您代表的协办部门' }] })
  }
  const open = own.filter((one) => !assisted.includes(one))
  if (open.length > 1 && !input.department) {
    return refuse('whichDepartment', {
      fields: [{ pointer: '/department', message: '请写明是哪个协办部门' }],
    })
  }
  const department = open.find((one) => one === (input.department ?? one))
  return department ? [{ type: 'AssistanceGiven', department, note: { text: input.text } }] : []
}

/** One level only: a common issue has cases, and a case has none. */
export const joinCommon: Decider<'joinCommon'> = (issue, { parent, text }, context) => {
  if (issue.parent === parent) return []
  if (parent === issue.id) return refuse('mergeIntoItself')
  if (issue.parent) return refuse('inAnotherCommon')
  if (issue.children?.length || context.isCommon) return refuse('isCommonItself')
  if (!context.mergeTargetOpen) return refuse('mergeTargetOver')
  if (context.mergeTargetIsCase) return refuse('commonIsCase')
  return [{ type: 'CommonJoined', parent, ...noteOf(text) }]
}

export const leaveCommon: Decider<'leaveCommon'> = (issue, { text }) =>
  issue.parent ? [{ type: 'CommonLeft', parent: issue.parent, note: { text } }] : refuse('notInCommon')

export const adoptChild: Decider<'adoptChild'> = (issue, { child }) =>
  issue.children?.includes(child) ? [] : [{ type: 'ChildAdopted', child }]

export const releaseChild: Decider<'releaseChild'> = (issue, { child }) =>
  issue.children?.includes(child) ? [{ type: 'ChildReleased', child }] : []

/** Said once for each closing of the common issue; never a closure by itself. */
export const suggestClosure: Decider<'suggestClosure'> = (issue, { from, closure }) =>
  issue.closureSuggested?.from === from && issue.closureSuggested.closure === closure
    ? []
    : [{ type: 'ClosureSuggested', from, closure }]

export const recordCommonOutcome: Decider<'recordCommonOutcome'> = (issue, { ruleChanged, text }) =>
  issue.children?.length
    ? [{ type: 'CommonOutcomeRecorded', ruleChanged, note: { text } }]
    : refuse('notACommonIssue')

/** For leave or a change of post; whoever takes over must be able to handle it. */
export const handOver: Decider<'handOver'> = (issue, { to, text }, context) => {
  const { handler } = issue.work
  if (handler === to) return []
  const user = validOn(context.reference.user, today(context)).find((one) => one.id === to)
  if (!user || policies.handler(user, issue) !== true) {
    return refuse('notOfTheUnit', { fields: [{ pointer: '/to', message: '请选择承办部门的人' }] })
  }
  return [{ type: 'HandedOver', from: handler, to, ...noteOf(text) }]
}
