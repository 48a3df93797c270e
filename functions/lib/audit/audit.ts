import { scope } from '../../store/scope.ts'
import type { Table, Write, WriteResult } from '../../store/table.ts'
import type { AuditEntry } from './entry.ts'
import { makeWriter } from './writer.ts'

export type Audit = {
  /**
   * Puts a line on record before anything is answered, in one transaction with what belongs to it. The answer tells
   * whether it was written; places of a failed condition count within `also`.
   */
  record(entry: AuditEntry, also?: readonly Write[]): Promise<WriteResult>
  /** Puts a line on record in a moment; the same line again within that moment is counted and not written twice. */
  note(entry: AuditEntry): void
  /** All that was noted is on record. */
  settled(): Promise<void>
}

export type AuditParts = {
  table: Table
  now: () => string
  /** Told when lines could not be written, with how many are waiting; they are tried again. */
  onFault?: (error: unknown, waiting: number) => void
}

const momentMs = 1_000
/** Above this, what differs is counted together, so that a flood of refusals cannot fill the memory. */
const mostKinds = 2_000

const whole = (entry: AuditEntry): AuditEntry => {
  const now = scope.getStore()
  return {
    ...entry,
    by: entry.by ?? now?.by ?? 'nobody',
    ...(now && { role: now.role, request: now.request }),
  }
}
/** What two lines have in common that are counted as one. */
const kindOf = ({ request: _, times: __, ...entry }: AuditEntry) => JSON.stringify(entry)

/** The record of one process: lines of its own chain, so that writing one waits for nobody else. */
export const makeAudit = ({ table, now, onFault = () => {} }: AuditParts): Audit => {
  const writer = makeWriter(table, now)
  let noted = new Map<string, AuditEntry & { times: number }>()
  let timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> = Promise.resolve()

  const count = (entry: AuditEntry, times = 1) => {
    const kind = kindOf(entry)
    const key = noted.has(kind) || noted.size < mostKinds ? kind : 'rest'
    const known = noted.get(key)
    const line = key === 'rest' ? { type: entry.type, by: 'several' } : entry
    noted.set(key, known ? { ...known, times: known.times + times } : { ...line, times })
  }

  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    const lines = [...noted.values()]
    if (lines.length === 0) return
    noted = new Map()
    const entries = lines.map(({ times, ...line }) => (times > 1 ? { ...line, times } : line))
    try {
      await writer.append(entries)
    } catch (error) {
      for (const { times, ...line } of lines) count(line, times)
      onFault(error, noted.size)
    }
  }
  const flushInTurn = () => {
    flushing = flushing.then(flush)
    return flushing
  }

  return {
    record: (entry, also = []) => writer.append([whole(entry)], also),
    note: (entry) => {
      count(whole(entry))
      timer ??= setTimeout(flushInTurn, momentMs).unref()
    },
    settled: flushInTurn,
  }
}
