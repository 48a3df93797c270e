import type { FirmRow } from '../../api/queries.ts'
import { keep, kept } from '../../app/kept.ts'

/** Firms seen before on this device, so that they can be found without network. Names and codes only. */
const most = 200

export const knownFirms = (): FirmRow[] => kept<FirmRow[]>('firms') ?? []

export const rememberFirms = (firms: readonly FirmRow[]) => {
  const seen = [...firms.map(({ uscc, name, park }) => ({ uscc, name, park })), ...knownFirms()]
  const unique = new Map(seen.toReversed().map((firm) => [firm.uscc, firm]))
  keep('firms', [...unique.values()].toReversed().slice(0, most))
}

export const findKnown = (q: string): FirmRow[] =>
  knownFirms()
    .filter(({ name, uscc }) => name.includes(q) || uscc === q)
    .slice(0, 8)
