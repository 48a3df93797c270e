import { chainStart, linkHash, noteDigest } from '../../store/chain.ts'
import { eventRow, NoteRow } from '../../store/issue-rows.ts'
import type { Item, Table } from '../../store/table.ts'
import type { Finding } from './findings.ts'
import { finding } from './findings.ts'
import { foldFindings } from './fold-head.ts'
import { allOf } from './marks.ts'

/** A stream as it stands: the hash after each number, and what is wrong with it. */
export type Walked = { hashes: Map<number, string>; findings: Finding[]; lines: number; wordsGone: number }

const sixDigits = (n: number) => String(n).padStart(6, '0')
const parsed = (row: Item) => {
  try {
    return eventRow(row)
  } catch {
    return undefined
  }
}

/** Reports of an earlier version kept the hash of what they say where that of their chain belongs. */
const isEarlierReport = (stream: string, head: Item, last: Item | undefined) => {
  const { fact } = (last && parsed(last)) ?? {}
  return stream.startsWith('REPORT#') && head.contentHash === undefined && head.hash === fact?.contentHash
}

const headFindings = (
  stream: string,
  head: Item | undefined,
  last: Item | undefined,
  seq: number,
  hash: string,
): Finding[] => {
  if (!head) return [finding('headMissing', stream)]
  const version = Number(head.version)
  if (version > seq) return [finding('cut', stream, `${seq} < ${version}`)]
  if (version < seq) return [finding('headDiffers', stream, `${version} < ${seq}`)]
  if (head.hash === hash || isEarlierReport(stream, head, last)) return []
  return [finding('changed', `${stream} EVENT#${sixDigits(seq)}`)]
}

const wordsFinding = (at: string, digest: string | undefined, row: Item): Finding[] => {
  const words = NoteRow.safeParse(row)
  const same = words.success && digest === noteDigest(words.data.salt, words.data.note)
  return same ? [] : [finding('wordsChanged', at)]
}

/** Follows a chain from its beginning and names each place where it is not what was written. */
export const walkChain = async (table: Table, stream: string): Promise<Walked> => {
  const rows = await allOf(table, { pk: stream })
  const isEvent = !stream.startsWith('AUDIT#')
  const links = rows.filter(({ sk }) => sk.startsWith(isEvent ? 'EVENT#' : 'LINE#'))
  const notes = new Map(rows.filter(({ sk }) => sk.startsWith('NOTE#')).map((row) => [row.sk.slice(5), row]))
  const walked: Walked = { hashes: new Map(), findings: [], lines: links.length, wordsGone: 0 }
  const { findings } = walked
  let expected = 1
  let hash: string | undefined = chainStart(stream)
  let before = stream
  for (const row of links) {
    const at = `${stream} ${row.sk}`
    const link = parsed(row)
    if (!link || row.sk !== `${isEvent ? 'EVENT' : 'LINE'}#${sixDigits(link.seq)}`) {
      findings.push(finding('changed', at))
      hash = undefined
      expected++
      continue
    }
    if (link.seq > expected) {
      const last = link.seq - 1
      findings.push(
        finding('removed', `${stream} ${sixDigits(expected)}${last > expected ? `–${sixDigits(last)}` : ''}`),
      )
      hash = undefined
    }
    // The link of the next one is the witness of the one before; of the first, the name of the stream is.
    if (hash !== undefined && link.prev !== hash)
      findings.push(finding('changed', expected === 1 ? at : before))
    const words = notes.get(sixDigits(link.seq))
    if (words) findings.push(...wordsFinding(at, link.noteDigest, words))
    else if (link.noteDigest) walked.wordsGone++
    hash = linkHash(link)
    walked.hashes.set(link.seq, hash)
    expected = link.seq + 1
    before = at
  }
  if (isEvent) {
    const head = rows.find(({ sk }) => sk === 'HEAD')
    findings.push(...headFindings(stream, head, links.at(-1), expected - 1, hash ?? ''))
    // Only of a history that is whole can it be said what it comes to.
    if (head && findings.length === 0 && stream.startsWith('ISSUE#'))
      findings.push(...foldFindings(stream, head, links, notes, walked.wordsGone > 0))
  }
  return walked
}
