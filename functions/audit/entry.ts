import { auditDaysFrom } from '../lib/audit/keep.ts'
import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { auditOperations } from './operations.ts'

const parts = httpParts('audit')
export const handler = httpFunction(
  parts,
  auditOperations(parts.container, { sealKeys: new Map(), auditDays: auditDaysFrom(process.env) }),
)
