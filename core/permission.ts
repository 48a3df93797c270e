import { assistingOf, departmentOf } from './issue/in-hand.ts'
import type { Issue } from './issue/issue.ts'
import type { Principal } from './principal.ts'
import { seesReferral } from './referral/referrals.ts'
import { type Refusal, refuse } from './refusal.ts'

type Policy = (principal: Principal, issue: Issue | undefined) => true | Refusal

const role =
  (wanted: Principal['role']): Policy =>
  (principal) =>
    principal.role === wanted || refuse('notAllowed')

const heardBy = (principal: Principal, issue: Issue) =>
  issue.loggedBy === principal.id || (principal.team !== undefined && issue.source.team === principal.team)

/** In a department, or its liaison: outside units have nobody else here. */
export const actsFor = (
  principal: Pick<Principal, 'department' | 'liaisonOf'>,
  department: string | undefined,
): boolean =>
  department !== undefined &&
  (principal.department === department || (principal.liaisonOf?.includes(department) ?? false))

/** Who stands in which relation to an issue. Each allows, or refuses with the reason. */
export const policies = {
  official: role('official'),
  dispatcher: role('dispatcher'),
  manager: role('manager'),
  system: role('system'),
  handler: (principal, issue) => {
    if (principal.role !== 'handler' && principal.role !== 'dispatcher') return refuse('notAllowed')
    if (issue && actsFor(principal, departmentOf(issue))) return true
    return refuse(principal.role === 'handler' ? 'notYourUnit' : 'notAllowed')
  },
  assistingHandler: (principal, issue) => {
    if (principal.role !== 'handler') return refuse('notAllowed')
    const assists = issue && assistingOf(issue).some((department) => actsFor(principal, department))
    return assists ? true : refuse('notYourUnit')
  },
  teamThatLogged: (principal, issue) => {
    if (principal.role !== 'official') return refuse('notAllowed')
    return issue && heardBy(principal, issue) ? true : refuse('notYourUnit')
  },
  firm: (principal, issue) => {
    if (principal.role !== 'firm') return refuse('notAllowed')
    return issue && principal.issue === issue.id ? true : refuse('notYourUnit')
  },
  banker: (principal, issue) => {
    if (principal.role !== 'banker') return refuse('notAllowed')
    const opened = principal.issue === undefined || principal.issue === issue?.id
    const sent = opened && issue?.financing?.referrals?.some((one) => seesReferral(principal, one))
    // Another bank's referral is not told from one that does not exist.
    return sent ? true : refuse('unknownReferral')
  },
  outsideTheDepartment: (principal, issue) => {
    if (!['official', 'dispatcher', 'manager'].includes(principal.role)) {
      return refuse(principal.role === 'handler' ? 'mustBeOutside' : 'notAllowed')
    }
    if (!issue) return refuse('notAllowed')
    if (actsFor(principal, departmentOf(issue))) return refuse('mustBeOutside')
    return principal.role !== 'official' || heardBy(principal, issue) ? true : refuse('notYourUnit')
  },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies

/** The closest miss is the most useful reason: "not your unit" says more than "not your role". */
const closeness = { mustBeOutside: 2, unknownReferral: 1, notYourUnit: 1 } as Record<string, number>

/** Allowed by any one of the named policies, or refused with the closest miss. */
export const allowedByAny = (
  names: readonly PolicyName[],
  principal: Principal,
  issue: Issue | undefined,
): true | Refusal => {
  let best = refuse('notAllowed')
  for (const name of names) {
    const answer: true | Refusal = policies[name](principal, issue)
    if (answer === true) return true
    if ((closeness[answer.refused] ?? 0) > (closeness[best.refused] ?? 0)) best = answer
  }
  return best
}

/** Whether someone may read an issue at all; what of it they see is said in `privacy.ts`. */
export const mayRead = (principal: Principal, issue: Issue): true | Refusal => {
  switch (principal.role) {
    case 'system':
    case 'dispatcher':
    case 'manager':
    case 'auditor':
      return true
    case 'official':
      return policies.teamThatLogged(principal, issue)
    case 'handler':
      return allowedByAny(['handler', 'assistingHandler'], principal, issue)
    case 'firm':
      return policies.firm(principal, issue)
    case 'banker':
    case 'admin':
      return refuse('notAllowed')
  }
}

/** Whether someone stands so close to an issue that names and phone numbers are shown in full: nobody, once it is in the archive. */
export const handlesIt = (principal: Principal, issue: Issue): boolean =>
  issue.recordArchived === undefined &&
  (principal.role === 'dispatcher' ||
    allowedByAny(['handler', 'assistingHandler', 'teamThatLogged', 'firm'], principal, issue) === true)
