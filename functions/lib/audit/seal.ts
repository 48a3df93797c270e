import * as z from 'zod'
import { dateAdd } from '../../../core/zone-time.ts'
import { digestOf } from '../../store/chain.ts'
import { journalPartition, journalShards, keys } from '../../store/keys.ts'
import type { Table } from '../../store/table.ts'
import { Mark, marksOfDay } from './marks.ts'

/** Signs with a key that the table does not hold; whoever verifies needs only the public half. */
export type Sealer = {
  /** Names the key, so that one that is replaced goes on to verify what it signed. */
  readonly key: string
  /** base64url */
  sign(text: string): Promise<string>
}

/** A day closed: how many streams were touched, the digest of how far each had come, and the seal of the day before. */
const Content = z.object({
  day: z.iso.date(),
  /** The digest of the day before; empty on the first day. */
  previous: z.string(),
  streams: z.int().min(0),
  parts: z.int().min(0),
  marks: z.string(),
  sealedAt: z.string(),
})
export const Seal = Content.extend({ digest: z.string(), key: z.string(), signature: z.string() })
export type Seal = z.infer<typeof Seal>

export const contentOf = (seal: Seal) => Content.parse(seal)
/** What is signed. */
export const sealedText = (digest: string) => `zhuqi seal ${digest}`

const marksAPart = 2_000
/** A request that began before midnight may be written after it; half an hour later none can. */
const graceMs = 30 * 60 * 1000
/** Where nothing has been sealed yet, this many days are looked at for something to begin with. */
const mostDaysBack = 400

const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The last UTC day to which nothing can be added any more. */
export const lastClosedDay = (now: string) => dateAdd(dayAt(Date.parse(now) - graceMs), -1)

export const lastSeal = async (table: Table): Promise<Seal | undefined> => {
  const { items } = await table.query({ pk: keys.seal('').pk, descending: true, limit: 1 })
  return items[0] && Seal.parse(items[0])
}

const isEmptyDay = async (table: Table, day: string) => {
  const shards = Array.from({ length: journalShards }, (_, shard) => journalPartition(day, shard))
  const pages = await Promise.all(shards.map((pk) => table.query({ index: 'journal', pk, limit: 1 })))
  const lines = await table.query({ pk: keys.auditShard(day, '').pk, limit: 1 })
  return [...pages, lines].every((page) => page.items.length === 0)
}

/** The first day on which anything was written, as far back as one looks. */
export const firstDay = async (table: Table, until: string): Promise<string | undefined> => {
  for (let back = mostDaysBack; back > 0; back -= 20) {
    const days = Array.from({ length: 20 }, (_, index) => dateAdd(until, index - back + 1))
    const empty = await Promise.all(days.map((day) => isEmptyDay(table, day)))
    const found = days[empty.indexOf(false)]
    if (found) return found
  }
  return undefined
}

const sealDay = async (table: Table, sealer: Sealer, day: string, previous: string, now: string) => {
  const marks = await marksOfDay(table, day)
  const parts = Math.ceil(marks.length / marksAPart)
  for (let part = 0; part < parts; part++) {
    const some = marks.slice(part * marksAPart, (part + 1) * marksAPart)
    await table.swap({ ...keys.sealPart(day, part), marks: some })
  }
  const content = { day, previous, streams: marks.length, parts, marks: digestOf(marks), sealedAt: now }
  const digest = digestOf(content)
  const seal = { ...content, digest, key: sealer.key, signature: await sealer.sign(sealedText(digest)) }
  const { written } = await table.transact([{ put: { ...keys.seal(day), ...seal }, when: 'absent' }])
  return written ? seal : undefined
}

/**
 * Seals every day that is over and has no seal yet, one after another, each with the digest of the one before. A day
 * on which nothing happened is sealed as well, so that a missing one shows. Answers what was sealed.
 */
export const sealDays = async (table: Table, sealer: Sealer, now: string): Promise<Seal[]> => {
  const until = lastClosedDay(now)
  const last = await lastSeal(table)
  let previous = last?.digest ?? ''
  const made: Seal[] = []
  const from = last ? dateAdd(last.day, 1) : ((await firstDay(table, until)) ?? until)
  for (let day = from; day <= until; day = dateAdd(day, 1)) {
    const seal = await sealDay(table, sealer, day, previous, now)
    // Another one was faster: it goes on from here.
    if (!seal) break
    made.push(seal)
    previous = seal.digest
  }
  return made
}

/** The marks of a day as they were written down when it was sealed. */
export const sealedMarks = async (table: Table, seal: Seal): Promise<Mark[] | undefined> => {
  const wanted = Array.from({ length: seal.parts }, (_, part) => keys.sealPart(seal.day, part))
  const rows = await Promise.all(wanted.map((key) => table.get(key)))
  const marks = z.array(z.array(Mark)).safeParse(rows.map((row) => row?.marks))
  if (!marks.success) return undefined
  const all = marks.data.flat()
  return digestOf(all) === seal.marks ? all : undefined
}
