import { naturalKeyText } from '../same-fact.ts'
import type { LedgerRow } from './reading.ts'

/** Rows that state a fact which stands in an earlier row of the same ledger: row → that earlier row. */
export const duplicatesWithin = (rows: readonly LedgerRow[]): Map<number, number> => {
  const firstOf = new Map<string, number>()
  const duplicates = new Map<number, number>()
  for (const { row, draft } of rows) {
    if (!draft) continue
    const fact = naturalKeyText({ uscc: draft.firm.uscc, category: draft.category, content: draft.content })
    const first = firstOf.get(fact)
    if (first === undefined) firstOf.set(fact, row)
    else duplicates.set(row, first)
  }
  return duplicates
}
