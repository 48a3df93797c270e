import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { officeOperations } from './operations.ts'

const parts = httpParts('office')
export const handler = httpFunction(
  parts,
  officeOperations(parts.container, Boolean(process.env.ZHUQI_SMS_URL)),
)
