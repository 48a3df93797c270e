import type { askWords } from '../words.ts'
import { departmentOf } from './in-hand.ts'
import type { Issue, IssueAt } from './issue.ts'
import { reviewAt, reviewIsDue } from './review.ts'

/** Something that another desk owes on an issue which stays in the hands of its department. */
export type Desk = {
  desk: 'dispatcher' | 'manager' | { department: string }
  asks: keyof typeof askWords
  by: string
}

/** What is kept on the list comes back to the department on its day. */
const reviewDesk = (issue: IssueAt<'closed'>): Desk[] => {
  const department = departmentOf(issue)
  const by = reviewAt(issue)
  return department && by && reviewIsDue(issue) ? [{ desk: { department }, asks: 'review', by }] : []
}

/** What is owed now: an extension by the dispatcher, a supervision by the manager, their part by those who assist. */
export const desksOf = (issue: Issue): Desk[] => {
  if (issue.stage === 'closed') return reviewDesk(issue)
  if (issue.stage !== 'assigned' && issue.stage !== 'handling') return []
  const { supervision, assignment } = issue
  const { assisting = [], assisted = [], dues } = assignment
  const desks: Desk[] = assisting
    .filter((department) => !assisted.includes(department))
    .map((department) => ({ desk: { department }, asks: 'assistance', by: dues.assist ?? dues.close }))
  // An extension is worth something only before the due time that it moves.
  if (assignment.extensionAsked) desks.push({ desk: 'dispatcher', asks: 'extension', by: dues.close })
  if (supervision?.proposedAt && !supervision.decidedAt) {
    desks.push({ desk: 'manager', asks: 'supervision', by: supervision.proposedAt })
  }
  return desks
}
