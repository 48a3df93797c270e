import type { EventBridgeEvent } from 'aws-lambda'
import { atMost } from '../../functions/lib/at-most.ts'
import { type EventRecord, eventRecords, failuresOf } from '../../functions/lib/event-records.ts'
import type { Log } from '../../functions/lib/log.ts'
import { type BusHandler, published } from '../../functions/lib/publish.ts'
import type { Consumer } from './pump.ts'

const delivered = (record: EventRecord): EventBridgeEvent<string, unknown> => {
  const { source, detailType, time, detail } = published(record)
  return {
    id: record.sequenceNumber,
    version: '0',
    account: '000000000000',
    region: 'local',
    resources: [],
    source,
    'detail-type': detailType,
    time,
    detail: JSON.parse(JSON.stringify(detail)),
  }
}

const eventsAtOnce = 6

/**
 * The bus on one machine. It follows the change feed beside the dispatcher, and not behind it: so what listens never
 * keeps a workflow waiting, and is caught up with after a crash like any other consumer.
 */
export const busConsumer =
  (handlers: readonly BusHandler[], log: Log): Consumer =>
  async ({ Records }) => {
    const failed: string[] = []
    const deliver = async (record: EventRecord) => {
      try {
        for (const handler of handlers) await handler(delivered(record))
      } catch (error) {
        log.fault('recordFailed', error)
        failed.push(record.sequenceNumber)
      }
    }
    await atMost(eventsAtOnce, eventRecords(Records), deliver)
    return failuresOf(failed)
  }
