export type Typed = Readonly<Record<string, string>>

/** Where a browser refuses to store anything, what was typed lives as long as the page. */
const unstored = new Map<string, Typed>()

const isTyped = (found: unknown): found is Typed =>
  typeof found === 'object' &&
  found !== null &&
  Object.values(found).every((value) => typeof value === 'string')

const stored = (key: string): Typed | undefined => {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '""')
    return isTyped(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** What is typed into one form outlives the page being drawn anew and loaded again; it goes with the tab, or once sent. */
export const draftOf = (about: string) => {
  const key = `typed ${about}`
  return {
    read: (): Typed => stored(key) ?? unstored.get(key) ?? {},
    keep: (typed: Typed) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(typed))
      } catch {
        unstored.set(key, typed)
      }
    },
    wipe: () => {
      unstored.delete(key)
      try {
        sessionStorage.removeItem(key)
      } catch {
        // Nothing was stored.
      }
    },
  }
}
export type Draft = ReturnType<typeof draftOf>
