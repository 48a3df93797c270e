import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { referralOperations } from './operations.ts'

const parts = httpParts('referrals')
export const handler = httpFunction(parts, referralOperations(parts.container, parts.settings))
