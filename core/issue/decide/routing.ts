import { validOn } from '../../reference/records.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { routeByRules as askTheRules } from '../../routing.ts'
import { localDate } from '../../zone-time.ts'
import { dueAfter, duesOf, levelFor, routeDue } from '../clocks.ts'
import type { CommandInput } from '../commands.ts'
import type { Context } from '../context.ts'
import type { Issue, IssueAt } from '../issue.ts'
import { type Decider, noteOf } from './decider.ts'

const departments = (context: Context) => validOn(context.reference.department, localDate(context.now))

const unknownAmong = (context: Context, ids: readonly string[]): Refusal | undefined => {
  const known = new Set(departments(context).map((department) => department.id))
  const index = ids.findIndex((id) => !known.has(id))
  if (index < 0) return undefined
  const pointer = index === 0 ? '/department' : `/assisting/${index - 1}`
  return refuse('unknownDepartment', { fields: [{ pointer, message: `没有部门 ${ids[index]}` }] })
}

type Basis = { by: 'rule' | 'ledger' | 'dispatcher' | 'transfer'; rule?: string }

/** Each is asked once, and no department to assist itself. */
const helpersIn = ({ department, assisting = [] }: CommandInput<'routeIssue'>) =>
  [...new Set(assisting)].filter((one) => one !== department)

const assignmentTo = (issue: Issue, context: Context, basis: Basis, input: CommandInput<'routeIssue'>) => {
  const assisting = helpersIn(input)
  const assisted = assisting.length > 0
  return {
    department: input.department,
    ...(assisted && { assisting }),
    basis,
    ...duesOf(context, issue, { complexity: input.complexity, assisted }),
  }
}

/** An imported ledger's own 责任单位 goes before the rules: the office had already decided. */
const namedByLedger = (issue: IssueAt<'logged'>, context: Context) =>
  departments(context).find((department) => department.name === issue.ledgerDepartment)

export const routeByRules: Decider<'routeByRules'> = (issue, _, context) => {
  if (issue.leftToDispatcher) return []
  const named = namedByLedger(issue, context)
  if (named) {
    const assignment = assignmentTo(issue, context, { by: 'ledger' }, { department: named.id })
    return [{ type: 'IssueRouted', ...assignment }]
  }
  const answer = askTheRules(issue, validOn(context.reference.routingRule, localDate(context.now)))
  const suggestion = answer.certain ? answer.department : answer.suggestion
  const usable = suggestion !== undefined && !unknownAmong(context, [suggestion]) ? suggestion : undefined
  if (answer.certain && usable) {
    const basis = { by: 'rule' as const, rule: answer.rule }
    return [{ type: 'IssueRouted', ...assignmentTo(issue, context, basis, { department: usable }) }]
  }
  return [{ type: 'RoutingLeftToDispatcher', ...(usable && { suggestion: usable }) }]
}

/**
 * Routing after a return is the ruling on it: to the same department means sent back, which is final; to another
 * means upheld. From the second return on the manager rules.
 */
export const routeIssue: Decider<'routeIssue'> = (issue, input, context) => {
  const unknown = unknownAmong(context, [input.department, ...(input.assisting ?? [])])
  if (unknown) return unknown
  const last = issue.returns?.at(-1)
  if ((issue.returns?.length ?? 0) > 1 && context.principal.role !== 'manager') return refuse('managerRules')
  const ruling = last && (last.department === input.department ? 'sentBack' : 'upheld')
  const assignment = assignmentTo(issue, context, { by: 'dispatcher' }, input)
  return [{ type: 'IssueRouted', ...assignment, ...(ruling && { ruling }), ...noteOf(input.text) }]
}

export const returnAssignment: Decider<'returnAssignment'> = (issue, input, context) => {
  if (issue.assignment.final) return refuse('returnIsFinal')
  const { returnDays } = levelFor(context, issue.urgency)
  if (context.now > dueAfter(context.calendar, issue.assignment.at, { days: returnDays }).at) {
    return refuse('returnTooLate')
  }
  return [
    {
      type: 'AssignmentReturned',
      reason: input.reason,
      routeDue: routeDue(context, issue.urgency),
      note: { text: input.text },
    },
  ]
}

export const transferIssue: Decider<'transferIssue'> = (issue, input, context) => {
  const unknown = unknownAmong(context, [input.department, ...(input.assisting ?? [])])
  if (unknown) return unknown
  if (input.department === issue.assignment.department) return refuse('sameDepartment')
  const assignment = assignmentTo(issue, context, { by: 'transfer' }, input)
  return [{ type: 'IssueTransferred', ...assignment, ...noteOf(input.text) }]
}

export const acceptAssignment: Decider<'acceptAssignment'> = () => [{ type: 'AssignmentAccepted' }]

export const declineIssue: Decider<'declineIssue'> = (_, { ground, text }) => [
  { type: 'IssueDeclined', ground, note: { text } },
]

export const mergeIssue: Decider<'mergeIssue'> = (issue, { into, text }, context) => {
  if (into === issue.id) return refuse('mergeIntoItself')
  if (!context.mergeTargetOpen) return refuse('mergeTargetOver')
  return [{ type: 'IssueMerged', into, ...noteOf(text) }]
}

export const absorbMerged: Decider<'absorbMerged'> = (issue, { from }) =>
  issue.absorbed?.includes(from) ? [] : [{ type: 'MergeAbsorbed', from }]
