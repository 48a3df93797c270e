import { expect } from 'vitest'
import type { Breakdown } from '../../core/indicators/breakdowns.ts'
import type { Container } from '../../functions/lib/container.ts'
import { readMonth } from '../../functions/lib/indicators/read-month.ts'
import type { Visited } from './independent-outcomes.ts'
import { type Exported, recount, rowsIn } from './independent-recount.ts'

export const breakdowns = [
  'all',
  'department',
  'team',
  'category',
  'park',
  'size',
  'bank',
] as const satisfies Breakdown[]

/** What stands below or at which a share of a sorted list lies. */
const exactly = (sorted: readonly number[], share: number) => sorted[Math.ceil(share * sorted.length) - 1]

/** Every figure of every row and month equals what plain code makes of the events; answers how many were compared. */
export const expectFiguresAgree = async (
  container: Container,
  streams: readonly (readonly Exported[])[],
  visited: Visited = { visits: [], firms: [] },
): Promise<number> => {
  const now = container.now()
  let compared = 0
  for (const by of breakdowns) {
    const places = [...rowsIn(streams, by, now, visited)]
    for (const month of new Set(places.map((place) => place.slice(0, 7)))) {
      const { rows } = await readMonth(container, { month, by })
      const dimensions = places.filter((place) => place.startsWith(month)).map((place) => place.slice(8))
      expect(rows.map((row) => row.dimension).toSorted()).toEqual(dimensions.toSorted())
      for (const { dimension, figures } of rows) {
        const plain = recount(streams, { month, by, dimension, now, visited })
        for (const { name, basis, part, whole, excluded, value } of figures) {
          const where = `${month} ${dimension} ${name} ${basis}`
          const share = { handlingMedian: 0.5, handlingP90: 0.9 }[name as string]
          compared++
          if (share !== undefined) {
            const exact = exactly(plain.minutes, share)
            if (exact === undefined) expect(value, where).toBeNull()
            else expect(Math.abs((value ?? -1) - exact), where).toBeLessThanOrEqual(exact * 0.05 + 1)
            continue
          }
          const expected = plain.figures[`${name} ${basis}`]
          expect({ part, ...(whole !== undefined && { whole }), excluded }, where).toEqual(expected)
        }
      }
    }
  }
  return compared
}
