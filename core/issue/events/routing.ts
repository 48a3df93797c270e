import * as z from 'zod'
import { CalendarDate, Instant, IssueId, text, UnitId } from '../../scalars.ts'
import {
  categoryWords,
  complexityWords,
  declineGroundWords,
  keysOf,
  returnReasonWords,
  urgencyWords,
} from '../../words.ts'
import { NewPost } from '../hiring.ts'
import { Contact, Dues, IssueFirm, Need, RouteBasis, Source } from '../parts.ts'
import { words } from './words.ts'

const assignment = {
  department: UnitId,
  assisting: z.array(UnitId).optional(),
  basis: RouteBasis,
  complexity: z.enum(keysOf(complexityWords)),
  dues: Dues,
}

/** An issue comes in, finds its department, or ends before work begins. */
export const routingEvents = {
  IssueLogged: z.object({
    type: z.literal('IssueLogged'),
    id: IssueId,
    firm: IssueFirm,
    category: z.enum(keysOf(categoryWords)),
    urgency: z.enum(keysOf(urgencyWords)),
    tags: z.array(text(20)).optional(),
    need: Need.optional(),
    posts: z.array(NewPost.strip()).optional(),
    source: Source,
    routeDue: Instant,
    repeatOf: IssueId.optional(),
    ledgerDepartment: z.string().optional(),
    history: z.object({ closedOn: CalendarDate.optional() }).optional(),
    note: z.object({ content: text(2000), contact: Contact.optional(), progress: text(2000).optional() }),
  }),
  RoutingLeftToDispatcher: z.object({
    type: z.literal('RoutingLeftToDispatcher'),
    suggestion: UnitId.optional(),
  }),
  IssueRouted: z.object({
    type: z.literal('IssueRouted'),
    ...assignment,
    ruling: z.enum(['upheld', 'sentBack']).optional(),
    ...words(),
  }),
  AssignmentAccepted: z.object({ type: z.literal('AssignmentAccepted') }),
  AssignmentReturned: z.object({
    type: z.literal('AssignmentReturned'),
    reason: z.enum(keysOf(returnReasonWords)),
    routeDue: Instant,
    ...words(),
  }),
  IssueTransferred: z.object({ type: z.literal('IssueTransferred'), ...assignment, ...words() }),
  IssueDeclined: z.object({
    type: z.literal('IssueDeclined'),
    ground: z.enum(keysOf(declineGroundWords)),
    ...words(),
  }),
  IssueMerged: z.object({ type: z.literal('IssueMerged'), into: IssueId, ...words() }),
  MergeAbsorbed: z.object({ type: z.literal('MergeAbsorbed'), from: IssueId }),
  IssueWithdrawn: z.object({ type: z.literal('IssueWithdrawn'), ...words() }),
} as const
