import { httpFunction } from '../lib/http/function.ts'
import { httpParts } from '../lib/http/parts.ts'
import { smsFrom } from '../lib/sms.ts'
import { commandOperations } from './operations.ts'

const parts = httpParts('commands')
export const handler = httpFunction(
  parts,
  commandOperations(parts.container, { ...parts.settings, sms: smsFrom(process.env) }),
)
