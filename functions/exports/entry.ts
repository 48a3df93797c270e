import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { exportOperations } from './operations.ts'

const parts = httpParts('exports')
export const handler = httpFunction(parts, exportOperations(parts.container))
