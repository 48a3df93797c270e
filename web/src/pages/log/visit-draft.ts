import type { Category, Urgency, VisitKind } from '../../../../core/words.ts'

/** A visit as it is being typed: everything is text until it is sent. */
export type FirmDraft = { uscc: string; name: string; park?: string; isNew?: boolean; confirmUscc?: boolean }
export type IssueDraft = {
  /** Tells it apart on the form from others that say the same. */
  id: string
  uscc?: string
  category?: Category
  content: string
  urgency: Urgency
  contactName: string
  contactPhone: string
  amountWan: string
  termMonths: string
  creditWan: string
  post: string
  headcount: string
  /** Posts with all that is known of them, each as it is typed, with an `id` too; drafts of an older release have none. */
  posts?: Record<string, string>[]
  /** The earlier issue that it repeats. */
  repeatOf: string
}
export type VisitDraft = {
  /** Set where the visit itself stands already and only an issue of it is corrected. */
  visit?: string
  kind: VisitKind
  title: string
  on: string
  line: string
  trained?: string
  leaflets?: string
  place?: string
  noIssues: boolean
  firms: FirmDraft[]
  issues: IssueDraft[]
}

export const newId = () => crypto.randomUUID()

export const emptyIssue = (): IssueDraft => ({
  id: newId(),
  content: '',
  urgency: 'ordinary',
  contactName: '',
  contactPhone: '',
  amountWan: '',
  termMonths: '',
  creditWan: '',
  post: '',
  headcount: '',
  repeatOf: '',
})

export const emptyVisit = (on: string): VisitDraft => ({
  kind: 'visit',
  title: '',
  on,
  line: '',
  noIssues: false,
  firms: [],
  issues: [emptyIssue()],
})

/** A draft as it was kept: in an older release its issues and posts had no ids. */
export const withIds = (kept: VisitDraft): VisitDraft => ({
  ...kept,
  issues: kept.issues.map((issue) => ({
    ...issue,
    id: issue.id ?? newId(),
    ...(issue.posts && { posts: issue.posts.map((post) => ({ id: newId(), ...post })) }),
  })),
})

export const isUntouched = (draft: VisitDraft) =>
  draft.firms.length === 0 &&
  !draft.line &&
  !draft.trained &&
  !draft.leaflets &&
  !draft.place &&
  !draft.noIssues &&
  draft.issues.every((issue) => !issue.content && !issue.category)

/** The fields that a category asks for, beside what was said. */
export const fieldsOf: Readonly<Record<Category, readonly (keyof IssueDraft)[]>> = {
  hiring: ['post', 'headcount'],
  financing: ['amountWan', 'termMonths'],
  taxRefund: ['creditWan'],
  policy: [],
  other: [],
}
