import { createHash, randomUUID } from 'node:crypto'
import { cohortOf } from '../../core/indicators/read.ts'
import type { Container } from '../lib/container.ts'
import { allMembers, countsIn } from '../lib/indicators/members.ts'
import { issuesById } from './issue-lines.ts'

const lot = (seed: string, id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex')

/**
 * Draws issues that were logged in a month. Every issue draws a lot from the seed and its id, and the lowest lots win:
 * all have the same chance, nobody can choose, and the same seed draws the same again while the month's issues are the
 * same ones. The whole month is read, in pages; only the winners are kept.
 */
export const drawSample = async (
  container: Container,
  { month, n, seed = randomUUID() }: { month: string; n: number; seed?: string | undefined },
) => {
  let population = 0
  let drawn: { id: string; lot: string }[] = []
  for await (const member of allMembers(container.table, month)) {
    const counts = countsIn(member, month)
    const isLogged =
      counts && Object.keys(cohortOf(counts)).some((name) => name === 'logged' || name === 'history')
    if (!isLogged) continue
    population++
    drawn.push({ id: member.id, lot: lot(seed, member.id) })
    if (drawn.length >= 4 * n + 100) drawn = lowest(drawn, n)
  }
  const ids = lowest(drawn, n).map(({ id }) => id)
  const lines = await issuesById(container, ids)
  return {
    month,
    seed,
    population,
    drawnAt: container.now(),
    items: ids.flatMap((id) => lines.get(id) ?? []),
  }
}

const lowest = (drawn: readonly { id: string; lot: string }[], n: number) =>
  drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, n)
