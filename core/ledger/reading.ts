import type { Category, Urgency, VisitKind } from '../words.ts'

/** One row as an issue in the making: what the ledger says, in our words and units. */
export type LedgerDraft = {
  firm: { uscc: string; name: string; park?: string; contact?: { name?: string; phone?: string } }
  category: Category
  /** The problem in the firm's words, at most 2,000 characters. */
  content: string
  urgency: Urgency
  /** `on` is YYYY-MM-DD; `team` as written. */
  heard?: { kind: VisitKind; title?: string; on?: string; team?: string }
  need?: { amountYuan?: number; termMonths?: number; creditYuan?: number; post?: string; headcount?: number }
  remark?: string
  /** `closedOn` is YYYY-MM-DD; `department` as written. */
  progress?: { department?: string; text?: string; closed?: boolean; closedOn?: string }
}

/** `text` says in Chinese what is wrong and what to do; `column` is the heading as written. */
export type LedgerMessage = { level: 'error' | 'warning'; code: string; column?: string; text: string }

/**
 * Row 1 is the first row below the header, and blank rows keep their place in the count, so that a row is
 * found in the sheet by a fixed offset; `sheetRow` is that place, from 1. No draft where there is an error.
 */
export type LedgerRow = { row: number; sheetRow: number; messages: LedgerMessage[]; draft?: LedgerDraft }

export type LedgerReading = {
  columns: { heading: string; meaning?: string }[]
  rows: LedgerRow[]
  messages: LedgerMessage[]
}
