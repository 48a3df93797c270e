import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { RoundNo } from '../../core/referral/parts.ts'
import { atMost } from '../lib/at-most.ts'
import type { Container } from '../lib/container.ts'
import { type EventRecord, eventRecords, failuresOf, issueIdOf } from '../lib/event-records.ts'
import type { Log } from '../lib/log.ts'
import type { PublishEvents } from '../lib/publish.ts'
import { readWaits, type Waits } from '../lib/waits.ts'
import type { Workflows } from '../lib/workflows.ts'
import { keys } from '../store/keys.ts'
import { followFair, isOfFair } from './follow-fair.ts'
import { followUp } from './follow-up.ts'

/** Enough to hide the way to the services; more would only queue there, before whoever waits for an answer. */
const issuesAtOnce = 8

export type DispatcherParts = { container: Container; workflows: Workflows; publish: PublishEvents; log: Log }

/**
 * Starts where an issue's life begins; wakes whoever waits on an older version. A dead token means that its execution
 * is on its way to look at the issue, consistently, and will see this event; one that is truly lost is `reconcile`'s.
 */
const wakeOrStart = async (
  { workflows }: DispatcherParts,
  issueId: string,
  waits: Waits,
  seq: number,
  born: boolean,
  round: number | undefined,
) => {
  for (const wait of [waits.issue, waits.round]) {
    if (wait && wait.version < seq) await workflows.wake(wait.token)
  }
  // A new execution puts a wait that can be read in its place.
  if (waits.unreadable) await workflows.start(issueId, `${issueId}-${seq}`)
  else if (!waits.issue && born) await workflows.start(issueId, `${issueId}-1`)
  if (round !== undefined) await workflows.startRound(issueId, round, `${issueId}-round-${round}`)
}

const roundOpenedIn = (events: readonly EventRecord[]): number | undefined => {
  const opened = events.findLast((event) => event.fact.type === 'RoundOpened')
  return opened && RoundNo.parse(opened.fact.round)
}

const dispatchIssue = async (
  parts: DispatcherParts,
  issueId: string,
  waits: Waits,
  events: readonly EventRecord[],
) => {
  const latest = events.reduce((a, b) => (b.seq > a.seq ? b : a))
  const born = events.some((event) => event.fact.type === 'IssueLogged')
  await wakeOrStart(parts, issueId, waits, latest.seq, born, roundOpenedIn(events))
  for (const event of events) await followUp(parts.container, issueId, event)
}

/** The first execution of a delivery bears its own name; one that was asked for later, its event's number besides. */
const startDelivery = async ({ workflows }: DispatcherParts, { pk, seq, fact }: EventRecord) => {
  const id = pk.slice(keys.deliveryHead('').pk.length)
  if (fact.type === 'DeliveryQueued') await workflows.deliver(id, id)
  if (fact.type === 'RedeliveryAsked') await workflows.deliver(id, `${id}-${seq}`)
}

/** The second consumer of the stream: wakes and starts workflows, then tells the bus. */
export const dispatcherConsumer =
  (parts: DispatcherParts) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const records = eventRecords(event.Records)
    const byIssue = Map.groupBy(
      records.filter((record) => issueIdOf(record) !== undefined),
      (record) => issueIdOf(record) ?? '',
    )
    const waits = await readWaits(parts.container.table, [...byIssue.keys()])
    const failed = new Set<string>()
    await atMost(issuesAtOnce, byIssue, async ([issueId, events]) => {
      try {
        await dispatchIssue(parts, issueId, waits.get(issueId) ?? {}, events)
      } catch (error) {
        parts.log.fault('recordFailed', error, { issueId })
        for (const one of events) failed.add(one.sequenceNumber)
      }
    })
    const ofDeliveries = records.filter(({ pk }) => pk.startsWith(keys.deliveryHead('').pk))
    await atMost(issuesAtOnce, ofDeliveries, async (record) => {
      try {
        await startDelivery(parts, record)
      } catch (error) {
        parts.log.fault('recordFailed', error)
        failed.add(record.sequenceNumber)
      }
    })
    for (const event of records.filter(isOfFair)) {
      try {
        await followFair(parts.container, event)
      } catch (error) {
        parts.log.fault('recordFailed', error)
        failed.add(event.sequenceNumber)
      }
    }
    await parts.publish(records.filter((record) => !failed.has(record.sequenceNumber)))
    return failuresOf(records.map((record) => record.sequenceNumber).filter((number) => failed.has(number)))
  }
