import { instantAt } from '../zone-time.ts'
import type { IssueAt } from './issue.ts'

/** In the morning, so that whoever looks into the inbox at nine finds it. */
const morning = '09:00'

/** When what is kept on the list (挂账) comes up for review, whether that has been recorded or not. */
export const reviewAt = ({ closure, history, archivedAt }: IssueAt<'closed'>): string | undefined =>
  closure.type === 'notYet' && closure.reviewOn && !history && !archivedAt
    ? instantAt(closure.reviewOn, morning)
    : undefined

/** Whether the review has come up and nobody has made it yet. */
export const reviewIsDue = (issue: IssueAt<'closed'>): boolean =>
  reviewAt(issue) !== undefined && issue.reviewDueAt !== undefined
