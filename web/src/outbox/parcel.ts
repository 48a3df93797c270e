import type { Failure } from '../api/failure.ts'

/** One request of a parcel. Its key is made once, so that however often it is sent, it counts once. */
export type Step = { path: string; body: unknown; key: string; answer?: unknown }

/** What one tap on "save" left to be sent: its requests in order, and what was typed, for correcting it. */
export type Parcel = {
  id: string
  /** Given by the store: the order of saving is the order of sending. */
  seq: number
  /** Only the person who wrote it sends it. */
  owner: string
  title: string
  savedAt: string
  draft: unknown
  steps: Step[]
  state: 'waiting' | 'parked'
  attempts: number
  /** Why it has not gone out yet, or why it was refused. */
  failure?: Failure
  /** The step that was refused. */
  refusedStep?: number
}

export type NewParcel = Omit<Parcel, 'seq' | 'state' | 'attempts' | 'failure' | 'refusedStep'>

export type OutboxStore = {
  /** In the order of saving. */
  all: (owner: string) => Promise<Parcel[]>
  add: (parcel: NewParcel & Partial<Parcel>) => Promise<Parcel>
  put: (parcel: Parcel) => Promise<void>
  remove: (id: string) => Promise<void>
}
