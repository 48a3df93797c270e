import * as z from 'zod'
import { Policy } from '../policy/policy.ts'
import { CalendarDate, UnitId } from '../scalars.ts'
import { RosterRow } from './firms.ts'
import { Cursor, page } from './issues.ts'

const verdicts = ['meets', 'doesNot', 'cannotSay'] as const
const Verdict = z.enum(verdicts)
const RuleSaid = z.object({
  rule: z.enum(['park', 'size', 'industry', 'tags', 'deadline']),
  verdict: Verdict,
  zh: z.string(),
  en: z.string(),
  /** What the firm's record lacks to say it. */
  lacks: z.enum(['park', 'industry', 'staff', 'revenue', 'assets', 'tags', 'standard']).optional(),
})
const Match = z.object({ verdict: Verdict, rules: z.array(RuleSaid) })

export const ListPolicies = z.strictObject({ on: CalendarDate.optional() })
export const PolicyList = z.object({ items: z.array(Policy) })
/** All policies of the day, those that fit first. */
export const FirmPolicies = z.object({ items: z.array(Match.extend({ policy: Policy })) })

export const PolicyFirmsQuery = z.strictObject({
  /** Without it, those that meet it and those of which it cannot be said. */
  verdict: Verdict.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: Cursor.optional(),
})
export const PolicyFirms = page(RosterRow.extend(Match.shape))
export const PolicyId = z.object({ id: UnitId })
