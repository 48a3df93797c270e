import { setTimeout as pause } from 'node:timers/promises'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Courtesy } from './courtesy.ts'

export type Consumer = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

type Entry = { name: string; at: string; record: DynamoDBRecord; tries: number; since: number }

/** After this many tries a record is set aside and named; the next start takes it up again from the journal. */
const mostTries = 20
const retryMs = (tries: number) => Math.min(100 * 2 ** tries, 5_000)

export type Pump = {
  push(name: string, at: string, record: DynamoDBRecord): void
  /** The time of the oldest event that this consumer has not acknowledged. */
  oldest(): string | undefined
  waiting(): number
  idle(): Promise<void>
  stop(): Promise<void>
}

type Parts = {
  consumer: Consumer
  batch: number
  onFault: (error: unknown) => void
  courtesy: Courtesy
  /** How long events may come together while people wait for answers. */
  windowMs: number
}

/** Feeds one consumer batch by batch, in order of arrival; what it reports as failed comes again after a pause. */
export const startPump = ({ consumer, batch, onFault, courtesy, windowMs }: Parts): Pump => {
  const queue: Entry[] = []
  let inHand: Entry[] = []
  let stopped = false
  let wake: (() => void) | undefined
  const idlers: (() => void)[] = []

  const failedOf = async (entries: Entry[]): Promise<Set<string>> => {
    try {
      const { batchItemFailures } = await consumer({ Records: entries.map((entry) => entry.record) })
      if (batchItemFailures.length === 0) return new Set()
      // As on AWS: everything from the lowest failed record on comes again.
      const named = new Set(batchItemFailures.map((failure) => failure.itemIdentifier))
      const first = entries.findIndex((entry) => named.has(entry.name))
      return new Set(entries.slice(Math.max(first, 0)).map((entry) => entry.name))
    } catch (error) {
      onFault(error)
      return new Set(entries.map((entry) => entry.name))
    }
  }

  const again = (failed: Entry[]) => {
    for (const entry of failed) entry.tries++
    const kept = failed.filter((entry) => entry.tries < mostTries)
    if (kept.length < failed.length)
      onFault(new Error(`${failed.length - kept.length} events were set aside`))
    queue.unshift(...kept)
    return kept.length > 0 ? pause(retryMs(Math.max(...kept.map((entry) => entry.tries)))) : undefined
  }

  const run = async () => {
    while (!stopped) {
      const [next] = queue
      const since = next?.since ?? 0
      if (next) await courtesy.before(since, windowMs, () => stopped)
      inHand = queue.splice(0, batch)
      if (inHand.length === 0) {
        for (const idler of idlers.splice(0)) idler()
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      const taken = inHand
      const failed = await courtesy.turn(since, () => failedOf(taken))
      const left = inHand.filter((entry) => failed.has(entry.name))
      inHand = []
      if (left.length > 0) await again(left)
    }
  }
  const running = run()

  return {
    push: (name, at, record) => {
      queue.push({ name, at, record, tries: 0, since: performance.now() })
      wake?.()
    },
    oldest: () => [...inHand, ...queue].map((entry) => entry.at).toSorted()[0],
    waiting: () => queue.length + inHand.length,
    idle: () =>
      queue.length + inHand.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idlers.push(resolve)
          }),
    stop: async () => {
      stopped = true
      wake?.()
      await running
    },
  }
}
