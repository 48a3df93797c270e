/**
 * Lets so many pieces of work run at once, the others in turn; `undefined` where too many wait. Each check of a password
 * takes 64 MiB, and counting failures in turn lets nobody try many passwords before the first failure is counted.
 */
export const makeGate = (atOnce: number, mostWaiting: number) => {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (waiting.length >= mostWaiting) return undefined
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
