/** Small things that this browser remembers. A browser that allows no storage only forgets them. */
const prefix = 'zhuqi:'

export const keep = <T>(name: string, value: T): T => {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // Full or forbidden: nothing that was typed is kept here.
  }
  return value
}

export const kept = <T>(name: string): T | undefined => {
  try {
    const text = localStorage.getItem(prefix + name)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** What this tab alone knows of its own session: another tab may be someone else's. */
export const keepInTab = <T>(name: string, value: T): T => {
  sessionStorage.setItem(prefix + name, JSON.stringify(value))
  return value
}

export const keptInTab = <T>(name: string): T | undefined => {
  const text = sessionStorage.getItem(prefix + name)
  return text === null ? undefined : (JSON.parse(text) as T)
}

export const forget = (name: string) => {
  try {
    sessionStorage.removeItem(prefix + name)
    localStorage.removeItem(prefix + name)
  } catch {
    // As above.
  }
}
