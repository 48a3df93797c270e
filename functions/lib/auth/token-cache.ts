/** A small memory of at most `limit` entries, the one longest unused leaving first; none is answered after it expires. */
export function tokenCache<Value>(limit: number) {
  const entries = new Map<string, { value: Value; until: number }>()
  return {
    get(key: string, now: Date): Value | undefined {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      if (entry.until <= now.getTime()) return undefined
      entries.set(key, entry)
      return entry.value
    },
    set(key: string, value: Value, until: Date): void {
      entries.delete(key)
      entries.set(key, { value, until: until.getTime() })
      for (const oldest of entries.keys()) {
        if (entries.size <= limit) break
        entries.delete(oldest)
      }
    },
    get size() {
      return entries.size
    },
  }
}
