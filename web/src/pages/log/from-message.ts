import type { DraftView } from '../../api/firm-queries.ts'
import { emptyIssue, type IssueDraft, isUntouched, type VisitDraft } from './visit-draft.ts'

const inWan = (yuan: number | undefined) => (yuan === undefined ? '' : String(yuan / 10_000))

type Read = Pick<DraftView, 'content' | 'category' | 'need' | 'contact' | 'firm'> &
  Partial<Pick<DraftView, 'urgency'>>

/** An issue of the form as a message says it; what was not sure stays empty. */
export const issueFrom = ({ content, category, urgency, need, contact, firm }: Read): IssueDraft => ({
  ...emptyIssue(),
  content,
  ...(firm && { uscc: firm.uscc }),
  ...(category && { category }),
  ...(urgency && { urgency }),
  amountWan: inWan(need.amountYuan),
  creditWan: inWan(need.creditYuan),
  termMonths: need.termMonths === undefined ? '' : String(need.termMonths),
  headcount: need.headcount === undefined ? '' : String(need.headcount),
  post: need.post ?? '',
  contactName: contact.name ?? '',
  contactPhone: contact.phone ?? '',
})

const isEmpty = (issue: IssueDraft) => !issue.content && !issue.category

/** The visit with what was read; nothing that somebody typed is overwritten. */
export const withMessage = (visit: VisitDraft, draft: DraftView): VisitDraft => {
  const { firm } = draft
  const known = !firm || visit.firms.some((one) => one.uscc === firm.uscc)
  // A visit is to one firm; the message may be about another than the one that was chosen.
  const takes = !known && (visit.firms.length === 0 || visit.kind === 'forum')
  const issue = issueFrom(draft)
  const { uscc: _, ...ofThisVisit } = issue
  const fits = known || takes
  return {
    ...visit,
    ...(isUntouched(visit) && visit.kind === 'visit' && { kind: 'hotline' as const }),
    firms:
      takes && firm
        ? [...visit.firms, { uscc: firm.uscc, name: firm.name, ...(firm.park && { park: firm.park }) }]
        : visit.firms,
    noIssues: false,
    issues: [...visit.issues.filter((one) => !isEmpty(one)), fits ? issue : ofThisVisit],
  }
}
