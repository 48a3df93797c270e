import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { smsFrom } from '../lib/sms.ts'
import { trackOperations } from './operations.ts'

const parts = httpParts('track')
export const handler = httpFunction(parts, trackOperations({ ...parts, sms: smsFrom(process.env) }))
