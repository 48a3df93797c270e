import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { webhookOperations } from './operations.ts'

const parts = httpParts('webhooks')
export const handler = httpFunction(parts, webhookOperations(parts.container, parts.settings))
