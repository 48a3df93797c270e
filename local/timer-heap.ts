export type Entry = { due: number; run: () => void; slot: number; order: number }

export type TimerHeap = {
  add(due: number, run: () => void): Entry
  remove(entry: Entry): void
  first(): Entry | undefined
  size(): number
}

/**
 * A binary heap in which an entry knows its slot: a cancelled timer leaves at once. Waits of twenty days are
 * nearly always cancelled by an event, so dead entries kept until they are due would pile up.
 * Entries due at the same millisecond come out in the order they went in.
 */
export function timerHeap(): TimerHeap {
  const entries: Entry[] = []
  let added = 0

  const before = (a: Entry, b: Entry) => a.due < b.due || (a.due === b.due && a.order < b.order)
  const place = (entry: Entry, slot: number) => {
    entries[slot] = entry
    entry.slot = slot
  }

  function rise(entry: Entry, from: number) {
    let slot = from
    while (slot > 0) {
      const above = (slot - 1) >> 1
      const parent = entries[above]
      if (parent === undefined || !before(entry, parent)) break
      place(parent, slot)
      slot = above
    }
    place(entry, slot)
  }

  function sink(entry: Entry, from: number) {
    let slot = from
    for (;;) {
      let below = 2 * slot + 1
      let child = entries[below]
      const right = entries[below + 1]
      if (child === undefined) break
      if (right !== undefined && before(right, child)) {
        below += 1
        child = right
      }
      if (!before(child, entry)) break
      place(child, slot)
      slot = below
    }
    place(entry, slot)
  }

  return {
    add(due, run) {
      added += 1
      const entry: Entry = { due, run, slot: entries.length, order: added }
      rise(entry, entries.length)
      return entry
    },
    remove(entry) {
      const { slot } = entry
      if (entries[slot] !== entry) return
      entry.slot = -1
      const last = entries.pop()
      if (last === undefined || last === entry) return
      rise(last, slot)
      if (last.slot === slot) sink(last, slot)
    },
    first: () => entries[0],
    size: () => entries.length,
  }
}
