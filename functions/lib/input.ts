import type { z } from 'zod'
import { zhCN } from 'zod/locales'
import { type FieldFault, type Refusal, refuse } from '../../core/refusal.ts'

const chinese = { error: zhCN().localeError }
const escapePointer = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

const faultOf = (issue: z.core.$ZodIssue): FieldFault => ({
  pointer: issue.path.map((part) => `/${escapePointer(part)}`).join(''),
  message: issue.message,
})

/** Input as the schema wants it, or a refusal that names every field that is wrong and how. */
export const parseInput = <T extends z.ZodType>(
  schema: T,
  input: unknown,
): { value: z.infer<T> } | Refusal => {
  const result = schema.safeParse(input, chinese)
  if (result.success) return { value: result.data }
  return refuse('badInput', { fields: result.error.issues.slice(0, 50).map(faultOf) })
}
