import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { importOperations } from './operations.ts'

const parts = httpParts('imports')
export const handler = httpFunction(parts, importOperations(parts.container))
