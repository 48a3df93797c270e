import * as z from 'zod'
import { type Amounts, addUp, type Parcel } from '../../../core/indicators/contributions.ts'
import type { Counts } from '../../../core/indicators/indicator.ts'
import { keys } from '../../store/keys.ts'
import type { Item, Table } from '../../store/table.ts'
import { KeptParcels } from './kept-parcels.ts'

const Row = z.object({
  sk: z.string(),
  version: z.int().optional(),
  loggedOn: z.string().optional(),
  counted: KeptParcels,
})

/**
 * What has been counted of an issue. The row of the month in which it was logged holds all of it and says up to which
 * version; in another month, where something of it fell due, stands a copy of what counts there.
 */
export type Member = {
  id: string
  version: number
  /** The day on which it was logged: in the row of that month alone. */
  loggedOn?: string
  counted: readonly Parcel[]
}

/** A row of an earlier version does not name the day; the number of an issue begins with it. */
const dayInNumber = (id: string) => `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`

export const memberFrom = (item: Item): Member => {
  const { sk, version, counted, loggedOn } = Row.parse(item)
  if (version === undefined) return { id: sk, version: 0, counted }
  return { id: sk, version, loggedOn: loggedOn ?? dayInNumber(sk), counted }
}

/** The counters of a member in one month and one row of it; of all rows of it where none is named. */
export const countsIn = ({ counted }: Member, month: string, dimension = 'all'): Counts | undefined => {
  const found: Amounts = addUp(counted.filter((parcel) => parcel.month === month))
  return found[`${month}/${dimension}`]
}

/** A page of the issues that count for something in a month, in the order of their ids. */
export const readMembers = async (
  table: Table,
  month: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ members: Member[]; more: boolean }> => {
  const { pk } = keys.member(month, '')
  const page = await table.query({ pk, limit, ...(after && { after: keys.member(month, after) }) })
  return { members: page.items.map(memberFrom), more: page.next !== undefined }
}

/** All of them, page by page: for papers and samples, which look at every issue of a month anyway. */
export const allMembers = async function* (table: Table, month: string): AsyncGenerator<Member> {
  let after: string | undefined
  for (;;) {
    const { members, more } = await readMembers(table, month, { after, limit: 500 })
    yield* members
    after = members.at(-1)?.id
    if (!more || !after) return
  }
}
