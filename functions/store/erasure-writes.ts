import type { Issue } from '../../core/issue/issue.ts'
import { naturalKeyText } from '../../core/same-fact.ts'
import { keys } from './keys.ts'
import type { Write } from './table.ts'

/**
 * What goes with the fact that personal data was erased: a note that words and files are still to be taken away, and
 * the row by which the same text would be known again, which is a digest of it.
 */
export const erasureWrites = (before: Issue | undefined, after: Issue, at: string): Write[] => {
  if (!before || (after.erased?.length ?? 0) === (before.erased?.length ?? 0)) return []
  const { id, firm, category, content } = before
  const left: Write = { put: { ...keys.passing('erasure', at, id), stream: keys.issueHead(id).pk } }
  if (content === after.content) return [left]
  return [left, { remove: keys.sameFact(naturalKeyText({ uscc: firm.uscc, category, content })) }]
}
