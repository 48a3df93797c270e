import { randomBytes } from 'node:crypto'
import { AuditFact } from '../../../core/api/audit.ts'
import { chainStart, linkHash } from '../../store/chain.ts'
import { keys, trailKey } from '../../store/keys.ts'
import type { Table, Write, WriteResult } from '../../store/table.ts'
import type { AuditEntry } from './entry.ts'

/** A chain that one process writes on one day. */
type Shard = { day: string; name: string; seq: number; prev: string }

const newShard = (day: string): Shard => {
  const name = randomBytes(6).toString('hex')
  return { day, name, seq: 0, prev: chainStart(keys.auditLine(day, name, 0).pk) }
}

const linesOf = (shard: Shard, entries: readonly AuditEntry[], at: string) => {
  let { seq, prev } = shard
  const writes = entries.map((entry): Write => {
    seq++
    const { by = 'nobody', role, request, ...fact } = entry
    const via = role !== undefined && request !== undefined ? { role, request } : undefined
    const link = { seq, at, by, fact: AuditFact.parse(fact), via, prev }
    prev = linkHash(link)
    return {
      put: { ...keys.auditLine(shard.day, shard.name, seq), ...link, ...trailKey(shard.name, at, seq) },
      when: 'absent',
    }
  })
  return { writes, after: { ...shard, seq, prev } }
}

const linesAtOnce = 50
const attempts = 5

/**
 * Appends lines to a chain that belongs to this process alone: who writes needs to read nothing and competes with
 * nobody. What has no clear answer leaves the chain as it may be, and goes on in a new one; a line may then stand
 * twice, and never not at all. Throws where the table cannot be written to.
 */
export const makeWriter = (table: Table, now: () => string) => {
  let shard: Shard | undefined
  let last: Promise<unknown> = Promise.resolve()

  const attempt = async (entries: readonly AuditEntry[], also: readonly Write[]): Promise<WriteResult> => {
    const at = now()
    const day = at.slice(0, 10)
    const current = shard?.day === day ? shard : newShard(day)
    const { writes, after } = linesOf(current, entries, at)
    const register: Write[] =
      current.seq === 0 ? [{ put: keys.auditShard(day, current.name), when: 'absent' }] : []
    const own = [...writes, ...register]
    shard = undefined
    const result = await table.transact([...own, ...also])
    if (result.written) {
      shard = after
      return result
    }
    const failed = result.failed.map((index) => index - own.length)
    const ownFailed = failed.some((index) => index < 0)
    // Only what belongs to it was refused: nothing was written, and the chain stands where it stood.
    if (!ownFailed && current.seq > 0) shard = current
    return ownFailed && result.why === 'condition'
      ? { ...result, why: 'conflict', failed: [] }
      : { ...result, failed: failed.filter((index) => index >= 0) }
  }

  const write = async (entries: readonly AuditEntry[], also: readonly Write[]): Promise<WriteResult> => {
    let result: WriteResult = { written: true }
    for (let start = 0; start < entries.length; start += linesAtOnce) {
      const some = entries.slice(start, start + linesAtOnce)
      for (let tried = 0; tried < attempts; tried++) {
        result = await attempt(some, also)
        if (result.written || result.why === 'condition') break
      }
      if (!result.written) break
    }
    if (!result.written && also.length === 0) throw new Error('a line of the audit could not be written')
    return result
  }

  return {
    append: (entries: readonly AuditEntry[], also: readonly Write[] = []): Promise<WriteResult> => {
      const mine = last.then(() => write(entries, also))
      last = mine.catch(() => {})
      return mine
    },
  }
}
