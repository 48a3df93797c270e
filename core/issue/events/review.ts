import * as z from 'zod'
import { CalendarDate } from '../../scalars.ts'
import { Dues } from '../parts.ts'
import { words } from './words.ts'

/** What is kept on the list (挂账) comes up on its day, and is looked at. */
export const reviewEvents = {
  ReviewDueRecorded: z.object({ type: z.literal('ReviewDueRecorded'), reviewOn: CalendarDate }),
  ClosureReviewed: z.object({
    type: z.literal('ClosureReviewed'),
    /** Present where the conditions are met by now and the work goes on. */
    redo: Dues.optional(),
    /** Present where it stays on the list. */
    reviewOn: CalendarDate.optional(),
    ...words(),
  }),
} as const
