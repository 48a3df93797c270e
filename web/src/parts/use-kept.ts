import { useState } from 'react'
import { newKey } from '../api/call.ts'
import { lastPerson } from '../sign-in/last-person.ts'

/** Under the person's own name, because another may sign in here next. */
const whole = (name: string) => `zhuqi-form:${lastPerson()}:${name}`

const read = <T>(name: string): T | undefined => {
  try {
    const text = sessionStorage.getItem(whole(name))
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

const write = (name: string, value: unknown) => {
  try {
    if (value === undefined) sessionStorage.removeItem(whole(name))
    else sessionStorage.setItem(whole(name), JSON.stringify(value))
  } catch {
    // Full: it stays on the page, and is lost only with the page.
  }
}

/**
 * A state that outlives a new sign-in of the same person and a reload of this tab. `undefined` forgets it. `name` must
 * not change while the component lives. What is found there and does not fit is passed over.
 */
export const useKept = <T>(
  name: string,
  begin: T,
  fits: (found: T) => boolean = () => true,
): [T, (next: T | undefined) => void] => {
  const [value, setValue] = useState(() => {
    const found = read<T>(name)
    return found !== undefined && fits(found) ? found : begin
  })
  const set = (next: T | undefined) => {
    setValue(next ?? begin)
    write(name, next)
  }
  return [value, set]
}

type KeptForm<T> = { of?: string | undefined; typed: T; key: string }

/**
 * What is typed into a form, kept as it is typed, with the key under which it is sent: the same for every attempt at
 * the same words, another one as soon as a word is another. Where several forms share a name, `of` says which one this
 * is, and the one typed into last is kept.
 */
export const useKeptForm = <T extends object>(name: string, begin: T, of?: string) => {
  const [first] = useState(newKey)
  const blank: KeptForm<T> = { of, typed: begin, key: first }
  const [{ typed, key }, set] = useKept(name, blank, (found) => found.of === of)
  return {
    typed,
    key,
    change: (next: T) => set({ of, typed: next, key: newKey() }),
    /** The same words once more, as another request. */
    renew: () => {
      const fresh = newKey()
      set({ of, typed, key: fresh })
      return fresh
    },
    wipe: () => set(undefined),
  }
}

/** Which of the forms that share this name was left in the middle. */
export const keptFormOf = (name: string) => read<KeptForm<object>>(name)?.of

/** Fills in a form before it is opened. */
export const keepForm = (name: string, typed: object, of: string) =>
  write(name, { of, typed, key: newKey() } satisfies KeptForm<object>)
