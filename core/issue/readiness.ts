import type { Principal } from '../principal.ts'
import { withoutOutcome } from '../referral/referrals.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { CommandName } from './commands.ts'
import { canGive } from './decide/can-give.ts'
import type { Issue } from './issue.ts'

type Readiness = (issue: Issue) => Refusal | undefined

const pauseOf = (issue: Issue) => (issue.stage === 'handling' ? issue.work.pause : undefined)
const askedOf = (issue: Issue) => (issue.stage === 'handling' ? issue.assignment.extensionAsked : undefined)
const rulingOf = (issue: Issue) => (issue.stage === 'confirming' ? issue.ruling : undefined)

/** What an issue must have, or must not have, before a step makes sense: what a button says before it is pressed. */
const readiness: Partial<Record<CommandName, Readiness>> = {
  askExtension: (issue) => {
    if (pauseOf(issue)) return refuse('issuePaused')
    return askedOf(issue) ? refuse('extensionPending') : undefined
  },
  decideExtension: (issue) => (askedOf(issue) ? undefined : refuse('noExtensionAsked')),
  pauseIssue: (issue) => (pauseOf(issue) ? refuse('alreadyPaused') : undefined),
  resumeIssue: (issue) => (pauseOf(issue) ? undefined : refuse('notPaused')),
  proposeClosure: (issue) => {
    if (pauseOf(issue)) return refuse('issuePaused')
    return withoutOutcome(issue.financing).length > 0 ? refuse('referralsOpen') : undefined
  },
  decideSupervision: (issue) => (issue.supervision?.due ? refuse('alreadySupervised') : undefined),
  disputeClosure: (issue) => (rulingOf(issue) ? refuse('rulingPending') : undefined),
  recordFailedCall: (issue) => (rulingOf(issue) ? refuse('rulingPending') : undefined),
  ruleOnDispute: (issue) => (rulingOf(issue) ? undefined : refuse('nothingToRule')),
  returnAssignment: (issue) =>
    issue.stage === 'assigned' && issue.assignment.final ? refuse('returnIsFinal') : undefined,
  joinCommon: (issue) => {
    if (issue.parent) return refuse('inAnotherCommon')
    return issue.children?.length ? refuse('isCommonItself') : undefined
  },
  leaveCommon: (issue) => (issue.parent ? undefined : refuse('notInCommon')),
  recordCommonOutcome: (issue) => (issue.children?.length ? undefined : refuse('notACommonIssue')),
}

/** Whether a step is offered to someone now: allowed, at the right stage, and with something to do. */
export const canOffer = (name: CommandName, issue: Issue, principal: Principal): true | Refusal => {
  const may = canGive(name, issue, principal)
  return isRefusal(may) ? may : (readiness[name]?.(issue) ?? true)
}
