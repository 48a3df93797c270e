import { dateAdd } from '../../core/zone-time.ts'
import { journalPartition, journalShards } from '../../functions/store/keys.ts'
import type { Item, Table } from '../../functions/store/table.ts'

/** UTC days from one instant to another. */
const days = (from: string, to: string): string[] => {
  const all: string[] = []
  for (let day = from.slice(0, 10); day <= to.slice(0, 10); day = dateAdd(day, 1)) all.push(day)
  return all
}

/** All events from an instant on, shard by shard: what the change feed may have missed. */
export const readJournal = async function* (table: Table, from: string, now: string): AsyncGenerator<Item> {
  for (const day of days(from, now)) {
    for (let shard = 0; shard < journalShards; shard++) {
      let after: Readonly<Record<string, string>> | undefined
      do {
        const page = await table.query({
          index: 'journal',
          pk: journalPartition(day, shard),
          sk: { from },
          limit: 500,
          ...(after && { after }),
        })
        yield* page.items
        after = page.next
      } while (after)
    }
  }
}
