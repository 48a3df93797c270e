import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { issueOperations } from './operations.ts'

const parts = httpParts('issues')
export const handler = httpFunction(parts, issueOperations(parts.container))
