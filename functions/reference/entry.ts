import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { referenceOperations } from './operations.ts'

const parts = httpParts('reference')
export const handler = httpFunction(parts, referenceOperations(parts.container))
