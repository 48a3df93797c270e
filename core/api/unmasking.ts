import * as z from 'zod'
import { text } from '../scalars.ts'

/** Why somebody who does not handle an issue has to call its contact; the auditor reads it. */
export const UnmaskContact = z.strictObject({ reason: text(200) })
export const UnmaskedContact = z.object({
  contact: z.object({ name: z.string().optional(), phone: z.string().optional() }),
})
