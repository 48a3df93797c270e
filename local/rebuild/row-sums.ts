import { createHash } from 'node:crypto'

/** A row that says what was counted of an issue, and of which firm where firms are counted. */
export type CountedRow = { pk: string; sk: string; firm?: string; counted: string }

/** One number for all such rows of a partition: the same rows in any order add up to the same. */
export type RowSums = Record<string, number>

const bytes = 6
const modulus = 2 ** (8 * bytes)

const numberOf = ({ sk, firm, counted }: CountedRow) =>
  createHash('sha1')
    .update(`${sk}\n${firm ?? ''}\n${counted}`)
    .digest()
    .readUIntBE(0, bytes)

export const addRow = (sums: RowSums, row: CountedRow): void => {
  sums[row.pk] = ((sums[row.pk] ?? 0) + numberOf(row)) % modulus
}

/** Partitions whose rows are not those that the events ask for. */
export const differing = (expected: RowSums, stored: RowSums): string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(stored)])].filter(
    (pk) => (expected[pk] ?? 0) !== (stored[pk] ?? 0),
  )
