import type { DynamoDBRecord } from 'aws-lambda'
import { toAttributes } from '../../functions/store/attributes.ts'
import type { Item } from '../../functions/store/table.ts'

/** What makes an event one and the same, however often it is seen. */
export const eventName = (item: Pick<Item, 'pk' | 'sk'>): string => `${item.pk} ${item.sk}`

/** A committed event in the shape in which the table's stream delivers it. */
export const streamRecord = (item: Item): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: eventName(item),
    NewImage: toAttributes(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'],
  },
})
