import * as z from 'zod'
import { CalendarDate, text } from '../../scalars.ts'

/** Closures for conditions not yet met (挂账) are looked at again on the day that they name. */
export const reviewCommands = {
  recordReviewDue: z.strictObject({}),
  reviewClosure: z.strictObject({
    redo: z.boolean(),
    /** To keep it on the list until another day. */
    reviewOn: CalendarDate.optional(),
    text: text(4000),
  }),
} as const
