import type { Item, Table, Write } from '../../functions/store/table.ts'

export type OnEvents = (events: readonly Item[]) => void

const eventsIn = (writes: readonly Write[]) =>
  writes.flatMap((write) => ('put' in write && write.put.sk.startsWith('EVENT#') ? [write.put] : []))

/**
 * The table, with an eye on what is committed: every event is a put, so that its new image is known the moment the
 * transaction is answered. What the stream does on AWS begins here on one machine. What got no clear answer is a
 * doubt: it may be committed all the same. So is what was refused, because the client may have tried twice, and the
 * first try may be what the second one ran into.
 */
export const observeEvents = (table: Table, onEvents: OnEvents, onDoubt: OnEvents = () => {}): Table => ({
  ...table,
  transact: async (writes) => {
    const events = eventsIn(writes)
    if (events.length === 0) return table.transact(writes)
    try {
      const result = await table.transact(writes)
      if (result.written) onEvents(events)
      else onDoubt(events)
      return result
    } catch (error) {
      onDoubt(events)
      throw error
    }
  },
})
