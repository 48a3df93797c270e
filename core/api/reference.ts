import * as z from 'zod'
import { kindsOfReference } from '../reference/records.ts'
import { CalendarDate, Instant } from '../scalars.ts'
import { Cursor, Limit, page } from './issues.ts'

export const ReferenceParams = z.object({ kind: z.enum(kindsOfReference) })
export const ListReference = z.strictObject({ limit: Limit, cursor: Cursor.optional() })

/** A record of any kind: what all have, and what its kind has besides. */
export const AnyRecord = z.looseObject({
  id: z.string(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: z.string(),
})

/** All validities, by id and day, and who added them: what the office began with was added by nobody. */
export const ReferenceList = page(AnyRecord).extend({
  added: z.array(
    z.object({
      id: z.string(),
      validFrom: CalendarDate,
      at: Instant,
      by: z.string(),
      byName: z.string().optional(),
    }),
  ),
})
export type ReferenceList = z.infer<typeof ReferenceList>

export const ReferenceAdded = z.object({ kind: z.enum(kindsOfReference), record: AnyRecord })
