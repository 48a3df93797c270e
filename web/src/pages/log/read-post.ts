import { postFaults } from '../../../../core/hiring/post-faults.ts'
import { PostFacts } from '../../../../core/issue/hiring.ts'
import { today } from '../../words/time.ts'
import { fieldValues, type Typed } from '../issue/command-input.ts'
import { postFields } from '../issue/hiring-fields.ts'

/** A post as the API takes it, and what is wrong with it by field, the rules between fields included. */
export const readPost = (
  typed: Typed,
): { input: Record<string, unknown>; faults: Record<string, string> } => {
  const { input, lacking } = fieldValues(postFields, typed)
  const faults: Record<string, string> = { ...lacking }
  const read = PostFacts.safeParse(input)
  for (const { path, message } of read.error?.issues ?? []) faults[String(path[0] ?? '')] ??= message
  for (const { pointer, message } of postFaults(read.data ?? {}, today()))
    faults[pointer.slice(1)] ??= message
  return { input, faults }
}
