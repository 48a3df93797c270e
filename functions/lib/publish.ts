import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { EventRecord } from './event-records.ts'

/** Tells the outside what happened: facts and ids, never words or contacts. */
export type PublishEvents = (events: readonly EventRecord[]) => Promise<void>

const atOnce = 10

export const makePublisher =
  (client: EventBridgeClient, busName: string): PublishEvents =>
  async (events) => {
    for (let start = 0; start < events.length; start += atOnce) {
      const Entries = events.slice(start, start + atOnce).map(({ pk, seq, at, by, fact }) => ({
        EventBusName: busName,
        Source: 'zhuqi',
        DetailType: fact.type,
        Time: new Date(at),
        Detail: JSON.stringify({ id: pk.split('#')[1], seq, at, by, fact }),
      }))
      const answer = await client.send(new PutEventsCommand({ Entries }))
      if (answer.FailedEntryCount)
        throw new Error(`${answer.FailedEntryCount} events were not taken by the bus`)
    }
  }
