import { useState } from 'react'
import { newKey } from '../api/call.ts'
import { useMe } from '../app/use-me.ts'

const read = <T>(name: string): T | undefined => {
  try {
    const text = sessionStorage.getItem(name)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

const write = (name: string, value: unknown) => {
  try {
    if (value === undefined) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Full: it stays on the page, and is lost only with the page.
  }
}

/**
 * A state that outlives a new sign-in and a reload of this tab; under the person's own name, because another may sign
 * in here next. `undefined` forgets it. `name` must not change while the component lives.
 */
export const useKept = <T>(name: string, begin: T): [T, (next: T | undefined) => void] => {
  const owner = useMe()?.id ?? ''
  const whole = `zhuqi-form:${owner}:${name}`
  const [state, setState] = useState(() => ({ owner, value: read<T>(whole) ?? begin }))
  // After signing in, who it is comes a moment later than the page.
  if (state.owner !== owner) {
    const typedMeanwhile = state.owner === '' ? state.value : begin
    setState({ owner, value: read<T>(whole) ?? typedMeanwhile })
  }
  const set = (next: T | undefined) => {
    setState({ owner, value: next ?? begin })
    write(whole, next)
  }
  return [state.value, set]
}

/**
 * What is typed into a form, kept as it is typed, with the key under which it is sent: the same for every attempt at
 * the same words, another one as soon as a word is another.
 */
export const useKeptForm = <T extends object>(name: string, begin: T) => {
  const [first] = useState(newKey)
  const [{ typed, key }, set] = useKept(name, { typed: begin, key: first })
  return {
    typed,
    key,
    change: (next: T) => set({ typed: next, key: newKey() }),
    /** The same words once more, as another request. */
    renew: () => {
      const fresh = newKey()
      set({ typed, key: fresh })
      return fresh
    },
    wipe: () => set(undefined),
  }
}
