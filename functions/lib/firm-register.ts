import { registeredFacts } from '../../core/firm/decide.ts'
import type { FirmFact } from '../../core/firm/events.ts'
import { evolveFirm } from '../../core/firm/evolve.ts'
import { Firm, FirmFacts } from '../../core/firm/firm.ts'
import { sizeByStandard } from '../../core/firm/size.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { answerWrite, type Keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import { commitTo } from '../store/stream.ts'
import type { Item, Write } from '../store/table.ts'
import type { Container } from './container.ts'
import { firmRowWrites } from './firm-rows.ts'
import { answeredBefore } from './repeats.ts'
import { sizeStandardNow } from './size-standard.ts'

export type StoredFirm = Firm
export type LoadedFirm = { firm: Firm; version: number }
type Known = LoadedFirm & { hash: string }
/** A lost race is tried afresh this often before whoever asked is told to come again. */
const attempts = 8

type Asked = Partial<FirmFacts> & { uscc: string }

const knownFrom = (row: Item): Known => ({
  firm: Firm.parse(row.firm),
  version: Number(row.version),
  hash: String(row.hash),
})

const loadKnown = async (container: Container, uscc: string): Promise<Known | undefined> => {
  const row = await container.table.get(keys.firmHead(uscc))
  return row && knownFrom(row)
}

export const loadFirm = async (container: Container, uscc: string): Promise<LoadedFirm | undefined> => {
  const known = await loadKnown(container, uscc)
  return known && { firm: known.firm, version: known.version }
}

/** Those of the firms that are registered, in no order. */
export const loadFirms = async (container: Container, usccs: readonly string[]): Promise<Firm[]> =>
  (await container.table.getMany(usccs.map(keys.firmHead))).map((row) => knownFrom(row).firm)

/** That a firm asked for deletion is followed up until all of it is done, whatever happens to the request. */
const deletionWrites = (facts: readonly FirmFact[], uscc: string, version: number, at: string): Write[] =>
  facts.flatMap((fact): Write[] => {
    if (fact.type !== 'PersonalDataErased') return []
    const { request, identified } = fact
    const stream = keys.firmHead(uscc).pk
    return [
      { put: { ...keys.passing('erasure', at, `${uscc}#${request}`), stream, upTo: version } },
      { put: { ...keys.passing('deletion', at, `${uscc}#${request}`), uscc, request, identified } },
    ]
  })

type Commit = {
  principal: Principal
  uscc: string
  facts: readonly FirmFact[]
  before?: Known | undefined
  keyed?: Keyed | undefined
  /** What a repeat under the key is answered. */
  answer?: (firm: Firm, version: number) => unknown
}

/** With stated facts goes the class that the standard in force gives for them: figures stand on it. */
const classified = async (container: Container, facts: readonly FirmFact[]): Promise<FirmFact[]> => {
  const standard = await sizeStandardNow(container)
  return facts.map((fact) =>
    fact.type === 'FirmRegistered' || fact.type === 'FirmChanged'
      ? { ...fact, ...sizeByStandard(standard, fact.firm) }
      : fact,
  )
}

/** Facts of a firm with the rows by which it is found, in one transaction. */
const commitFirm = async (container: Container, commit: Commit) => {
  const {
    principal,
    uscc,
    facts: stated,
    before,
    keyed,
    answer = (firm, version) => ({ firm, version }),
  } = commit
  const at = container.now()
  const facts = await classified(container, stated)
  const firm = facts.reduce<Firm | undefined>((now, fact) => evolveFirm(now, fact, at), before?.firm)
  if (!firm) throw new Error(`${uscc} has no facts`)
  const version = (before?.version ?? 0) + facts.length
  const result = await commitTo(container.table, {
    pk: keys.firmHead(uscc).pk,
    id: uscc,
    version: before?.version ?? 0,
    hash: before?.hash,
    facts,
    at,
    by: principal.id,
    head: { firm },
    also: [
      ...firmRowWrites(before?.firm, firm),
      ...deletionWrites(facts, uscc, version, at),
      ...(keyed ? [answerWrite(keyed, answer(firm, version), at)] : []),
    ],
  })
  return { written: result.written, firm, version }
}

const stated = (type: 'FirmRegistered' | 'FirmChanged', { contact, ...facts }: FirmFacts): FirmFact => ({
  type,
  firm: facts,
  ...(contact && { note: { contact } }),
})

/** The firm as registered; one that is not yet is registered from what is said of it, which needs its name. */
export const registerFirm = async (
  container: Container,
  principal: Principal,
  asked: Asked,
): Promise<Firm | Refusal> => {
  if (!asked.name) {
    const known = await loadFirm(container, asked.uscc)
    if (known) return known.firm
    return refuse('unknownFirm', {
      fields: [{ pointer: '/firm/name', message: '企业尚未登记，请填写企业名称' }],
    })
  }
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const facts = [stated('FirmRegistered', FirmFacts.parse(said))]
  for (let tried = 0; tried < attempts; tried++) {
    // Someone may have registered it a moment earlier: theirs counts.
    const known = await loadFirm(container, asked.uscc)
    if (known) return known.firm
    const { written, firm } = await commitFirm(container, { principal, uscc: asked.uscc, facts })
    if (written) return firm
  }
  return refuse('busy')
}

type More = { ifMatch?: number | undefined; keyed?: Keyed | undefined }

/** Tries a change on the firm as it is now until it wins its race; once for each key. */
export const changeFirm = async <A>(
  container: Container,
  asked: More & { principal: Principal; uscc: string; answer: (firm: Firm, version: number) => A },
  decide: (before: Known | undefined) => readonly FirmFact[] | Refusal,
): Promise<A | Refusal> => {
  const { principal, uscc, ifMatch, keyed, answer } = asked
  for (let tried = 0; tried < attempts; tried++) {
    const said = await answeredBefore(container, keyed)
    if (said) return isRefusal(said) ? said : (said.answer as A)
    const before = await loadKnown(container, uscc)
    const version = before?.version ?? 0
    if (ifMatch !== undefined && ifMatch !== version)
      return refuse('changedMeanwhile', { about: { version } })
    const facts = decide(before)
    if (isRefusal(facts)) return facts
    if (facts.length === 0 && before) {
      const nothing = answer(before.firm, version)
      // Nothing to do is an answer too: a repeat that comes late must not do it after all.
      if (!keyed) return nothing
      if ((await container.table.transact([answerWrite(keyed, nothing, container.now())])).written)
        return nothing
      continue
    }
    const result = await commitFirm(container, { principal, uscc, facts, before, keyed, answer })
    if (result.written) return answer(result.firm, result.version)
  }
  return refuse('busy')
}

/** Registers a firm, or corrects what is said of it; what is not said stays as it is. Once for each key. */
export const saveFirm = (container: Container, principal: Principal, firm: FirmFacts, more: More = {}) =>
  changeFirm<LoadedFirm>(
    container,
    { ...more, principal, uscc: firm.uscc, answer: (now, version) => ({ firm: now, version }) },
    (before) => [
      before
        ? stated('FirmChanged', { ...registeredFacts(before.firm), ...firm })
        : stated('FirmRegistered', firm),
    ],
  )
