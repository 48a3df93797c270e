import type { IndexName } from './keys.ts'

/** One row of the table: its keys, and attributes that the reader parses before it believes them. */
export type Item = { pk: string; sk: string } & Record<string, unknown>
export type Key = { pk: string; sk: string }

/** What must hold of the row that is there, for a write to happen. */
export type Condition = 'absent' | { version: number } | { absentOrExpiredBy: string }

export type Write =
  | { put: Item; when?: Condition }
  | { remove: Key; when?: Condition }
  /** Writes nothing, and lets nothing of the list be written unless it holds. */
  | { check: Key; when: Condition }
  | { add: Key; amounts: Readonly<Record<string, number>> }

/** `condition`: a row was not as required, at those places of the list. `conflict`: another write was faster. */
export type WriteResult =
  | { written: true }
  | { written: false; why: 'condition' | 'conflict'; failed: readonly number[] }

export type Range = { from?: string; to?: string } | { beginsWith: string }

export type Question = {
  index?: IndexName
  pk: string
  sk?: Range
  limit?: number
  descending?: boolean
  /** The `next` of the page before. */
  after?: Readonly<Record<string, string>>
  consistent?: boolean
}

export type Page = { items: Item[]; next?: Readonly<Record<string, string>> }

/**
 * The one table, by the few things that are asked of it. All writes of a list happen, or none does. Infrastructure
 * that is broken throws; a lost race is an answer.
 */
export type Table = {
  get(key: Key): Promise<Item | undefined>
  getMany(keys: readonly Key[]): Promise<Item[]>
  query(question: Question): Promise<Page>
  transact(writes: readonly Write[]): Promise<WriteResult>
  /** Writes a row whatever was there, and answers what was. */
  swap(item: Item): Promise<Item | undefined>
}

/** The most rows that one transaction may touch. */
export const transactionLimit = 100
