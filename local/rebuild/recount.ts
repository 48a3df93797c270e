import { Firm } from '../../core/firm/firm.ts'
import { addParcels, type Parcel } from '../../core/indicators/contributions.ts'
import { rosterDims, rosterPlace } from '../../core/indicators/coverage.ts'
import type { Item } from '../../functions/store/table.ts'
import { lookCloser } from './closer.ts'
import { countedIssue } from './counted-issues.ts'
import type { Office } from './office.ts'
import { type Page, readAll } from './read-segment.ts'
import { addRow, type CountedRow, differing } from './row-sums.ts'
import { freshCloser, type State } from './state.ts'

const counterKeys = 'INDICATOR#'
const numbersOf = (item: Item) =>
  Object.fromEntries(Object.entries(item).filter((entry) => typeof entry[1] === 'number')) as Record<
    string,
    number
  >

const memberKeys = 'MEMBER#'

/** What firms and visits add to the figures. */
const parcelsOf = (item: Item): Parcel[] => {
  const { pk, sk } = item
  if (pk.startsWith('FIRM#') && sk === 'HEAD')
    return [{ month: rosterPlace, dims: rosterDims(Firm.parse(item.firm)), counts: { roster: 1 } }]
  if (pk.startsWith(memberKeys) && pk.endsWith('#visited') && Array.isArray(item.dims))
    return [
      {
        month: pk.slice(memberKeys.length, pk.lastIndexOf('#')),
        dims: item.dims.map(String),
        counts: { visited: 1 },
      },
    ]
  return []
}

/** A row that says what was counted. One that an earlier version wrote otherwise is looked at in the second reading. */
const countedRow = ({ pk, sk, firm, counted }: Item): CountedRow | undefined => {
  if (!pk.startsWith(memberKeys) || counted === undefined) return undefined
  const text = typeof counted === 'string' ? counted : JSON.stringify(counted)
  return { pk, sk, ...(typeof firm === 'string' && { firm }), counted: text }
}

/** What need not be sent: heads, words, waits, hashes and everything else that no figure is made of. */
const onlyCounted = {
  ProjectionExpression: 'pk, sk, seq, #at, #by, fact, firm, dims, counted',
  ExpressionAttributeNames: { '#at': 'at', '#by': 'by' },
  FilterExpression:
    '(begins_with(pk, :issue) AND begins_with(sk, :event)) OR begins_with(pk, :indicator) OR begins_with(pk, :member) OR (begins_with(pk, :firm) AND sk = :head)',
  ExpressionAttributeValues: {
    ':issue': { S: 'ISSUE#' },
    ':event': { S: 'EVENT#' },
    ':indicator': { S: counterKeys },
    ':member': { S: memberKeys },
    ':firm': { S: 'FIRM#' },
    ':head': { S: 'HEAD' },
  },
}

const countPage = async ({ table, calendar }: Office, state: State, page: Page) => {
  const issues = page.streams.flatMap((events) => countedIssue(events, calendar) ?? [])
  const counters = await table.getMany(page.others.filter(({ pk }) => pk.startsWith(counterKeys)))
  return () => {
    for (const row of counters) state.stored[`${row.pk.slice(counterKeys.length)}/${row.sk}`] = numbersOf(row)
    for (const item of page.others) {
      addParcels(state.expected, parcelsOf(item))
      const row = countedRow(item)
      if (row) addRow(state.rows.stored, row)
    }
    for (const { parcels, rows } of issues) {
      addParcels(state.expected, parcels)
      for (const row of rows) addRow(state.rows.expected, row)
    }
    state.issues += issues.length
    state.events += page.streams.reduce((sum, rows) => sum + rows.length, 0)
    state.items += page.scanned
  }
}

/**
 * Reads the whole table once and works out every counter from the events; where the rows that say what was counted of
 * each issue are others than the events ask for, a second reading names the issues. After each page it says how far it
 * is; a state that was kept goes on from there.
 */
export const recount = async (
  office: Office,
  state: State,
  onPage: (state: State) => void,
): Promise<State> => {
  const { client, name } = office
  await readAll({ client, name, segments: state.segments, wanted: onlyCounted }, async (page) => {
    const keep = await countPage(office, state, page)
    return () => {
      keep()
      onPage(state)
    }
  })
  const partitions = differing(state.rows.expected, state.rows.stored)
  if (partitions.length > 0) {
    state.closer ??= freshCloser(partitions, state.segments.length)
    await lookCloser(office, state, state.closer, onPage)
  }
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
