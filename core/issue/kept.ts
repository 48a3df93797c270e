import { commonFields, type Issue } from './issue.ts'

/** What all stages share, without what belongs to the stage it leaves. */
export const common = (issue: Issue) =>
  Object.fromEntries(
    commonFields.filter((field) => issue[field] !== undefined).map((field) => [field, issue[field]]),
  ) as Pick<Issue, (typeof commonFields)[number]>

/** What was supervised is done, or given to others: a later lapse is proposed anew. */
export const unsupervised = (issue: Issue) => {
  const { supervision: _, ...shared } = common(issue)
  return shared
}
