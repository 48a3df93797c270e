import type { Issue } from '../../core/issue/issue.ts'
import { keys } from './keys.ts'
import type { Write } from './table.ts'

const fairsOf = (issue: Issue | undefined) => issue?.hiring?.helps?.flatMap(({ fair }) => fair ?? []) ?? []

/** Rows by which a fair finds the issues that take part in it, written with the issue's own word of it. */
export const fairWrites = (before: Issue | undefined, after: Issue): Write[] => {
  const known = new Set(fairsOf(before))
  return fairsOf(after)
    .filter((fair) => !known.has(fair))
    .map((fair) => ({ put: { ...keys.fairIssue(fair, after.id), id: after.id, firm: after.firm.name } }))
}
