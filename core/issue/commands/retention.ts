import * as z from 'zod'
import { text } from '../../scalars.ts'

export const retentionInputs = {
  archiveRecord: z.strictObject({}),
  /** `request`: the number of the firm's request, where the time is not over. */
  erasePersonalData: z.strictObject({ request: text(40).optional() }),
} as const
