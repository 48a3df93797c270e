export type ReturnedStatus = 'command' | 'done' | 'unchanged' | 'stale' | 'error'

/** How many rows of a file that came back have which standing. */
export const countsOf = (rows: readonly { status: ReturnedStatus }[]): Record<ReturnedStatus, number> => {
  const counts = { command: 0, done: 0, unchanged: 0, stale: 0, error: 0 }
  for (const { status } of rows) counts[status]++
  return counts
}
