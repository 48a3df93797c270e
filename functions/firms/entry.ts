import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { firmOperations } from './operations.ts'

const parts = httpParts('firms')
export const handler = httpFunction(parts, firmOperations(parts.container))
