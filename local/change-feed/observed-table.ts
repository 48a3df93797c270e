import type { Item, Table, Write } from '../../functions/store/table.ts'

export type Observer = {
  /** These were committed. */
  take(events: readonly Item[]): void
  /** The table gave no clear answer about these: they may have been committed all the same. */
  doubt(events: readonly Item[]): void
}

const eventsIn = (writes: readonly Write[]) =>
  writes.flatMap((write) => ('put' in write && write.put.sk.startsWith('EVENT#') ? [write.put] : []))

/**
 * The table, with an eye on what is committed: every event is a put, so that its new image is known the moment the
 * transaction is answered. What the stream does on AWS begins here on one machine. A refused transaction is a doubt
 * too: the client may have tried twice, and the first try may be what the second one ran into.
 */
export const observeEvents = (table: Table, observer: () => Observer | undefined): Table => ({
  ...table,
  transact: async (writes) => {
    const events = eventsIn(writes)
    if (events.length === 0) return table.transact(writes)
    try {
      const result = await table.transact(writes)
      if (result.written) observer()?.take(events)
      else observer()?.doubt(events)
      return result
    } catch (error) {
      observer()?.doubt(events)
      throw error
    }
  },
})
