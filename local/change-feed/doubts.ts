import type { Item, Key, Table } from '../../functions/store/table.ts'

/** A request that is still on its way to the engine after this long will not arrive any more. */
const openMs = 30_000

type Doubt = { key: Key; at: string; since: number }

/** Events that may have been committed although nobody was told so: looked up until it is certain that they were not. */
export const makeDoubts = (table: Pick<Table, 'getMany'>) => {
  let open: Doubt[] = []
  return {
    add: (events: readonly Item[]) => {
      const since = performance.now()
      for (const { pk, sk, at } of events) open.push({ key: { pk, sk }, at: String(at), since })
    },
    /** Those of them that are in the table by now. */
    found: async (): Promise<Item[]> => {
      const looked = open
      if (looked.length === 0) return []
      const rows = await table.getMany(looked.map((doubt) => doubt.key))
      const there = new Set(rows.map((row) => `${row.pk} ${row.sk}`))
      const over = (doubt: Doubt) =>
        there.has(`${doubt.key.pk} ${doubt.key.sk}`) || performance.now() - doubt.since > openMs
      const settled = new Set(looked.filter(over))
      open = open.filter((doubt) => !settled.has(doubt))
      return rows
    },
    oldest: (): string | undefined => open.map((doubt) => doubt.at).toSorted()[0],
  }
}
