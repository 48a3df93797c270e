import { validOn } from '../../reference/records.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { ClosureType } from '../../words.ts'
import { localDate } from '../../zone-time.ts'
import type { CommandInput } from '../commands.ts'
import type { Context } from '../context.ts'
import type { Issue } from '../issue.ts'

/** Closures that give the firm an answer; "not yet" and "passed up" do not. */
const answering: readonly ClosureType[] = ['solved', 'partly', 'explained', 'notPermitted']

export const needsCitation = (category: Issue['category'], closure: ClosureType): boolean =>
  category === 'policy' && answering.includes(closure)

/** A policy question is answered from a text; which one stands with the answer. */
export const notCited = (
  { category }: Pick<Issue, 'category'>,
  { closure, cited, citedElse }: CommandInput<'proposeClosure'>,
  context: Context,
): Refusal | undefined => {
  if (needsCitation(category, closure) && !cited && !citedElse) {
    return refuse('citationMissing', {
      fields: [{ pointer: '/cited', message: '请选择依据的政策，或填写文件名称' }],
    })
  }
  const known = new Set(validOn(context.reference.policy, localDate(context.now)).map((one) => one.id))
  const strange = (cited ?? []).findIndex((id) => !known.has(id))
  if (strange < 0) return undefined
  return refuse('badInput', {
    fields: [{ pointer: `/cited/${strange}`, message: '没有这条政策，或者它现在不适用' }],
  })
}
