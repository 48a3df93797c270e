import * as z from 'zod'
import type { Parcel } from '../../../core/indicators/contributions.ts'
import { type FirmRow, firmParcels } from '../../../core/indicators/firms.ts'
import { keys } from '../../store/keys.ts'
import type { Table } from '../../store/table.ts'
import { KeptParcels, keptParcels } from './kept-parcels.ts'

const Row = z
  .object({ sk: z.string(), firm: z.string(), counted: KeptParcels })
  .transform(({ sk, ...row }) => ({ id: sk, ...row }))

/** The row by which a month knows the firm behind an issue with banks; none where it counts for none. */
export const firmRowOf = (
  { id, uscc, month }: { id: string; uscc: string; month: string },
  parcels: readonly Parcel[],
): { pk: string; sk: string; firm: string; counted: string } | undefined => {
  const counted = firmParcels(parcels, month)
  return counted.length > 0
    ? { ...keys.financedFirm(month, id), firm: uscc, counted: keptParcels(counted) }
    : undefined
}

/** The issues of a month that went to banks, each with its firm: as many as financing issues, not as issues. */
export const readFirmRows = async (table: Table, month: string): Promise<(FirmRow & { id: string })[]> => {
  const { pk } = keys.financedFirm(month, '')
  const rows: (FirmRow & { id: string })[] = []
  let after: Readonly<Record<string, string>> | undefined
  do {
    const page = await table.query({ pk, limit: 500, ...(after && { after }) })
    rows.push(...page.items.map((item) => Row.parse(item)))
    after = page.next
  } while (after)
  return rows
}
