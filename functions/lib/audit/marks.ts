import * as z from 'zod'
import { linkHash } from '../../store/chain.ts'
import { eventRow } from '../../store/issue-rows.ts'
import { journalPartition, journalShards, keys } from '../../store/keys.ts'
import type { Item, Question, Table } from '../../store/table.ts'

/** How far a stream had come: its last number, and the hash that stands for all before it. */
export const Mark = z.object({ stream: z.string(), seq: z.int().min(1), hash: z.string() })
export type Mark = z.infer<typeof Mark>

/** Every row that answers a question, page after page. */
export const allOf = async (table: Table, question: Question): Promise<Item[]> => {
  const found: Item[] = []
  let after = question.after
  do {
    const page = await table.query({ ...question, ...(after && { after }) })
    found.push(...page.items)
    after = page.next
  } while (after)
  return found
}

const markOf = (row: Item): Mark => {
  const link = eventRow(row)
  return { stream: row.pk, seq: link.seq, hash: linkHash(link) }
}

/** How far the streams had come that something was added to on a day, by the journal. */
const eventMarks = async (table: Table, day: string): Promise<Mark[]> => {
  const shards = Array.from({ length: journalShards }, (_, shard) => journalPartition(day, shard))
  const rows = await Promise.all(shards.map((pk) => allOf(table, { index: 'journal', pk })))
  const last = new Map<string, Item>()
  for (const row of rows.flat()) {
    const known = last.get(row.pk)
    if (!known || Number(known.seq) < Number(row.seq)) last.set(row.pk, row)
  }
  return [...last.values()].map(markOf)
}

/** How long the chains are that were written beside the events on a day. */
const lineMarks = async (table: Table, day: string): Promise<Mark[]> => {
  const shards = await allOf(table, { pk: keys.auditShard(day, '').pk })
  const ends = await Promise.all(
    shards.map(({ sk }) => table.query({ pk: keys.auditLine(day, sk, 0).pk, descending: true, limit: 1 })),
  )
  return ends.flatMap(({ items }) => items.map(markOf))
}

/** Everything that was written on a UTC day, in a fixed order. */
export const marksOfDay = async (table: Table, day: string): Promise<Mark[]> => {
  const marks = (await Promise.all([eventMarks(table, day), lineMarks(table, day)])).flat()
  return marks.sort((a, b) => (a.stream < b.stream ? -1 : 1))
}
