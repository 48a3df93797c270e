import { type ChangeFair, Fair } from '../../core/api/fairs.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { answerWrite, type Keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import { type Committed, commitTo } from '../store/stream.ts'
import type { Container } from './container.ts'
import { answeredBefore } from './repeats.ts'

/** A lost race is tried afresh this often before whoever asked is told to come again. */
const attempts = 8

type Known = { fair: Fair; version: number; hash: string }

export const loadFair = async (container: Container, id: string): Promise<Known | undefined> => {
  const row = await container.table.get(keys.fairHead(id))
  return row && { fair: Fair.parse(row.fair), version: Number(row.version), hash: String(row.hash) }
}

type Commit = { fair: Fair; issues: readonly string[]; before?: Known; keyed?: Keyed | undefined }

/** The fair with the row by which its year lists it; the issues that it names follow from the event. */
const commitFair = (
  container: Container,
  principal: Principal,
  { fair, issues, before, keyed }: Commit,
): Promise<Committed> => {
  const at = container.now()
  const listed = (one: Fair) => keys.fairOfYear(one.on.slice(0, 4), one.on, one.id)
  const moved = before && before.fair.on !== fair.on ? [{ remove: listed(before.fair) }] : []
  const version = (before?.version ?? 0) + 1
  return commitTo(container.table, {
    pk: keys.fairHead(fair.id).pk,
    id: fair.id,
    version: before?.version ?? 0,
    hash: before?.hash,
    facts: [
      {
        type: before ? 'FairChanged' : 'FairRecorded',
        fair,
        ...(issues.length > 0 && { issues: [...issues] }),
      },
    ],
    at,
    by: principal.id,
    head: { fair },
    also: [
      ...moved,
      { put: { ...listed(fair), fair } },
      ...(keyed ? [answerWrite(keyed, { fair, version }, at)] : []),
    ],
  })
}

/** Writes a fair once; one that is there already stays as it is, which is told as a lost race. */
export const writeFair = (
  container: Container,
  principal: Principal,
  { issues, ...said }: Omit<Fair, 'recordedAt' | 'recordedBy'> & { issues: readonly string[] },
) => {
  const fair = Fair.parse({ ...said, recordedAt: container.now(), recordedBy: principal.id })
  return commitFair(container, principal, { fair, issues })
}

/** What is not said stays as it is. Once for each key. */
export const changeFair = async (
  container: Container,
  principal: Principal,
  asked: { id: string; change: ChangeFair; ifMatch?: number | undefined; keyed?: Keyed | undefined },
): Promise<{ fair: Fair; version: number } | Refusal> => {
  const { issues = [], ...change } = asked.change
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  for (let tried = 0; tried < attempts; tried++) {
    const repeat = await answeredBefore(container, asked.keyed)
    if (repeat) return isRefusal(repeat) ? repeat : (repeat.answer as { fair: Fair; version: number })
    const before = await loadFair(container, asked.id)
    if (!before) return refuse('unknownFair')
    if (asked.ifMatch !== undefined && asked.ifMatch !== before.version) {
      return refuse('changedMeanwhile', { about: { version: before.version } })
    }
    const fair = Fair.parse({ ...before.fair, ...said })
    const result = await commitFair(container, principal, { fair, issues, before, keyed: asked.keyed })
    if (result.written) return { fair, version: result.version }
  }
  return refuse('busy')
}
