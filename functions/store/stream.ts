import { chainStart, linkHash, newSalt, noteDigest } from './chain.ts'
import { journalKey, keys } from './keys.ts'
import { viaOf } from './scope.ts'
import type { Item, Table, Write } from './table.ts'

/** A fact about to be written: what happened, and the words that can be erased. */
export type NewFact = { type: string; note?: unknown } & Record<string, unknown>

export type Commit = {
  pk: string
  /** Short id of the aggregate, as the journal shows it. */
  id: string
  /** The version that was read; 0 for a stream that begins. */
  version: number
  /** The hash of its last event, absent for a stream that begins. */
  hash?: string | undefined
  facts: readonly NewFact[]
  at: string
  by: string
  /** The whole current state, without keys, version and the hash of the chain. */
  head: Record<string, unknown>
  also?: readonly Write[]
}

export type StoredEvent = {
  pk: string
  seq: number
  at: string
  by: string
  fact: Record<string, unknown> & { type: string }
  note?: unknown
}

/** Positions in the transaction, to tell what a failed condition was about. */
export type Committed =
  | { written: true; version: number; hash: string; events: StoredEvent[] }
  | { written: false; why: 'lostRace' | 'conflict' | 'also'; failedAlso: number[] }

const eventWrites = (commit: Commit) => {
  let prev = commit.hash ?? chainStart(commit.pk)
  const via = viaOf()
  const writes: Write[] = []
  const events: StoredEvent[] = []
  commit.facts.forEach(({ note, ...fact }, index) => {
    const seq = commit.version + index + 1
    const salt = newSalt()
    const digest = note === undefined ? undefined : noteDigest(salt, note)
    const link = { seq, at: commit.at, by: commit.by, fact, noteDigest: digest, via, prev }
    writes.push({
      put: { ...keys.event(commit.pk, seq), ...link, ...journalKey(commit.id, commit.at, seq) },
      when: 'absent',
    })
    if (note !== undefined) writes.push({ put: { ...keys.note(commit.pk, seq), salt, note } })
    events.push({
      pk: commit.pk,
      seq,
      at: commit.at,
      by: commit.by,
      fact,
      ...(note !== undefined && { note }),
    })
    prev = linkHash(link)
  })
  return { writes, events, hash: prev }
}

/**
 * Head, events, notes and whatever belongs to them in one transaction: on condition that the head is still at the
 * version that was read. Nothing is written when any part cannot be.
 */
export const commitTo = async (table: Table, commit: Commit): Promise<Committed> => {
  const { writes, events, hash } = eventWrites(commit)
  const version = commit.version + commit.facts.length
  // What stands for the chain is the stream's own word: no state can hold a field in its place.
  const head: Item = { ...commit.head, pk: commit.pk, sk: 'HEAD', version, hash, changedAt: commit.at }
  const also = commit.also ?? []
  const result = await table.transact([
    { put: head, when: commit.version === 0 ? 'absent' : { version: commit.version } },
    ...writes,
    ...also,
  ])
  if (result.written) return { written: true, version, hash, events }
  if (result.why === 'conflict') return { written: false, why: 'conflict', failedAlso: [] }
  const firstAlso = 1 + writes.length
  const own = result.failed.some((index) => index < firstAlso)
  const failedAlso = result.failed.filter((index) => index >= firstAlso).map((index) => index - firstAlso)
  return { written: false, why: own ? 'lostRace' : 'also', failedAlso }
}

/** The events of a stream in order, each joined with its words where they have not been erased. */
export const readStream = async (
  table: Table,
  pk: string,
): Promise<{ rows: Item[]; notes: Map<string, Item> }> => {
  const rows: Item[] = []
  const notes = new Map<string, Item>()
  let after: Readonly<Record<string, string>> | undefined
  do {
    const page = await table.query({ pk, ...(after && { after }) })
    for (const item of page.items) {
      if (item.sk.startsWith('EVENT#')) rows.push(item)
      if (item.sk.startsWith('NOTE#')) notes.set(item.sk.slice('NOTE#'.length), item)
    }
    after = page.next
  } while (after)
  return { rows, notes }
}
