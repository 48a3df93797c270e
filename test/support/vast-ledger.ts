import type { ExportJob, ExportProgress } from '../../functions/lib/exports/job.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Item, Table } from '../../functions/store/table.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const idAt = (n: number) =>
  `20261101-${[4, 3, 2, 1, 0].map((place) => alphabet.charAt(Math.floor(n / 32 ** place) % 32)).join('')}`
const placeOf = (id: string) => [...id.slice(9)].reduce((sum, one) => sum * 32 + alphabet.indexOf(one), 0)

/** Another issue's rows: the same but for the id. */
const renamed = (rows: readonly Item[], from: string, to: string): Item[] =>
  JSON.parse(JSON.stringify(rows).replaceAll(from, to)) as Item[]

/**
 * A table in which one month holds so many issues, all like the one that the table underneath holds, and nobody's
 * memory any of them; what is written of an export is counted and dropped.
 */
export const vastLedger = (
  table: Table,
  { id, month, count }: { id: string; month: string; count: number },
) => {
  const written = {
    parts: 0,
    bytes: 0,
    largestStep: 0,
    mostMemory: 0,
    progress: undefined as Item | undefined,
  }
  const stream = table.query({ pk: keys.issueHead(id).pk })
  const head = table.get(keys.issueHead(id))
  const members = keys.member(month, '').pk
  const counted = [{ month, dims: ['all'], counts: { logged: 1 } }]
  const vast: Table = {
    ...table,
    getMany: async (wanted) => {
      const found = await head
      return wanted.flatMap(({ pk }) => (found ? renamed([found], id, pk.slice('ISSUE#'.length)) : []))
    },
    query: async (question) => {
      if (question.pk.startsWith('ISSUE#'))
        return { items: renamed((await stream).items, id, question.pk.slice('ISSUE#'.length)) }
      if (question.pk !== members) return table.query(question)
      const first = question.after?.sk ? placeOf(question.after.sk) + 1 : 0
      const last = Math.min(first + (question.limit ?? 100), count)
      const items = Array.from({ length: Math.max(last - first, 0) }, (_, index) => ({
        pk: members,
        sk: idAt(first + index),
        version: 1,
        counted,
      }))
      const next = last < count && { pk: members, sk: idAt(last - 1) }
      return { items, ...(next && { next }) }
    },
    transact: async (writes) => {
      let step = 0
      for (const write of writes) {
        if (!('put' in write)) continue
        if (write.put.bytes instanceof Uint8Array) {
          written.parts++
          step += write.put.bytes.length
        } else written.progress = write.put
      }
      written.bytes += step
      written.mostMemory = Math.max(written.mostMemory, process.memoryUsage.rss())
      written.largestStep = Math.max(written.largestStep, step)
      return { written: true }
    },
  }
  return { table: vast, written }
}

/** An order for the ledger of one month, as an office would have put it. */
export const anOrder = (month: string, format: 'xlsx' | 'csv') =>
  ({
    id: 'EXPORT0000000001',
    request: { kind: 'ledger' as const, format, from: month, to: month },
    asker: { id: 'dispatcher', name: '调度员', role: 'dispatcher' as const },
    askedAt: '2026-11-23T01:00:00Z',
  }) satisfies ExportJob

export const progressOf = (item: Item | undefined) => item as unknown as ExportProgress | undefined
