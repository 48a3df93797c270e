import {
  type AttributeValue,
  type DynamoDBClient,
  ScanCommand,
  type ScanInput,
} from '@aws-sdk/client-dynamodb'
import { fromAttributes } from '../../functions/store/attributes.ts'
import type { Item } from '../../functions/store/table.ts'
import { scanPage } from '../engine/scan-page.ts'
import type { Place, Segments } from './state.ts'

/** What a page has finished: the events of each issue that ends in it, and what stands beside the issues. */
export type Page = {
  streams: readonly (readonly Item[])[]
  others: readonly Item[]
  /** Rows of the table that were looked at for it. */
  scanned: number
}

/** What is asked for of the rows, and of which. */
export type Wanted = Pick<
  ScanInput,
  'ProjectionExpression' | 'ExpressionAttributeNames' | 'FilterExpression' | 'ExpressionAttributeValues'
>

type Attributes = Record<string, AttributeValue>

/** Rows of an issue that a page has cut through, and the row before them: whoever goes on from here begins there. */
type Open = { rows: readonly Item[]; before?: Place | undefined }

const sorted = (items: readonly Attributes[], cut: Open, begun: Place | undefined, isLast: boolean) => {
  const streams: (readonly Item[])[] = []
  const others: Item[] = []
  let rows: Item[] = [...cut.rows]
  let { before } = cut
  let last = begun
  for (const attributes of items) {
    const item = fromAttributes(attributes) as Item
    if (rows[0] && rows[0].pk !== item.pk) {
      streams.push(rows)
      rows = []
    }
    if (rows.length === 0) before = last
    if (item.pk.startsWith('ISSUE#')) rows.push(item)
    else others.push(item)
    last = { pk: item.pk, sk: item.sk }
  }
  const isOver = rows.length > 0 && isLast
  return {
    streams: isOver ? [...streams, rows] : streams,
    others,
    open: isOver ? { rows: [] } : { rows, before },
  }
}

const placeOf = (attributes: Attributes): Place => ({
  pk: attributes.pk?.S ?? '',
  sk: attributes.sk?.S ?? '',
})

type Reading = { client: DynamoDBClient; name: string; segments: Segments; wanted: Wanted }

/**
 * Reads one segment of the table, in the order in which it is stored, which keeps the rows of an issue together.
 * `take` may ask the table for more; what it answers is then called at once with how far the segment is, without a
 * pause between: a state that is kept holds either all of a page or nothing of it.
 */
const readSegment = async (
  { client, name, segments, wanted }: Reading,
  Segment: number,
  take: (page: Page) => Promise<() => void>,
): Promise<void> => {
  const segment = segments[Segment]
  if (!segment || segment.done) return
  const part = segments.length > 1 ? { Segment, TotalSegments: segments.length } : {}
  const asked = { TableName: name, ConsistentRead: true, Limit: scanPage, ...part, ...wanted }
  const read = (ExclusiveStartKey: Attributes | undefined) =>
    client.send(new ScanCommand({ ...asked, ExclusiveStartKey }))
  let open: Open = { rows: [] }
  let begun: Place | undefined = segment.after
  let reading = read(segment.after && { pk: { S: segment.after.pk }, sk: { S: segment.after.sk } })
  for (;;) {
    const page = await reading
    const from = page.LastEvaluatedKey
    // The next page comes while this one is counted.
    if (from) {
      reading = read(from)
      reading.catch(() => undefined)
    }
    const parts = sorted(page.Items ?? [], open, begun, !from)
    open = parts.open
    const { streams, others } = parts
    const keep = await take({ streams, others, scanned: page.ScannedCount ?? 0 })
    begun = from && placeOf(from)
    segment.after = open.rows.length > 0 ? open.before : begun
    segment.done = !from
    keep()
    if (!from) return
  }
}

/** Reads all segments side by side, so that nobody waits for anybody. */
export const readAll = async (reading: Reading, take: (page: Page) => Promise<() => void>): Promise<void> => {
  await Promise.all(reading.segments.map((_, segment) => readSegment(reading, segment, take)))
}
