import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { rosterDims, rosterPlace, visitDims } from '../../core/indicators/coverage.ts'
import type { Container } from '../lib/container.ts'
import { loadFirms } from '../lib/firm-register.ts'
import { loadVisit } from '../lib/visit-register.ts'
import { keys } from '../store/keys.ts'
import type { Item, Key, Write } from '../store/table.ts'

const attempts = 12
/** A row each, and at most four counters that are not shared. */
const firmsAtOnce = 18

const Row = z.object({ version: z.int(), dims: z.array(z.string()) })

/** A firm to be counted in these rows; in those of before as well, or in these instead. */
type Stand = { key: Key; dims: readonly string[]; instead?: true }
type Counter = { place: string; name: string }

const writesOf = (stands: readonly Stand[], rows: ReadonlyMap<string, Item>, { place, name }: Counter) => {
  const amounts = new Map<string, number>()
  const add = (dim: string, n: number) => amounts.set(dim, (amounts.get(dim) ?? 0) + n)
  const puts = stands.flatMap(({ key, dims, instead }): Write[] => {
    const item = rows.get(key.sk)
    const before = item && Row.parse(item)
    const after = [...new Set(instead ? dims : [...(before?.dims ?? []), ...dims])]
    const fresh = after.filter((dim) => !before?.dims.includes(dim))
    const gone = (before?.dims ?? []).filter((dim) => !after.includes(dim))
    if (fresh.length === 0 && gone.length === 0) return []
    for (const dim of fresh) add(dim, 1)
    for (const dim of gone) add(dim, -1)
    const when = before ? { version: before.version } : ('absent' as const)
    return [{ put: { ...key, version: (before?.version ?? 0) + 1, dims: after }, when }]
  })
  const counters: Write[] = [...amounts]
    .filter(([, amount]) => amount !== 0)
    .map(([dim, amount]) => ({ add: keys.counters(place, dim), amounts: { [name]: amount } }))
  return [...puts, ...counters]
}

const stand = async ({ table }: Container, stands: readonly Stand[], counter: Counter): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const rows = await table.getMany(stands.map(({ key }) => key))
    const writes = writesOf(stands, new Map(rows.map((row) => [row.sk, row])), counter)
    if (writes.length === 0 || (await table.transact(writes)).written) return
    await pause(Math.random() * 2 ** Math.min(attempt + 3, 9))
  }
  throw new Error('counters of firms stayed busy')
}

const inChunks = async <T>(all: readonly T[], work: (some: readonly T[]) => Promise<void>) => {
  for (let start = 0; start < all.length; start += firmsAtOnce) {
    await work(all.slice(start, start + firmsAtOnce))
  }
}

/** Counts firms where they stand on the register now. */
export const projectFirms = (container: Container, usccs: Iterable<string>): Promise<void> =>
  inChunks([...usccs], async (some) => {
    const firms = await loadFirms(container, some)
    const stands = firms.map(
      (firm): Stand => ({ key: keys.rosterFirm(firm.uscc), dims: rosterDims(firm), instead: true }),
    )
    await stand(container, stands, { place: rosterPlace, name: 'roster' })
  })

/** Counts the firms of visits as visited in the month: each once, in whatever rows it was visited. */
export const projectVisits = async (container: Container, ids: Iterable<string>): Promise<void> => {
  for (const id of ids) {
    const { visit } = (await loadVisit(container, id)) ?? {}
    if (!visit) continue
    const month = visit.on.slice(0, 7)
    await inChunks([...new Set(visit.firms)], async (some) => {
      const known = new Map((await loadFirms(container, some)).map((firm) => [firm.uscc, firm]))
      const stands = some.map((uscc) => ({
        key: keys.visitedFirm(month, uscc),
        dims: visitDims(known.get(uscc) ?? {}, visit.team),
      }))
      await stand(container, stands, { place: month, name: 'visited' })
    })
  }
}
