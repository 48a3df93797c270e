import type { Step } from './step.ts'

/** Closures for conditions not yet met (挂账) are looked at again. */
export const reviewSteps = {
  recordReviewDue: {
    zh: '挂账复核到期',
    en: 'bring up for review',
    who: ['system'],
    from: ['closed'],
    makes: ['ReviewDueRecorded'],
    door: 'clock',
  },
  reviewClosure: {
    zh: '挂账复核',
    en: 'review what is kept on the list',
    who: ['handler', 'dispatcher', 'manager'],
    from: ['closed'],
    makes: ['ClosureReviewed'],
    to: ['handling', 'closed'],
    door: 'portal',
  },
} as const satisfies Record<string, Step>
