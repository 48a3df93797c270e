import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import * as z from 'zod'

const Place = z.object({ pk: z.string(), sk: z.string() })
export type Place = z.infer<typeof Place>

/** Of each part of the table as it is keyed: the last item that was taken in. */
const Segments = z.array(z.object({ after: Place.optional(), done: z.boolean() })).min(1)
export type Segments = z.infer<typeof Segments>

const Sums = z.record(z.string(), z.record(z.string(), z.number()))
const RowSums = z.record(z.string(), z.number())

/** How far a recount has come, so that one that was ended goes on where it stopped. */
export const State = z.object({
  segments: Segments,
  items: z.int(),
  events: z.int(),
  issues: z.int(),
  /** What the counters should be, and what they are. */
  expected: Sums,
  stored: Sums,
  /** The same of the rows that say what was counted of each issue, as one number for each partition of them. */
  rows: z.object({ expected: RowSums, stored: RowSums }),
  /** Where those differ: a second reading, which looks for the issues that are to blame. */
  closer: z.object({ partitions: z.array(z.string()), segments: Segments, items: z.int() }).optional(),
  /** Issues of which something else has been counted than they contribute. */
  wrong: z.array(z.string()),
})
export type State = z.infer<typeof State>

const unread = (parts: number): Segments => Array.from({ length: parts }, () => ({ done: false }))

/** A recount that has not begun, of a table that is read in so many parts side by side. */
export const fresh = (parts = 1): State => ({
  segments: unread(parts),
  items: 0,
  events: 0,
  issues: 0,
  expected: {},
  stored: {},
  rows: { expected: {}, stored: {} },
  wrong: [],
})

export const freshCloser = (partitions: string[], parts: number): NonNullable<State['closer']> => ({
  partitions,
  segments: unread(parts),
  items: 0,
})

export const readState = (file: string): State | undefined => {
  try {
    return State.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

export const keepState = (file: string, state: State): void => {
  writeFileSync(`${file}.tmp`, JSON.stringify(state))
  renameSync(`${file}.tmp`, file)
}

export const dropState = (file: string): void => rmSync(file, { force: true })
