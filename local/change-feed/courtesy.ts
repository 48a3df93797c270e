import { setTimeout as pause } from 'node:timers/promises'

/** How soon to look again whether people still wait. */
const lookMs = 10

/** Events older than this are worked off at full speed, whoever waits: nothing falls behind for long. */
const longestMs = 4_000

/**
 * People first. Everything shares one process and one engine here, so that consumers at full speed would be felt by
 * whoever waits for an answer. While somebody does, consumers let some events come together, take turns, and rest
 * after each batch as long as it took.
 */
export const makeCourtesy = (busy: () => boolean) => {
  let lane: Promise<unknown> = Promise.resolve()
  const age = (since: number) => performance.now() - since
  return {
    /** Waits while people wait, until the oldest event is so old. */
    before: async (since: number, windowMs: number, stopped: () => boolean): Promise<void> => {
      while (busy() && !stopped() && age(since) < windowMs) await pause(lookMs)
    },
    turn: <T>(since: number, work: () => Promise<T>): Promise<T> => {
      const pressed = () => busy() && age(since) < longestMs
      if (!pressed()) return work()
      const mine = lane.then(async () => {
        const began = performance.now()
        const result = await work()
        return { result, took: performance.now() - began }
      })
      lane = mine.then(
        ({ took }) => (pressed() ? pause(took) : undefined),
        () => undefined,
      )
      return mine.then(({ result }) => result)
    },
  }
}
export type Courtesy = ReturnType<typeof makeCourtesy>
