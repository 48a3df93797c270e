import { keys } from '../../functions/store/keys.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import { makeCourtesy } from './courtesy.ts'
import { makeDoubts } from './doubts.ts'
import { readJournal } from './journal.ts'
import { type Consumer, type Pump, startPump } from './pump.ts'
import { eventName, streamRecord } from './record.ts'

export type ChangeFeed = {
  /** These were committed. */
  take(events: readonly Item[]): void
  /** These may have been committed. */
  doubt(events: readonly Item[]): void
  /** How many deliveries are still to be made. */
  waiting(): number
  /** All that was committed has been delivered. */
  idle(): Promise<void>
  stop(): Promise<void>
}

type Parts = {
  table: Table
  consumers: readonly {
    consumer: Consumer
    batch: number
    /** How long events may come together for it while people wait for answers. */
    windowMs?: number
  }[]
  /** The office's time, under which events stand in the journal. */
  now: () => string
  onFault: (error: unknown) => void
  /** How often what a lost answer may have hidden is looked for, and the checkpoint moved on. */
  everyMs?: number
  /** Whether people are waiting for answers: consumers then give way to them for a moment. */
  busy?: () => boolean
}

const overlapMs = 60_000
/** What an office was given before its feed first ran, its sample firms say, was written within this time. */
const firstLoadMs = 15 * 60_000
const remembered = 20_000

const earlier = (at: string, ms: number) => `${new Date(Date.parse(at) - ms).toISOString().slice(0, 19)}Z`

/** Names of events that were taken already, so that reading the journal again delivers nothing twice in a row. */
const makeSeen = () => {
  const names = new Set<string>()
  return (name: string): boolean => {
    if (names.has(name)) return true
    names.add(name)
    if (names.size > remembered) {
      const [oldest] = names
      if (oldest !== undefined) names.delete(oldest)
    }
    return false
  }
}

/** Delivers every committed event to every consumer at least once, over crashes too. */
export const startChangeFeed = async ({
  table,
  consumers,
  now,
  onFault,
  everyMs = 5_000,
  busy = () => false,
}: Parts): Promise<ChangeFeed> => {
  const courtesy = makeCourtesy(busy)
  const pumps: Pump[] = consumers.map((one) => startPump({ windowMs: 0, ...one, onFault, courtesy }))
  const seen = makeSeen()
  const take = (events: readonly Item[]) => {
    for (const item of events) {
      const name = eventName(item)
      if (seen(name)) continue
      const record = streamRecord(item)
      for (const pump of pumps) pump.push(name, String(item.at), record)
    }
  }

  const doubts = makeDoubts(table)
  const key = keys.checkpoint('change-feed')
  const kept = await table.get(key)
  let checkpoint = typeof kept?.at === 'string' ? kept.at : undefined
  /** Everything before this has been acknowledged by all: from here a next start reads the journal. */
  const saveCheckpoint = async (from: string) => {
    const oldest = [...pumps, doubts].flatMap((part) => part.oldest() ?? []).toSorted()[0]
    const at = oldest !== undefined && oldest < from ? oldest : from
    if (at === checkpoint) return
    await table.swap({ ...key, at })
    checkpoint = at
  }

  const started = now()
  const from = earlier(checkpoint ?? started, checkpoint === undefined ? firstLoadMs : overlapMs)
  for await (const item of readJournal(table, from, started)) take([item])
  await saveCheckpoint(started)

  let stopped = false
  const lookAgain = async () => {
    if (stopped) return
    const asOf = now()
    take(await doubts.found())
    await saveCheckpoint(asOf)
  }
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(lookAgain).catch(onFault)
  }, everyMs)
  timer.unref()

  return {
    take,
    doubt: doubts.add,
    waiting: () => pumps.reduce((sum, pump) => sum + pump.waiting(), 0),
    idle: async () => {
      while (pumps.some((pump) => pump.waiting() > 0)) await Promise.all(pumps.map((pump) => pump.idle()))
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await looking
      await Promise.all(pumps.map((pump) => pump.stop()))
    },
  }
}
