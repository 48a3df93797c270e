import type { IssueEvent } from './events.ts'
import type { Issue } from './issue.ts'

const isInHand = (issue: Issue) => issue.stage === 'assigned' || issue.stage === 'handling'

/** Facts about departments and issues that belong together; undefined where an event is none of these. */
export const evolveTogether = (issue: Issue, event: IssueEvent): Issue | undefined => {
  switch (event.type) {
    case 'AssistanceGiven': {
      if (issue.stage !== 'assigned' && issue.stage !== 'handling') return issue
      const assisted = [...(issue.assignment.assisted ?? []), event.department]
      return { ...issue, assignment: { ...issue.assignment, assisted } }
    }
    case 'CommonJoined':
      return issue.stage === 'logged' || isInHand(issue) ? { ...issue, parent: event.parent } : issue
    case 'CommonLeft': {
      if (issue.stage === 'closed') return issue
      const { parent: _, closureSuggested: __, ...rest } = issue
      return rest
    }
    case 'ChildAdopted':
      return { ...issue, children: [...(issue.children ?? []), event.child] }
    case 'ChildReleased': {
      const { children = [], ...rest } = issue
      const left = children.filter((child) => child !== event.child)
      return left.length > 0 ? { ...rest, children: left } : rest
    }
    case 'ClosureSuggested':
      if (!isInHand(issue)) return issue
      return { ...issue, closureSuggested: { from: event.from, closure: event.closure, at: event.at } }
    case 'CommonOutcomeRecorded':
      return issue.stage === 'logged' ? issue : { ...issue, ruleChanged: event.ruleChanged }
    case 'HandedOver':
      // While the firm is asked, too: where it is not content, the work comes back to whoever has taken over.
      return issue.stage === 'handling' || issue.stage === 'confirming'
        ? { ...issue, work: { ...issue.work, handler: event.to } }
        : issue
    default:
      return undefined
  }
}
