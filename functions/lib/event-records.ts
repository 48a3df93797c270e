import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'
import * as z from 'zod'
import { fromAttributes } from '../store/attributes.ts'

const Image = z.object({
  pk: z.string(),
  sk: z.string(),
  seq: z.int(),
  at: z.string(),
  by: z.string(),
  fact: z.looseObject({ type: z.string() }),
})
export type EventRecord = z.infer<typeof Image> & { sequenceNumber: string }

/** The events of a batch. A record is a hint: it may come twice, late, or swapped with its neighbour. */
export const eventRecords = (records: readonly DynamoDBRecord[]): EventRecord[] =>
  records.flatMap((record) => {
    const image = record.dynamodb?.NewImage
    if (record.eventName !== 'INSERT' || !image) return []
    const parsed = Image.safeParse(fromAttributes(image as Record<string, AttributeValue>))
    if (!parsed.success || !parsed.data.sk.startsWith('EVENT#')) return []
    return [{ ...parsed.data, sequenceNumber: record.dynamodb?.SequenceNumber ?? '' }]
  })

export const issueIdOf = (event: Pick<EventRecord, 'pk'>): string | undefined =>
  event.pk.startsWith('ISSUE#') ? event.pk.slice('ISSUE#'.length) : undefined

/** Tells the stream which records are to come again. */
export const failuresOf = (sequenceNumbers: readonly string[]): DynamoDBBatchResponse => ({
  batchItemFailures: sequenceNumbers.map((itemIdentifier) => ({ itemIdentifier })),
})
