import { addUp, difference, type Parcel } from '../../core/indicators/contributions.ts'
import { KeptParcels } from '../../functions/lib/indicators/kept-parcels.ts'
import type { Item } from '../../functions/store/table.ts'
import { countedIssue } from './counted-issues.ts'
import type { Office } from './office.ts'
import { readAll } from './read-segment.ts'
import type { CountedRow } from './row-sums.ts'
import type { State } from './state.ts'

const onlyEvents = {
  ProjectionExpression: 'pk, sk, seq, #at, #by, fact',
  ExpressionAttributeNames: { '#at': 'at', '#by': 'by' },
  FilterExpression: 'begins_with(pk, :issue) AND begins_with(sk, :event)',
  ExpressionAttributeValues: { ':issue': { S: 'ISSUE#' }, ':event': { S: 'EVENT#' } },
}

const areSame = (some: readonly Parcel[], others: readonly Parcel[]) =>
  Object.keys(difference(addUp(some), addUp(others))).length === 0

const says = (row: Item | undefined, { firm, counted }: CountedRow) =>
  row !== undefined &&
  row.firm === firm &&
  areSame(KeptParcels.parse(row.counted), KeptParcels.parse(counted))

const placeOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}/${sk}`

/** Reads the events again and names the issues whose rows in these partitions say something else, or are not there. */
export const lookCloser = async (
  { client, table, name, calendar }: Office,
  state: State,
  closer: NonNullable<State['closer']>,
  onPage: (state: State) => void,
): Promise<void> => {
  const doubted = new Set(closer.partitions)
  await readAll({ client, name, segments: closer.segments, wanted: onlyEvents }, async (page) => {
    const asked = page.streams.flatMap((events) => {
      const one = countedIssue(events, calendar)
      return one ? [{ id: one.id, rows: one.rows.filter(({ pk }) => doubted.has(pk)) }] : []
    })
    const keysOf = asked.flatMap(({ rows }) => rows.map(({ pk, sk }) => ({ pk, sk })))
    const stored = new Map((await table.getMany(keysOf)).map((row) => [placeOf(row), row]))
    const wrong = asked.filter(({ rows }) => rows.some((row) => !says(stored.get(placeOf(row)), row)))
    return () => {
      state.wrong.push(...wrong.map(({ id }) => id))
      closer.items += page.scanned
      onPage(state)
    }
  })
}
