import type { Failure, Outcome } from '../api/failure.ts'
import type { NewParcel, OutboxStore, Parcel, Step } from './parcel.ts'

export type Send = (step: Step) => Promise<Outcome<unknown>>
export type Sent = { id: string; title: string; answers: unknown[] }
export type Drained = {
  sent: Sent[]
  parked: string[]
  /** Why sending stopped before the end; what waits is sent later. */
  stopped?: Failure
}

type Options = {
  store: OutboxStore
  owner: string
  send: Send
  /** What of a parcel that went out was refused in part, as parcels of their own. */
  remains?: (parcel: Parcel) => (NewParcel & { failure: Failure })[]
}

/** Refusals that say "not now" rather than "never". */
const notNow = [408, 425, 429]

const isFinal = (failure: Failure): boolean =>
  failure.kind === 'refused' &&
  failure.status !== 401 &&
  !notNow.includes(failure.status) &&
  failure.problem.code !== 'busy'

const sendParcel = async (parcel: Parcel, { store, send }: Options): Promise<Failure | undefined> => {
  for (const [index, step] of parcel.steps.entries()) {
    if ('answer' in step) continue
    const outcome = await send(step)
    if (!outcome.ok) {
      const final = isFinal(outcome.failure)
      parcel.attempts += 1
      parcel.failure = outcome.failure
      if (final) Object.assign(parcel, { state: 'parked', refusedStep: index })
      await store.put(parcel)
      return outcome.failure
    }
    step.answer = outcome.value ?? null
    await store.put(parcel)
  }
  return undefined
}

/**
 * Sends what waits, oldest first, one after another. A refusal parks its parcel and the next one goes on; anything
 * that may pass by itself stops the round, so that order is kept.
 */
export const drain = async (options: Options): Promise<Drained> => {
  const { store, owner, remains } = options
  const done: Drained = { sent: [], parked: [] }
  for (const parcel of await store.all(owner)) {
    if (parcel.state === 'parked') continue
    const failure = await sendParcel(parcel, options)
    if (failure && !isFinal(failure)) return { ...done, stopped: failure }
    if (failure) {
      done.parked.push(parcel.id)
      continue
    }
    for (const rest of remains?.(parcel) ?? []) {
      const parked = await store.add({ ...rest, state: 'parked', refusedStep: 0 })
      done.parked.push(parked.id)
    }
    await store.remove(parcel.id)
    const answers = parcel.steps.map((step) => step.answer)
    done.sent.push({ id: parcel.id, title: parcel.title, answers })
  }
  return done
}
