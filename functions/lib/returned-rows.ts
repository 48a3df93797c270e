import type { HandedBackStatus } from '../../core/api/handed-back.ts'

/** How many rows of a file that came back have which standing. */
export const countsOf = (rows: readonly { status: HandedBackStatus }[]): Record<HandedBackStatus, number> => {
  const counts = { command: 0, done: 0, unchanged: 0, stale: 0, error: 0 }
  for (const { status } of rows) counts[status]++
  return counts
}
