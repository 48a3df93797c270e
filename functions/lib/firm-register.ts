import { FirmFacts } from '../../core/api/firms-and-visits.ts'
import type { Principal } from '../../core/principal.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { keys } from '../store/keys.ts'
import { commitTo } from '../store/stream.ts'
import type { Write } from '../store/table.ts'
import type { Container } from './container.ts'

export type StoredFirm = FirmFacts
export type LoadedFirm = { firm: FirmFacts; version: number }
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

const nameRows = (firm: FirmFacts): Write[] =>
  pairsOf(firm.name)
    .slice(0, mostPairs)
    .map((two) => ({
      put: { ...keys.firmName(two, firm.uscc), name: firm.name, ...(firm.park && { park: firm.park }) },
    }))

const commitFirm = (
  container: Container,
  principal: Principal,
  firm: FirmFacts,
  before?: { version: number; hash: string },
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
    also: nameRows(firm),
  })
}

/** The firm as registered; one that is not yet is registered from what is said of it, which needs its name. */
export const registerFirm = async (
  container: Container,
  principal: Principal,
  asked: Asked,
): Promise<FirmFacts | Refusal> => {
  const known = await loadFirm(container, asked.uscc)
  if (known) return known.firm
  if (!asked.name) {
    return refuse('unknownFirm', {
      fields: [{ pointer: '/firm/name', message: '企业尚未登记，请填写企业名称' }],
    })
  }
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const firm = FirmFacts.parse(said)
  const result = await commitFirm(container, principal, firm)
  // Someone registered it a moment earlier: theirs counts.
  return result.written ? firm : ((await loadFirm(container, asked.uscc))?.firm ?? refuse('busy'))
}

/** Registers a firm, or corrects what is registered of it. */
export const saveFirm = async (
  container: Container,
  principal: Principal,
  firm: FirmFacts,
): Promise<LoadedFirm | Refusal> => {
  const row = await container.table.get(keys.firmHead(firm.uscc))
  const before = row && { version: Number(row.version), hash: String(row.hash) }
  const result = await commitFirm(container, principal, firm, before)
  return result.written ? { firm, version: result.version } : refuse('changedMeanwhile')
}
