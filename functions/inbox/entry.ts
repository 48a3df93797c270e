import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { inboxOperations } from './operations.ts'

const parts = httpParts('inbox')
export const handler = httpFunction(parts, inboxOperations(parts.container))
