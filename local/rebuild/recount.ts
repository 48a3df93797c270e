import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Calendar } from '../../core/calendar/calendar.ts'
import { Firm } from '../../core/firm/firm.ts'
import { addUp, contributions, type Parcel } from '../../core/indicators/contributions.ts'
import { rosterDims, rosterPlace } from '../../core/indicators/coverage.ts'
import { replay } from '../../core/issue/evolve.ts'
import { localDate } from '../../core/zone-time.ts'
import { memberFrom } from '../../functions/lib/indicators/members.ts'
import { fromAttributes } from '../../functions/store/attributes.ts'
import { eventFrom } from '../../functions/store/issue-rows.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import type { State } from './state.ts'

export type Office = { client: DynamoDBClient; table: Table; name: string; calendar: Calendar }

const canonical = (parcels: readonly Parcel[]): string => {
  const places = Object.entries(addUp(parcels)).map(([place, counts]) => [
    place,
    Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])
  return JSON.stringify(places.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
}

const take = (sums: State['expected'], parcels: readonly Parcel[]) => {
  for (const { month, dims, counts } of parcels) {
    for (const dim of dims) {
      sums[`${month}/${dim}`] ??= {}
      const there = sums[`${month}/${dim}`] ?? {}
      for (const [name, amount] of Object.entries(counts)) there[name] = (there[name] ?? 0) + amount
    }
  }
}

const numbersOf = (item: Item) =>
  Object.fromEntries(Object.entries(item).filter((entry) => typeof entry[1] === 'number')) as Record<
    string,
    number
  >

/** Issues whose row of what was counted says something else, or is not there. */
const wrongAmong = async (
  { table }: Office,
  counted: ReadonlyMap<string, { key: Item; parcels: Parcel[] }>,
) => {
  const rows = await table.getMany([...counted.values()].map(({ key }) => key))
  const stored = new Map(rows.map((row) => [row.sk, memberFrom(row).counted]))
  return [...counted].flatMap(([id, { parcels }]) =>
    canonical(stored.get(id) ?? []) === canonical(parcels) ? [] : [id],
  )
}

const monthOf = (pk: string) => pk.slice('MEMBER#'.length, 'MEMBER#'.length + 7)

/** What stands beside the issues: firms on the register, firms that were visited, and the counters themselves. */
const takeOther = (state: State, item: Item) => {
  const { pk, sk } = item
  if (pk.startsWith('INDICATOR#')) state.stored[`${pk.slice('INDICATOR#'.length)}/${sk}`] = numbersOf(item)
  if (pk.startsWith('FIRM#') && sk === 'HEAD')
    take(state.expected, [
      { month: rosterPlace, dims: rosterDims(Firm.parse(item.firm)), counts: { roster: 1 } },
    ])
  if (pk.startsWith('MEMBER#') && pk.endsWith('#visited') && Array.isArray(item.dims))
    take(state.expected, [{ month: monthOf(pk), dims: item.dims.map(String), counts: { visited: 1 } }])
}

/** What need not be sent: heads, words, waits and everything else that no figure is made of. */
const onlyCounted = {
  FilterExpression:
    '(begins_with(pk, :issue) AND begins_with(sk, :event)) OR begins_with(pk, :indicator) OR begins_with(pk, :member) OR (begins_with(pk, :firm) AND sk = :head)',
  ExpressionAttributeValues: {
    ':issue': { S: 'ISSUE#' },
    ':event': { S: 'EVENT#' },
    ':indicator': { S: 'INDICATOR#' },
    ':member': { S: 'MEMBER#' },
    ':firm': { S: 'FIRM#' },
    ':head': { S: 'HEAD' },
  },
}

/** Adds up the issues that a page has finished, each replayed from its events. */
const takeIssues = async (office: Office, state: State, streams: readonly (readonly Item[])[]) => {
  const counted = new Map<string, { key: Item; parcels: Parcel[] }>()
  for (const rows of streams) {
    // Words are in no figure, so that they need not be read.
    const issue = replay(rows.map((row) => eventFrom({ ...row, noteDigest: 'unread' }, undefined)))
    if (!issue) continue
    const parcels = contributions({ issue, calendar: office.calendar })
    const key = keys.member(localDate(issue.loggedAt).slice(0, 7), issue.id)
    counted.set(issue.id, { key, parcels })
    take(state.expected, parcels)
    state.issues++
    state.events += rows.length
  }
  state.wrong.push(...(await wrongAmong(office, counted)))
}

/**
 * Reads the whole table once, in the order in which it is stored, which keeps the rows of an issue together, and works
 * out every counter from the events. After each page it says how far it is; a state that was kept goes on from there.
 */
export const recount = async (
  office: Office,
  state: State,
  onPage: (state: State) => void,
): Promise<State> => {
  let from: Record<string, AttributeValue> | undefined = state.after && {
    pk: { S: state.after.pk },
    sk: { S: state.after.sk },
  }
  const read = (after: typeof from) =>
    office.client.send(
      new ScanCommand({
        TableName: office.name,
        ExclusiveStartKey: after,
        ConsistentRead: true,
        ...onlyCounted,
      }),
    )
  let open: Item[] = []
  let reading = read(from)
  for (;;) {
    const page = await reading
    // The next page comes while this one is counted.
    if (page.LastEvaluatedKey) reading = read(page.LastEvaluatedKey)
    const finished: Item[][] = []
    const close = () => {
      if (open.length > 0) finished.push(open)
      open = []
    }
    let place = state.after
    for (const attributes of page.Items ?? []) {
      const item = fromAttributes(attributes) as Item
      if (open[0] && open[0].pk !== item.pk) close()
      if (open.length === 0) place = { pk: item.pk, sk: item.sk }
      if (item.pk.startsWith('ISSUE#') && item.sk.startsWith('EVENT#')) open.push(item)
      else takeOther(state, item)
    }
    from = page.LastEvaluatedKey
    if (!from) close()
    await takeIssues(office, state, finished)
    state.items += page.ScannedCount ?? 0
    // An issue that the page has cut through is begun again by whoever goes on from here.
    if (open[0]) state.after = { pk: open[0].pk, sk: 'E' }
    else if (place && from) state.after = { pk: from.pk?.S ?? '', sk: from.sk?.S ?? '' }
    onPage(state)
    if (!from) return state
  }
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
