import {
  kindsOfReference,
  type Reference,
  type ReferenceKind,
  referenceKinds,
} from '../../core/reference/records.ts'
import { keys } from '../store/keys.ts'
import type { Item, Table, Write } from '../store/table.ts'
import { transactionLimit } from '../store/table.ts'

/** Reference data changes a few times a year: a function reads it once and again after this long. */
const freshMs = 15_000

const readKind = async (table: Table, kind: ReferenceKind): Promise<unknown[]> => {
  const found: Item[] = []
  let after: Readonly<Record<string, string>> | undefined
  do {
    const page = await table.query({ pk: keys.reference(kind, '', '').pk, ...(after && { after }) })
    found.push(...page.items)
    after = page.next
  } while (after)
  return found.map((item) => referenceKinds[kind].parse(item.record))
}

const readAll = async (table: Table): Promise<Reference> => {
  const all = await Promise.all(kindsOfReference.map((kind) => readKind(table, kind)))
  return Object.fromEntries(kindsOfReference.map((kind, index) => [kind, all[index]])) as unknown as Reference
}

/** Counts what this process itself has added: whoever has just changed something sees it at once, everywhere. */
let changes = 0
export const forgetReference = (): void => {
  changes++
}

export type ReadReference = () => Promise<Reference>

/** All reference records, read together and kept for a moment. How old they are is wall time, whatever the office's clock says. */
export const makeReferenceReader = (
  table: Table,
  wallNow: () => number = () => performance.now(),
): ReadReference => {
  let kept: { at: number; changes: number; reference: Promise<Reference> } | undefined
  return () => {
    if (kept && kept.changes === changes && wallNow() - kept.at < freshMs) return kept.reference
    const reading = readAll(table)
    kept = { at: wallNow(), changes, reference: reading }
    reading.catch(() => {
      kept = undefined
    })
    return reading
  }
}

/** Adds records that are not there yet; a record once written is never overwritten. Answers how many were new. */
export const addReference = async (table: Table, records: Partial<Reference>): Promise<number> => {
  const writes: Write[] = kindsOfReference.flatMap((kind) =>
    (records[kind] ?? []).map((record) => {
      const parsed = referenceKinds[kind].parse(record)
      return {
        put: { ...keys.reference(kind, parsed.id, parsed.validFrom), record: parsed },
        when: 'absent' as const,
      }
    }),
  )
  const known = await table.getMany(writes.map((write) => ('put' in write ? write.put : { pk: '', sk: '' })))
  const there = new Set(known.map((item) => `${item.pk} ${item.sk}`))
  const fresh = writes.filter((write) => 'put' in write && !there.has(`${write.put.pk} ${write.put.sk}`))
  for (let start = 0; start < fresh.length; start += transactionLimit) {
    const result = await table.transact(fresh.slice(start, start + transactionLimit))
    // Someone else has added one of them meanwhile: what is still missing is looked at afresh.
    if (!result.written) return addReference(table, records)
  }
  if (fresh.length > 0) forgetReference()
  return fresh.length
}
