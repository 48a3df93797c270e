import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { calendarOperations } from './operations.ts'

const parts = httpParts('calendar')
export const handler = httpFunction(parts, calendarOperations(parts.container))
