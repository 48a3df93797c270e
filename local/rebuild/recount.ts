import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Calendar } from '../../core/calendar/calendar.ts'
import { Firm } from '../../core/firm/firm.ts'
import {
  addParcels,
  addUp,
  contributions,
  difference,
  type Parcel,
} from '../../core/indicators/contributions.ts'
import { rosterDims, rosterPlace } from '../../core/indicators/coverage.ts'
import { replay } from '../../core/issue/evolve.ts'
import { localDate } from '../../core/zone-time.ts'
import { firmRowOf } from '../../functions/lib/indicators/firms.ts'
import { memberFrom } from '../../functions/lib/indicators/members.ts'
import { fromAttributes } from '../../functions/store/attributes.ts'
import { eventWithoutWords } from '../../functions/store/issue-rows.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import type { State } from './state.ts'

export type Office = { client: DynamoDBClient; table: Table; name: string; calendar: Calendar }

const areSame = (some: readonly Parcel[], others: readonly Parcel[]) =>
  Object.keys(difference(addUp(some), addUp(others))).length === 0

const counterKeys = 'INDICATOR#'
const numbersOf = (item: Item) =>
  Object.fromEntries(Object.entries(item).filter((entry) => typeof entry[1] === 'number')) as Record<
    string,
    number
  >

type Counted = ReadonlyMap<string, { key: Item; uscc: string; parcels: Parcel[] }>

const monthOf = (pk: string) => pk.slice('MEMBER#'.length, 'MEMBER#'.length + 7)

/** Issues whose row of what was counted says something else, or is not there. */
const wrongAmong = async ({ table }: Office, counted: Counted) => {
  const rows = await table.getMany([...counted.values()].map(({ key }) => key))
  const stored = new Map(rows.map((row) => [row.sk, memberFrom(row).counted]))
  const firms = new Map(
    [...counted].flatMap(([id, { key, uscc, parcels }]) => {
      const row = firmRowOf({ id, uscc, month: monthOf(key.pk) }, parcels)
      return row ? [[id, row] as const] : []
    }),
  )
  const there = new Set((await table.getMany([...firms.values()])).map(({ sk }) => sk))
  return [...counted].flatMap(([id, { parcels }]) =>
    areSame(stored.get(id) ?? [], parcels) && (there.has(id) || !firms.has(id)) ? [] : [id],
  )
}

/** What firms and visits add to the figures. */
const parcelsOf = (item: Item): Parcel[] => {
  const { pk, sk } = item
  if (pk.startsWith('FIRM#') && sk === 'HEAD')
    return [{ month: rosterPlace, dims: rosterDims(Firm.parse(item.firm)), counts: { roster: 1 } }]
  if (pk.startsWith('MEMBER#') && pk.endsWith('#visited') && Array.isArray(item.dims))
    return [{ month: monthOf(pk), dims: item.dims.map(String), counts: { visited: 1 } }]
  return []
}

/** What need not be sent: heads, words, waits, hashes and everything else that no figure is made of. */
const onlyCounted = {
  ProjectionExpression: 'pk, sk, seq, #at, #by, fact, firm, dims',
  ExpressionAttributeNames: { '#at': 'at', '#by': 'by' },
  FilterExpression:
    '(begins_with(pk, :issue) AND begins_with(sk, :event)) OR begins_with(pk, :indicator) OR (begins_with(pk, :member) AND contains(pk, :visited)) OR (begins_with(pk, :firm) AND sk = :head)',
  ExpressionAttributeValues: {
    ':issue': { S: 'ISSUE#' },
    ':event': { S: 'EVENT#' },
    ':indicator': { S: 'INDICATOR#' },
    ':member': { S: 'MEMBER#' },
    ':visited': { S: '#visited' },
    ':firm': { S: 'FIRM#' },
    ':head': { S: 'HEAD' },
  },
}

/** The issues that a page has finished, each replayed from its events. */
const countedOf = (office: Office, streams: readonly (readonly Item[])[]): Counted =>
  new Map(
    streams.flatMap((rows) => {
      const issue = replay(rows.map(eventWithoutWords))
      if (!issue) return []
      const key = keys.member(localDate(issue.loggedAt).slice(0, 7), issue.id)
      const parcels = contributions({ issue, calendar: office.calendar })
      return [[issue.id, { key, uscc: issue.firm.uscc, parcels }]]
    }),
  )

type Attributes = Record<string, AttributeValue>

type Place = { pk: string; sk: string }
/** Rows of an issue that a page has cut through, and the row before them: whoever goes on from here begins there. */
type Open = { rows: readonly Item[]; before?: Place | undefined }

/** A page split into what it finishes, what stands beside the issues, and the issue that it has cut through. */
const sorted = (items: readonly Attributes[], cut: Open, begun: Place | undefined, isLast: boolean) => {
  const streams: (readonly Item[])[] = []
  const others: Item[] = []
  let rows: Item[] = [...cut.rows]
  let { before } = cut
  let last = begun
  for (const attributes of items) {
    const item = fromAttributes(attributes) as Item
    if (rows[0] && rows[0].pk !== item.pk) {
      streams.push(rows)
      rows = []
    }
    if (rows.length === 0) before = last
    if (item.pk.startsWith('ISSUE#')) rows.push(item)
    else others.push(item)
    last = { pk: item.pk, sk: item.sk }
  }
  const isOver = rows.length > 0 && isLast
  return {
    streams: isOver ? [...streams, rows] : streams,
    others,
    open: isOver ? { rows: [] } : { rows, before },
  }
}

const placeOf = (attributes: Attributes): Place => ({
  pk: attributes.pk?.S ?? '',
  sk: attributes.sk?.S ?? '',
})

/** Reads one segment of the table, in the order in which it is stored, which keeps the rows of an issue together. */
const readSegment = async (office: Office, state: State, Segment: number, onPage: () => void) => {
  const segment = state.segments[Segment]
  if (!segment || segment.done) return
  const read = (after: Attributes | undefined) =>
    office.client.send(
      new ScanCommand({
        TableName: office.name,
        ExclusiveStartKey: after,
        ConsistentRead: true,
        Segment,
        TotalSegments: state.segments.length,
        ...onlyCounted,
      }),
    )
  let open: Open = { rows: [] }
  let begun: Place | undefined = segment.after
  let reading = read(segment.after && { pk: { S: segment.after.pk }, sk: { S: segment.after.sk } })
  for (;;) {
    const page = await reading
    const from = page.LastEvaluatedKey
    // The next page comes while this one is counted.
    if (from) {
      reading = read(from)
      reading.catch(() => undefined)
    }
    const parts = sorted(page.Items ?? [], open, begun, !from)
    open = parts.open
    const counted = countedOf(office, parts.streams)
    const [wrong, counters] = await Promise.all([
      wrongAmong(office, counted),
      office.table.getMany(parts.others.filter(({ pk }) => pk.startsWith(counterKeys))),
    ])
    // From here on without a pause: a state that is kept holds either all of a page or nothing of it.
    for (const row of counters) state.stored[`${row.pk.slice(counterKeys.length)}/${row.sk}`] = numbersOf(row)
    for (const item of parts.others) addParcels(state.expected, parcelsOf(item))
    for (const { parcels } of counted.values()) addParcels(state.expected, parcels)
    state.wrong.push(...wrong)
    state.issues += counted.size
    state.events += parts.streams.reduce((sum, rows) => sum + rows.length, 0)
    state.items += page.ScannedCount ?? 0
    begun = from && placeOf(from)
    segment.after = open.rows.length > 0 ? open.before : begun
    segment.done = !from
    onPage()
    if (!from) return
  }
}

/**
 * Reads the whole table once, in segments side by side so that nobody waits for anybody, and works out every counter
 * from the events. After each page it says how far it is; a state that was kept goes on from there.
 */
export const recount = async (
  office: Office,
  state: State,
  onPage: (state: State) => void,
): Promise<State> => {
  await Promise.all(
    state.segments.map((_, segment) => readSegment(office, state, segment, () => onPage(state))),
  )
  return state
}

export type Difference = { place: string; name: string; stored: number; expected: number }

/** Counters that are not what the events say. */
export const differencesOf = ({ expected, stored }: Pick<State, 'expected' | 'stored'>): Difference[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(stored)])].toSorted().flatMap((place) => {
    const names = new Set([...Object.keys(expected[place] ?? {}), ...Object.keys(stored[place] ?? {})])
    return [...names].toSorted().flatMap((name) => {
      const one = { place, name, stored: stored[place]?.[name] ?? 0, expected: expected[place]?.[name] ?? 0 }
      return one.stored === one.expected ? [] : [one]
    })
  })
