import * as z from 'zod'
import { Instant } from '../scalars.ts'
import { countNames } from '../visit-counts.ts'

const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份形如 2026-11')
/** As many months as one request adds up. */
export const mostMonths = 36

export const CountsQuery = z.strictObject({ from: Month, to: Month })
const Opened = z.object({
  month: z.string(),
  value: z.int(),
  /** The records behind it, below `/api/v1`. */
  opens: z.string(),
})
/** What such an office publishes, each number with the records that it is made of. */
export const Counts = z.object({
  from: z.string(),
  to: z.string(),
  asOf: Instant,
  items: z.array(
    z.object({
      name: z.enum(countNames),
      zh: z.string(),
      en: z.string(),
      /** What is counted, in a sentence. */
      formula: z.object({ zh: z.string(), en: z.string() }),
      value: z.int(),
      months: z.array(Opened),
      /** For what is counted as of now and not by month. */
      opens: z.string().optional(),
    }),
  ),
})
export type Counts = z.infer<typeof Counts>
