import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { visitOperations } from './operations.ts'

const parts = httpParts('visits')
export const handler = httpFunction(parts, visitOperations(parts.container))
