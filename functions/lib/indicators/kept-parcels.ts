import * as z from 'zod'
import type { Parcel } from '../../../core/indicators/contributions.ts'

const Parcels = z.array(
  z.object({ month: z.string(), dims: z.array(z.string()), counts: z.record(z.string(), z.number()) }),
)

const jsonOf = (text: string, ctx: z.RefinementCtx) => {
  try {
    return JSON.parse(text)
  } catch {
    ctx.addIssue({ code: 'custom', message: 'no JSON' })
    return z.NEVER
  }
}

/**
 * What was counted of an issue, as its rows keep it: one text, because nobody asks the table for a part of it, and a
 * table that keeps every number apart reads it four times as long. Rows of an earlier version hold a list.
 */
export const KeptParcels = z.union([z.string().transform(jsonOf).pipe(Parcels), Parcels])

export const keptParcels = (parcels: readonly Parcel[]): string => JSON.stringify(parcels)
