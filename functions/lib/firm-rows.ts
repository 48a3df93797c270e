import type { Firm } from '../../core/firm/firm.ts'
import { keys } from '../store/keys.ts'
import type { Item, Write } from '../store/table.ts'

/** Two characters at a time: however a firm is called for short, two of them in a row find it. */
export const pairsOf = (name: string): string[] => {
  const letters = [...name.replace(/\s/g, '')]
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))]
}

/** Characters that stand in every name of the zone find nothing; the first pairs are enough for the rest. */
const mostPairs = 40

/** The rows under which lists find a firm: by its name, in the roster, and by certificates still to be warned of. */
const rowsOf = (firm: Firm): Item[] => {
  const { uscc, name, park, industry, liaison } = firm
  const row = { name, ...(park && { park }) }
  return [
    ...pairsOf(name)
      .slice(0, mostPairs)
      .map((two) => ({ ...keys.firmName(two, uscc), ...row })),
    {
      ...keys.firmRoster(uscc),
      ...row,
      ...(industry && { industry }),
      ...(liaison && { liaison: liaison.official }),
    },
    ...(firm.certificates ?? [])
      .filter((one) => one.warnedAt === undefined)
      .map((one) => ({ ...keys.firmExpiry(one.expiresOn, uscc, one.number), uscc, number: one.number })),
  ]
}

/** What to write so that lists find the firm as it is now, and no more as it was. */
export const firmRowWrites = (before: Firm | undefined, after: Firm): Write[] => {
  const place = (row: Item) => `${row.pk} ${row.sk}`
  const old = new Map((before ? rowsOf(before) : []).map((row) => [place(row), row]))
  const rows = rowsOf(after)
  const kept = new Set(rows.map(place))
  const changed = rows.filter((row) => JSON.stringify(old.get(place(row))) !== JSON.stringify(row))
  const gone = [...old.values()].filter((row) => !kept.has(place(row)))
  return [...changed.map((put) => ({ put })), ...gone.map(({ pk, sk }) => ({ remove: { pk, sk } }))]
}
