import type { askWords } from '../words.ts'
import type { Issue } from './issue.ts'

/** A decision that somebody else's desk owes on an issue which stays in the hands of its department. */
export type Desk = { desk: 'dispatcher' | 'manager'; asks: keyof typeof askWords; by: string }

/** The decisions that are owed now: an extension by the dispatcher, a supervision by the manager. */
export const desksOf = (issue: Issue): Desk[] => {
  if (issue.stage !== 'assigned' && issue.stage !== 'handling') return []
  const { supervision, assignment } = issue
  const desks: Desk[] = []
  // An extension is worth something only before the due time that it moves.
  if (assignment.extensionAsked)
    desks.push({ desk: 'dispatcher', asks: 'extension', by: assignment.dues.close })
  if (supervision?.proposedAt && !supervision.decidedAt) {
    desks.push({ desk: 'manager', asks: 'supervision', by: supervision.proposedAt })
  }
  return desks
}
