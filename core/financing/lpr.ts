import * as z from 'zod'
import { CalendarDate, text, UnitId } from '../scalars.ts'
import { daysBetween } from '../zone-time.ts'

/**
 * The loan prime rate as published on `validFrom` by the National Interbank Funding Center, in basis points (3.00% is
 * 300). It is published on the 20th of every month, or the working day after; a month without change may have a
 * record of its own, which says that somebody looked.
 */
export const Lpr = z.object({
  id: UnitId,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: text(300),
  oneYearBp: z.int().min(1).max(2000),
  fiveYearBp: z.int().min(1).max(2000),
})
export type Lpr = z.infer<typeof Lpr>

/** A month, and the longest that a holiday has put a publication off. */
const publishedWithinDays = 40

export const LprAnswer = z.discriminatedUnion('known', [
  z.object({
    known: z.literal('yes'),
    publishedOn: CalendarDate,
    oneYearBp: z.int(),
    fiveYearBp: z.int(),
    source: z.string(),
  }),
  /** The last one recorded is so old that there must have been publications since: they may have changed it. */
  z.object({
    known: z.literal('toCheck'),
    publishedOn: CalendarDate,
    oneYearBp: z.int(),
    fiveYearBp: z.int(),
    source: z.string(),
  }),
  z.object({ known: z.literal('no') }),
])
export type LprAnswer = z.infer<typeof LprAnswer>

/**
 * The LPR for a contract signed on a date. Before the first record nothing is said; long after the last one the rate
 * is the latest known and has to be checked.
 */
export const lprOn = (records: readonly Lpr[], date: string): LprAnswer => {
  let found: Lpr | undefined
  let later = false
  for (const record of records) {
    if (record.validFrom > date) later = true
    else if (!found || record.validFrom > found.validFrom) found = record
  }
  if (!found || (found.validTo !== undefined && found.validTo < date)) return { known: 'no' }
  const { validFrom, oneYearBp, fiveYearBp, source } = found
  // Where a later publication is recorded the table has been kept: what it does not name was no change.
  const old = !later && daysBetween(validFrom, date) > publishedWithinDays
  return { known: old ? 'toCheck' : 'yes', publishedOn: validFrom, oneYearBp, fiveYearBp, source }
}
