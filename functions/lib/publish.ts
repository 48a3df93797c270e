import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { EventBridgeEvent } from 'aws-lambda'
import type { EventRecord } from './event-records.ts'

/** Tells the outside what happened: facts and ids, never words or contacts. */
export type PublishEvents = (events: readonly EventRecord[]) => Promise<void>

const atOnce = 10

export const eventSource = 'zhuqi'

/** What listens to the bus. Throws where the event is to be delivered again. */
export type BusHandler = (event: EventBridgeEvent<string, unknown>) => Promise<void>

/** An event as it stands on the bus. */
export const published = ({ pk, seq, at, by, fact }: EventRecord) => ({
  source: eventSource,
  detailType: fact.type,
  time: at,
  detail: { id: pk.split('#')[1], seq, at, by, fact },
})

export const makePublisher =
  (client: EventBridgeClient, busName: string): PublishEvents =>
  async (events) => {
    for (let start = 0; start < events.length; start += atOnce) {
      const Entries = events
        .slice(start, start + atOnce)
        .map(published)
        .map(({ source, detailType, time, detail }) => ({
          EventBusName: busName,
          Source: source,
          DetailType: detailType,
          Time: new Date(time),
          Detail: JSON.stringify(detail),
        }))
      const answer = await client.send(new PutEventsCommand({ Entries }))
      if (answer.FailedEntryCount)
        throw new Error(`${answer.FailedEntryCount} events were not taken by the bus`)
    }
  }
