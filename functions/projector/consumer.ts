import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { Container } from '../lib/container.ts'
import { type EventRecord, eventRecords, failuresOf, issueIdOf } from '../lib/event-records.ts'
import type { Log } from '../lib/log.ts'
import { projectIssues } from './project.ts'
import { projectFirms, projectVisits } from './project-firms.ts'

const idsIn = (records: readonly EventRecord[], prefix: string) =>
  new Set(records.flatMap(({ pk }) => (pk.startsWith(prefix) ? pk.slice(prefix.length) : [])))

/** The first consumer of the stream: keeps the figures. All issues of a batch are counted together. */
export const projectorConsumer =
  (container: Container, log: Log) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const records = eventRecords(event.Records)
    try {
      await projectIssues(
        container,
        records.flatMap((record) => issueIdOf(record) ?? []),
      )
      await projectFirms(container, idsIn(records, 'FIRM#'))
      await projectVisits(container, idsIn(records, 'VISIT#'))
      return failuresOf([])
    } catch (error) {
      log.fault('recordFailed', error)
      return failuresOf(records.slice(0, 1).map((record) => record.sequenceNumber))
    }
  }
