import type { KeyObject } from 'node:crypto'
import type * as z from 'zod'
import type { AuditDay, AuditDayList } from '../../../core/api/audit.ts'
import { dateAdd } from '../../../core/zone-time.ts'
import { digestOf } from '../../store/chain.ts'
import { keys } from '../../store/keys.ts'
import type { Table } from '../../store/table.ts'
import { atMost } from '../at-most.ts'
import { type Finding, finding, findingWords } from './findings.ts'
import { type Mark, marksOfDay } from './marks.ts'
import { contentOf, lastClosedDay, Seal, sealedMarks } from './seal.ts'
import { isSigned } from './verify.ts'
import { walkChain } from './walk-chain.ts'

type Row = z.infer<typeof AuditDayList>['items'][number]
/** Public keys by the name that seals call them, as far as they are at hand. */
export type SealKeys = ReadonlyMap<string, KeyObject>

const readSeal = async (table: Table, day: string): Promise<Seal | 'none' | 'broken'> => {
  const row = await table.get(keys.seal(day))
  if (!row) return 'none'
  const seal = Seal.safeParse(row)
  return seal.success && seal.data.day === day ? seal.data : 'broken'
}
const isSeal = (seal: Seal | 'none' | 'broken' | undefined): seal is Seal => typeof seal === 'object'

const findingsOf = (seal: Seal, before: Seal | undefined, known: SealKeys): Finding[] => {
  const key = known.get(seal.key)
  if (digestOf(contentOf(seal)) !== seal.digest) return [finding('sealChanged', seal.day)]
  if (key && !isSigned(seal, key)) return [finding('signatureWrong', seal.day)]
  return before && seal.previous !== before.digest ? [finding('sealBroken', seal.day)] : []
}

const said = (findings: readonly Finding[]): Row['findings'] =>
  findings.map((one) => ({ code: one.code, at: one.at, words: findingWords(one) }))

const rowOf = (
  day: string,
  seal: Seal | 'none' | 'broken',
  known: SealKeys,
  closed: string,
  findings: readonly Finding[],
): Row => {
  if (!isSeal(seal))
    return {
      day,
      state: day > closed ? 'open' : findings.length > 0 ? 'wrong' : 'unsealed',
      findings: said(findings),
    }
  const { streams, digest, sealedAt, key } = seal
  return {
    day,
    state: findings.length > 0 ? 'wrong' : 'sealed',
    streams,
    digest,
    sealedAt,
    signature: known.has(key) ? 'checked' : 'unchecked',
    findings: said(findings),
  }
}

/** A day without a seal between two that have one was sealed once, and the seal is gone. */
const withoutSeal = (day: string, seal: 'none' | 'broken', neighbours: boolean): Finding[] => {
  if (seal === 'broken') return [finding('sealChanged', day)]
  return neighbours ? [finding('dayMissing', day)] : []
}

const neighboursOf = async (table: Table, day: string) => {
  const earlier = await table.query({ pk: keys.seal('').pk, sk: { to: day }, limit: 1, descending: true })
  const later = await table.query({ pk: keys.seal('').pk, sk: { from: day }, limit: 1 })
  return earlier.items.length > 0 && later.items.length > 0
}

const shallow = async (table: Table, day: string, known: SealKeys) => {
  const [seal, before] = await Promise.all([readSeal(table, day), readSeal(table, dateAdd(day, -1))])
  const findings = isSeal(seal)
    ? findingsOf(seal, isSeal(before) ? before : undefined, known)
    : withoutSeal(day, seal, await neighboursOf(table, day))
  return { seal, findings }
}

/** The days of a month that have begun, latest first, each with its seal. */
export const daysOfMonth = async (
  table: Table,
  month: string,
  now: string,
  known: SealKeys,
): Promise<Row[]> => {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month) && day <= now.slice(0, 10); day = dateAdd(day, 1))
    days.unshift(day)
  const closed = lastClosedDay(now)
  const rows: Row[] = []
  for (const day of days) {
    const { seal, findings } = await shallow(table, day, known)
    rows.push(rowOf(day, seal, known, closed, findings))
  }
  return rows
}

const compared = (sealed: readonly Mark[], now: readonly Mark[]): Finding[] => {
  const present = new Map(now.map((mark) => [mark.stream, mark]))
  const known = new Set(sealed.map(({ stream }) => stream))
  return [
    ...sealed.flatMap(({ stream, seq, hash }) => {
      const is = present.get(stream)
      if (!is) return [finding('streamMissing', stream)]
      if (is.seq < seq) return [finding('cut', stream, `${is.seq} < ${seq}`)]
      return is.hash === hash ? [] : [finding('notAsSealed', stream)]
    }),
    ...now.filter(({ stream }) => !known.has(stream)).map(({ stream }) => finding('added', stream)),
  ]
}

/** Chains in one answer; what an office writes on a busy day takes longer and is for the verifier on the machine. */
const mostFollowed = 150
const atOnce = 8

/** A day compared with its seal, and its chains followed from their beginning. */
export const verifyDay = async (
  table: Table,
  day: string,
  now: string,
  known: SealKeys,
  keptFrom?: string,
): Promise<z.infer<typeof AuditDay>> => {
  const { seal, findings } = await shallow(table, day, known)
  const marks = await marksOfDay(table, day)
  const sealed = isSeal(seal) ? await sealedMarks(table, seal) : undefined
  const all = isSeal(seal) && !sealed ? [...findings, finding('sealChanged', day)] : [...findings]
  const mayBeGone = keptFrom !== undefined && day < keptFrom
  const differ = sealed ? compared(sealed, marks) : []
  all.push(...differ.filter(({ at }) => !(mayBeGone && at.startsWith('AUDIT#'))))
  let lines = 0
  const streams = marks.map(({ stream }) => stream).slice(0, mostFollowed)
  await atMost(atOnce, streams, async (stream) => {
    const walked = await walkChain(table, stream)
    lines += walked.lines
    all.push(...walked.findings)
  })
  // A chain that is broken says where; that it is no longer as sealed says nothing more.
  const where = new Set(all.filter(({ code }) => code !== 'notAsSealed').map(({ at }) => at.split(' ')[0]))
  const told = all.filter(({ code, at }) => code !== 'notAsSealed' || !where.has(at))
  return { ...rowOf(day, seal, known, lastClosedDay(now), told), lines, followed: streams.length }
}
