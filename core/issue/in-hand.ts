import type { Issue } from './issue.ts'

/** The department that has, or had, the issue in hand. */
export const departmentOf = (issue: Issue): string | undefined =>
  'assignment' in issue ? issue.assignment?.department : undefined

export const assistingOf = (issue: Issue): readonly string[] =>
  'assignment' in issue ? (issue.assignment?.assisting ?? []) : []
