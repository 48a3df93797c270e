import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { indicatorOperations } from './operations.ts'

const parts = httpParts('indicators')
export const handler = httpFunction(parts, indicatorOperations(parts.container))
