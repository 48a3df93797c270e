import { dateAdd } from '../../../core/zone-time.ts'
import { keys } from '../../store/keys.ts'
import type { Item, Table } from '../../store/table.ts'
import { transactionLimit } from '../../store/table.ts'
import { allOf } from './marks.ts'
import { lastSeal } from './seal.ts'

/** A year and a day: what happened on the first day of a year can be looked up on the last (网络安全法 art. 21 asks for six months). */
export const leastDays = 366

/**
 * For how many days lines of the audit are kept, as ZHUQI_AUDIT_DAYS says; undefined: for good. Throws a sentence
 * where that is less than a year.
 */
export const auditDaysFrom = (env: Readonly<Record<string, string | undefined>>): number | undefined => {
  const said = env.ZHUQI_AUDIT_DAYS
  if (!said) return undefined
  const days = /^\d{1,5}$/.test(said) ? Number(said) : 0
  if (days >= leastDays) return days
  throw new Error(
    `ZHUQI_AUDIT_DAYS 须为不少于 ${leastDays} 的天数，或不设（永久保存）。 / ZHUQI_AUDIT_DAYS must be ${leastDays} days or more, or absent (kept for good).`,
  )
}

/** Lines from this UTC day on are kept; what is older may be gone. */
export const keptFrom = (now: string, days: number | undefined): string | undefined =>
  days === undefined ? undefined : dateAdd(now.slice(0, 10), -days)

/** Rows in one run: what is left over waits an hour. */
const mostRows = 5_000
/** So many days without a line, one after another, and there is nothing older: not every run goes back to the beginning. */
const emptyDays = 100

const removeAll = async (table: Table, rows: readonly Item[]) => {
  for (let start = 0; start < rows.length; start += transactionLimit) {
    const some = rows.slice(start, start + transactionLimit)
    await table.transact(some.map(({ pk, sk }) => ({ remove: { pk, sk } })))
  }
}

/**
 * Removes the lines of the audit that have been kept long enough, each chain from its end, and the register of the
 * day last: ended halfway it goes on with the next run. The seals stay: they say that there was something, and how
 * much. A day that was never sealed stays whole. Answers how many lines went.
 */
export const expireAudit = async (table: Table, from: string | undefined): Promise<number> => {
  const sealed = from === undefined ? undefined : await lastSeal(table)
  if (from === undefined || !sealed) return 0
  let gone = 0
  for (let day = dateAdd(from, -1), empty = 0; empty < emptyDays && gone < mostRows; day = dateAdd(day, -1)) {
    const register = day > sealed.day ? [] : await allOf(table, { pk: keys.auditShard(day, '').pk })
    empty = register.length > 0 ? 0 : empty + 1
    for (const { sk } of register) {
      const lines = await allOf(table, { pk: keys.auditLine(day, sk, 0).pk })
      await removeAll(table, lines.toReversed())
      await removeAll(table, [keys.auditShard(day, sk)])
      gone += lines.length
    }
  }
  return gone
}
