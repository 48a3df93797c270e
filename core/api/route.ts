import type * as z from 'zod'
import { keysOf, type Role, roleWords } from '../words.ts'

export const staff = ['official', 'dispatcher', 'handler', 'manager'] as const
export const readers = [...staff, 'auditor'] as const
export const everyone = keysOf(roleWords).filter((role) => role !== 'firm' && role !== 'system')

export type Route = {
  readonly method: 'GET' | 'POST'
  /** As OpenAPI writes it: `/issues/{id}`, below `/api/v1`. */
  readonly path: string
  /** The function that answers it. */
  readonly in:
    | 'firms'
    | 'visits'
    | 'issues'
    | 'commands'
    | 'imports'
    | 'track'
    | 'indicators'
    | 'office'
    | 'calendar'
    | 'inbox'
    | 'advice'
    | 'audit'
    | 'reference'
    | 'referrals'
    | 'exports'
    | 'webhooks'
    | 'papers'
  /** `nobody`: no token is asked for. `link`, `bankLink`: the firm's or a bank's code in a header. Else the roles that may call it at all. */
  readonly who: 'nobody' | 'link' | 'bankLink' | readonly Role[]
  readonly zh: string
  readonly en: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** A body of bytes rather than JSON. */
  readonly takesFile?: true
  readonly status: 200 | 201 | 202
  readonly answer: z.ZodType
}
