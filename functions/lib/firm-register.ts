import { FirmFacts } from '../../core/api/firms-and-visits.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { answerWrite, type Keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import { commitTo } from '../store/stream.ts'
import type { Write } from '../store/table.ts'
import type { Container } from './container.ts'
import { answeredBefore } from './repeats.ts'

export type StoredFirm = FirmFacts
export type LoadedFirm = { firm: FirmFacts; version: number }
/** A lost race is tried afresh this often before whoever asked is told to come again. */
const attempts = 8

type Asked = Partial<FirmFacts> & { uscc: string }

/** Two characters at a time: however a firm is called for short, two of them in a row find it. */
export const pairsOf = (name: string): string[] => {
  const letters = [...name.replace(/\s/g, '')]
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))]
}

/** Characters that stand in every name of the zone find nothing; the first pairs are enough for the rest. */
const mostPairs = 40

export const loadFirm = async (container: Container, uscc: string): Promise<LoadedFirm | undefined> => {
  const row = await container.table.get(keys.firmHead(uscc))
  return row && { firm: FirmFacts.parse(row.firm), version: Number(row.version) }
}

const foundBy = (name: string) => pairsOf(name).slice(0, mostPairs)

/** The rows under which a firm is found by its name, and none any more under the name that it had. */
const nameRows = (firm: FirmFacts, oldName = ''): Write[] => {
  const pairs = foundBy(firm.name)
  const gone = foundBy(oldName).filter((two) => !pairs.includes(two))
  const row = { name: firm.name, ...(firm.park && { park: firm.park }) }
  return [
    ...pairs.map((two) => ({ put: { ...keys.firmName(two, firm.uscc), ...row } })),
    ...gone.map((two) => ({ remove: keys.firmName(two, firm.uscc) })),
  ]
}

const commitFirm = (
  container: Container,
  principal: Principal,
  firm: FirmFacts,
  before?: { version: number; hash: string; name: string },
  keyed?: Keyed,
) => {
  const { contact, ...facts } = firm
  return commitTo(container.table, {
    pk: keys.firmHead(firm.uscc).pk,
    id: firm.uscc,
    version: before?.version ?? 0,
    hash: before?.hash,
    facts: [
      { type: before ? 'FirmChanged' : 'FirmRegistered', firm: facts, ...(contact && { note: { contact } }) },
    ],
    at: container.now(),
    by: principal.id,
    head: { firm },
    also: [
      ...nameRows(firm, before?.name),
      ...(keyed ? [answerWrite(keyed, { firm, version: (before?.version ?? 0) + 1 }, container.now())] : []),
    ],
  })
}

/** The firm as registered; one that is not yet is registered from what is said of it, which needs its name. */
export const registerFirm = async (
  container: Container,
  principal: Principal,
  asked: Asked,
): Promise<FirmFacts | Refusal> => {
  if (!asked.name) {
    const known = await loadFirm(container, asked.uscc)
    if (known) return known.firm
    return refuse('unknownFirm', {
      fields: [{ pointer: '/firm/name', message: '企业尚未登记，请填写企业名称' }],
    })
  }
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const firm = FirmFacts.parse(said)
  for (let tried = 0; tried < attempts; tried++) {
    // Someone may have registered it a moment earlier: theirs counts.
    const known = await loadFirm(container, asked.uscc)
    if (known) return known.firm
    if ((await commitFirm(container, principal, firm)).written) return firm
  }
  return refuse('busy')
}

/** Registers a firm, or corrects what is registered of it; once for each key. */
export const saveFirm = async (
  container: Container,
  principal: Principal,
  firm: FirmFacts,
  more: { ifMatch?: number | undefined; keyed?: Keyed | undefined } = {},
): Promise<LoadedFirm | Refusal> => {
  const said = await answeredBefore(container, more.keyed)
  if (said) return isRefusal(said) ? said : (said.answer as LoadedFirm)
  for (let tried = 0; tried < attempts; tried++) {
    const row = await container.table.get(keys.firmHead(firm.uscc))
    const version = row ? Number(row.version) : 0
    if (more.ifMatch !== undefined && more.ifMatch !== version) {
      return refuse('changedMeanwhile', { about: { version } })
    }
    const before = row && { version, hash: String(row.hash), name: FirmFacts.parse(row.firm).name }
    const result = await commitFirm(container, principal, firm, before, more.keyed)
    if (result.written) return { firm, version: result.version }
    const meanwhile = await answeredBefore(container, more.keyed)
    if (meanwhile) return isRefusal(meanwhile) ? meanwhile : (meanwhile.answer as LoadedFirm)
  }
  return refuse('busy')
}
