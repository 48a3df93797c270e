import * as z from 'zod'
import { text } from '../scalars.ts'

/** A photo or paper; its bytes in base64, because that is how they reach a function. */
export const UploadFile = z.strictObject({
  name: text(120),
  type: z.enum([
    'image/jpeg',
    'image/png',
    'image/webp',
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ]),
  base64: z.base64().min(4),
  firmSees: z.boolean().default(false),
})
export const maximalFileBytes = 3_000_000
