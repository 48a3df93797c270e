import * as z from 'zod'
import { IssueId, UnitId } from '../../scalars.ts'
import { closureTypeWords, keysOf } from '../../words.ts'
import { words } from './words.ts'

/** Departments that assist, and common issues with their cases. */
export const togetherEvents = {
  AssistanceGiven: z.object({ type: z.literal('AssistanceGiven'), department: UnitId, ...words() }),
  CommonJoined: z.object({ type: z.literal('CommonJoined'), parent: IssueId, ...words() }),
  CommonLeft: z.object({ type: z.literal('CommonLeft'), parent: IssueId, ...words() }),
  ChildAdopted: z.object({ type: z.literal('ChildAdopted'), child: IssueId }),
  ChildReleased: z.object({ type: z.literal('ChildReleased'), child: IssueId }),
  ClosureSuggested: z.object({
    type: z.literal('ClosureSuggested'),
    from: IssueId,
    closure: z.enum(keysOf(closureTypeWords)),
  }),
  CommonOutcomeRecorded: z.object({
    type: z.literal('CommonOutcomeRecorded'),
    ruleChanged: z.boolean(),
    ...words(),
  }),
} as const
