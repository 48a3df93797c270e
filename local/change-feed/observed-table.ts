import type { Item, Table } from '../../functions/store/table.ts'

export type OnEvents = (events: readonly Item[]) => void

/**
 * The table, with an eye on what is committed: every event is a put, so that its new image is known the moment the
 * transaction is answered. What the stream does on AWS begins here on one machine.
 */
export const observeEvents = (table: Table, onEvents: OnEvents): Table => ({
  ...table,
  transact: async (writes) => {
    const result = await table.transact(writes)
    if (result.written) {
      const events = writes.flatMap((write) =>
        'put' in write && write.put.sk.startsWith('EVENT#') ? [write.put] : [],
      )
      if (events.length > 0) onEvents(events)
    }
    return result
  },
})
