import * as z from 'zod'
import { text } from '../../scalars.ts'

/** Words that a person typed: kept apart from the event so that they can be erased and the chain stays whole. */
export const words = (max = 4000) => ({ note: z.object({ text: text(max) }).optional() })
