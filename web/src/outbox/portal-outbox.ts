import { attempt } from '../api/call.ts'
import { type Drained, drain } from './drain.ts'
import type { NewParcel, Parcel } from './parcel.ts'
import { refusedIssues } from './refused-issues.ts'
import { draftStore, openPortalDb, outboxStore, type PortalDb } from './store.ts'

let opening: Promise<PortalDb> | undefined
const db = () => {
  opening ??= openPortalDb().catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

export const drafts = draftStore(db)
const store = outboxStore(db)
const listeners = new Set<() => void>()

export const onOutboxChange = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const changed = () => {
  for (const listener of listeners) listener()
}

export const parcelsOf = (owner: string): Promise<Parcel[]> => store.all(owner).catch(() => [])

/** Only one tab sends at a time, else the order would be lost. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('zhuqi-outbox', work) : work()

const firstWaitMs = 5_000
const longestWaitMs = 5 * 60_000
let waitMs = firstWaitMs
let timer: ReturnType<typeof setTimeout> | undefined

/** Sends what waits, and comes back to it, less and less often, until nothing waits. */
export const sendWaiting = async (owner: string): Promise<Drained> => {
  clearTimeout(timer)
  const done = await alone(() =>
    drain({
      store,
      owner,
      send: (step) => attempt({ method: 'POST', path: step.path, body: step.body, key: step.key }),
      remains: refusedIssues,
    }),
  )
  changed()
  if (done.stopped && done.stopped.kind !== 'signedOut') {
    timer = setTimeout(() => void sendWaiting(owner), waitMs)
    waitMs = Math.min(waitMs * 2, longestWaitMs)
  } else {
    waitMs = firstWaitMs
  }
  return done
}

/** Rejects where the browser does not let anything be kept. */
export const saveParcel = async (parcel: NewParcel): Promise<void> => {
  await store.add(parcel)
  changed()
}

export const removeParcel = async (id: string): Promise<void> => {
  await store.remove(id)
  changed()
}

/** Tries a refused parcel again as it is, for when the reason has gone away. */
export const sendAgain = async (parcel: Parcel): Promise<void> => {
  const { failure: _, refusedStep: __, ...rest } = parcel
  await store.put({ ...rest, state: 'waiting' })
  changed()
  await sendWaiting(parcel.owner)
}
