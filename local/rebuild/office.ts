import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Calendar } from '../../core/calendar/calendar.ts'
import type { Table } from '../../functions/store/table.ts'

/** The office whose figures are counted again: its table by name and by access pattern, and its working days. */
export type Office = { client: DynamoDBClient; table: Table; name: string; calendar: Calendar }
