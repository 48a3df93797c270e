import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { adviceOperations } from './operations.ts'

const parts = httpParts('advice')
export const handler = httpFunction(parts, adviceOperations(parts.container))
