import { verify as checkSignature, type KeyObject } from 'node:crypto'
import { dateAdd } from '../../../core/zone-time.ts'
import { digestOf } from '../../store/chain.ts'
import { keys } from '../../store/keys.ts'
import type { Table } from '../../store/table.ts'
import { atMost } from '../at-most.ts'
import { type Finding, finding } from './findings.ts'
import { allOf, type Mark, marksOfDay } from './marks.ts'
import { contentOf, firstDay, lastClosedDay, Seal, sealedMarks, sealedText } from './seal.ts'
import { walkChain } from './walk-chain.ts'

export type Report = {
  findings: Finding[]
  /** Days from the first seal to the last, with the digest of the last one, to be noted where nobody here can write. */
  sealed: { days: number; from?: string; to?: string; digest?: string }
  streams: number
  lines: number
  /** Texts that are no more: erased by retention or at somebody's request. */
  wordsGone: number
}

type Asked = {
  table: Table
  now: string
  /** Public keys by the name that seals call them. */
  keys: ReadonlyMap<string, KeyObject>
  /** A digest of a day that was noted elsewhere: also whoever holds the key cannot seal another past over it. */
  noted?: { day: string; digest: string } | undefined
  /** Lines of the audit from before this day may have expired, each chain from its end. */
  keptFrom?: string | undefined
}

export const isSigned = (seal: Seal, key: KeyObject) => {
  const signature = Buffer.from(seal.signature, 'base64url')
  const algorithm = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return checkSignature(algorithm, Buffer.from(sealedText(seal.digest)), key, signature)
}

const ownFindings = (seal: Seal, { keys: known, noted }: Asked): Finding[] => {
  const found: Finding[] = []
  const key = known.get(seal.key)
  if (digestOf(contentOf(seal)) !== seal.digest) found.push(finding('sealChanged', seal.day))
  else if (!key) found.push(finding('keyUnknown', seal.day, seal.key))
  else if (!isSigned(seal, key)) found.push(finding('signatureWrong', seal.day))
  if (noted?.day === seal.day && noted.digest !== seal.digest) found.push(finding('notAsNoted', seal.day))
  return found
}

const daysFrom = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = dateAdd(day, 1)) days.push(day)
  return days
}

/** Seals in order: none missing, each unchanged, signed and following the one before. */
const readSeals = async (asked: Asked) => {
  const rows = await allOf(asked.table, { pk: keys.seal('').pk })
  const findings: Finding[] = []
  const seals: Seal[] = []
  for (const row of rows) {
    const seal = Seal.safeParse(row)
    if (!seal.success || seal.data.day !== row.sk) {
      findings.push(finding('sealChanged', row.sk))
      continue
    }
    const before = seals.at(-1)
    const missing = before ? daysFrom(dateAdd(before.day, 1), dateAdd(seal.data.day, -1)) : []
    findings.push(...missing.map((day) => finding('dayMissing', day)))
    const previous = before?.digest ?? ''
    if (missing.length === 0 && seal.data.previous !== previous)
      findings.push(finding('sealBroken', seal.data.day))
    findings.push(...ownFindings(seal.data, asked))
    seals.push(seal.data)
  }
  const last = seals.at(-1)
  // The function that seals comes by every hour: only what is older than a day is late.
  const due = dateAdd(lastClosedDay(asked.now), -1)
  const today = asked.now.slice(0, 10)
  // Where all seals are gone, or none was ever made, the days tell how long that has been so.
  const unsealed = last ? dateAdd(last.day, 1) : ((await firstDay(asked.table, today)) ?? today)
  findings.push(...daysFrom(unsealed, due).map((day) => finding('notSealed', day)))
  const { noted } = asked
  if (noted && !seals.some(({ day }) => day === noted.day)) findings.push(finding('dayMissing', noted.day))
  return { seals, findings, unsealed: daysFrom(unsealed, today) }
}

type Sealed = Mark & { day: string }

/** What every seal says of the streams, and the streams that were touched on the days that have none yet. */
const collectMarks = async (asked: Asked, seals: readonly Seal[], unsealed: readonly string[]) => {
  const findings: Finding[] = []
  const marks = new Map<string, Sealed[]>()
  for (const seal of seals) {
    const of = await sealedMarks(asked.table, seal)
    if (!of) findings.push(finding('sealChanged', seal.day))
    for (const mark of of ?? []) {
      const known = marks.get(mark.stream) ?? []
      known.push({ ...mark, day: seal.day })
      marks.set(mark.stream, known)
    }
  }
  for (const day of unsealed) {
    for (const { stream } of await marksOfDay(asked.table, day)) if (!marks.has(stream)) marks.set(stream, [])
  }
  return { marks, findings }
}

const dayOfShard = (stream: string) => stream.slice('AUDIT#'.length, 'AUDIT#'.length + 10)

const againstSeals = (stream: string, hashes: Map<number, string>, sealed: readonly Sealed[]): Finding[] => {
  const longest = Math.max(0, ...hashes.keys())
  const found: Finding[] = []
  for (const { seq, hash, day } of sealed) {
    if (longest === 0) return [finding('streamMissing', stream, day)]
    if (seq > longest) found.push(finding('cut', stream, `${longest} < ${seq}, ${day}`))
    else if (hashes.has(seq) && hashes.get(seq) !== hash) found.push(finding('notAsSealed', stream, day))
    if (stream.startsWith('AUDIT#') && longest > seq)
      found.push(finding('added', stream, `${longest} > ${seq}, ${day}`))
  }
  return found
}

const atOnce = 8

/**
 * Follows every chain from its beginning, and compares each with what was sealed. Reads the whole office once; changes
 * nothing, and needs no secret.
 */
export const verifyAudit = async (asked: Asked): Promise<Report> => {
  const { seals, findings, unsealed } = await readSeals(asked)
  const { marks, findings: wrongMarks } = await collectMarks(asked, seals, unsealed)
  findings.push(...wrongMarks)
  const [first, last] = [seals[0], seals.at(-1)]
  const sealed = {
    days: seals.length,
    ...(first && last && { from: first.day, to: last.day, digest: last.digest }),
  }
  const report: Report = { findings, sealed, streams: marks.size, lines: 0, wordsGone: 0 }
  await atMost(atOnce, [...marks.keys()].sort(), async (stream) => {
    const isShard = stream.startsWith('AUDIT#')
    const walked = await walkChain(asked.table, stream)
    const mayBeGone = isShard && asked.keptFrom !== undefined && dayOfShard(stream) < asked.keptFrom
    if (mayBeGone && walked.lines === 0) return
    report.lines += walked.lines
    report.wordsGone += walked.wordsGone
    const wrong = againstSeals(stream, walked.hashes, marks.get(stream) ?? [])
    // A chain that is broken says where; that it is no longer as sealed says nothing more.
    const known = mayBeGone ? new Set(['cut', 'streamMissing']) : new Set()
    const own = walked.findings.filter(({ code }) => walked.lines > 0 || code !== 'headMissing')
    report.findings.push(
      ...own,
      ...wrong.filter(({ code }) => !known.has(code) && (own.length === 0 || code !== 'notAsSealed')),
    )
  })
  return report
}
