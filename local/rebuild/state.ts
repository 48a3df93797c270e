import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import * as z from 'zod'

const Sums = z.record(z.string(), z.record(z.string(), z.number()))

/** How far a recount has come, so that one that was ended goes on where it stopped. */
export const State = z.object({
  /** Of each part of the table as it is keyed: the last item that was taken in. */
  segments: z
    .array(z.object({ after: z.object({ pk: z.string(), sk: z.string() }).optional(), done: z.boolean() }))
    .min(1),
  items: z.int(),
  events: z.int(),
  issues: z.int(),
  /** What the counters should be, and what they are. */
  expected: Sums,
  stored: Sums,
  /** Issues of which something else has been counted than they contribute. */
  wrong: z.array(z.string()),
})
export type State = z.infer<typeof State>

/** So many parts are read side by side: the table answers one while another is counted. */
const parts = 3

export const fresh = (): State => ({
  segments: Array.from({ length: parts }, () => ({ done: false })),
  items: 0,
  events: 0,
  issues: 0,
  expected: {},
  stored: {},
  wrong: [],
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
