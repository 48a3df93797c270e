import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { paperOperations } from './operations.ts'

const parts = httpParts('papers')
export const handler = httpFunction(parts, paperOperations(parts.container))
