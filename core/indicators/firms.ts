import { addUp, type Parcel } from './contributions.ts'
import type { Counts } from './indicator.ts'

/**
 * Figures of banks that count firms and not issues: `firm.approved` is how many distinct firms have an issue of the
 * month with `need.approved`. It cannot be added up issue by issue, so it is worked out where a month is read.
 */
const ofNeed = 'need.'
const ofFirm = 'firm.'
const bits = [
  'referred',
  'approved',
  'funded',
  'firstLoan',
  'renewed',
  'declined',
  'fundedAfterDecline',
] as const

/** The counter of an issue behind a counter of firms; any other is its own. */
export const behind = (name: string): string =>
  name.startsWith(ofFirm) ? `${ofNeed}${name.slice(ofFirm.length)}` : name

/** What an issue with banks counts for in the month in which it was logged: the part that counts firms. */
export const firmParcels = (parcels: readonly Parcel[], month: string): Parcel[] =>
  parcels.flatMap((parcel): Parcel[] => {
    const kept = bits.flatMap((bit) => {
      const amount = parcel.counts[`${ofNeed}${bit}`]
      return amount ? [[`${ofNeed}${bit}`, amount] as const] : []
    })
    return parcel.month === month && kept.length > 0 ? [{ ...parcel, counts: Object.fromEntries(kept) }] : []
  })

export type FirmRow = { readonly firm: string; readonly counted: readonly Parcel[] }

/** Distinct firms by place, which is `month/dimension`. */
export const distinctFirms = (rows: readonly FirmRow[]): Readonly<Record<string, Counts>> => {
  const found: Record<string, Record<string, number>> = {}
  for (const some of Map.groupBy(rows, ({ firm }) => firm).values()) {
    const whole = addUp(some.flatMap(({ counted }) => counted))
    for (const [place, counts] of Object.entries(whole)) {
      const row = found[place] ?? {}
      found[place] = row
      for (const bit of bits)
        if ((counts[`${ofNeed}${bit}`] ?? 0) > 0) row[`${ofFirm}${bit}`] = (row[`${ofFirm}${bit}`] ?? 0) + 1
    }
  }
  return found
}
