import type { Calendar } from '../calendar/calendar.ts'
import type { Principal } from '../principal.ts'
import type { Reference } from '../reference/records.ts'

/** All that a decision needs from outside: the time, who asks, a fresh id, the calendar and the reference data. */
export type Context = {
  /** UTC instant in whole seconds, as all due times are: such instants compare as text. */
  readonly now: string
  readonly principal: Principal
  /** The id that a newly logged issue gets. */
  readonly newId: string
  readonly calendar: Calendar
  readonly reference: Pick<
    Reference,
    'department' | 'team' | 'bank' | 'user' | 'routingRule' | 'serviceLevel' | 'policy'
  > &
    Partial<Pick<Reference, 'lpr' | 'loanProduct' | 'retention'>>
  /** For a merge, or for joining a common issue: whether the other issue is there and open. */
  readonly mergeTargetOpen?: boolean
  /** For recording a need: what the register knows of the firm that a bank may see before consent. */
  readonly firm?:
    | { industry?: string | undefined; size?: '微型' | '小型' | '中型' | '大型' | undefined }
    | undefined
  /** For a job fair that a command names: whether there is one. */
  readonly fairKnown?: boolean
  /** For joining a common issue: whether the other issue is itself a case of one. */
  readonly mergeTargetIsCase?: boolean
  /** For joining a common issue: whether cases have joined this one of which it has not heard yet. */
  readonly isCommon?: boolean
}
