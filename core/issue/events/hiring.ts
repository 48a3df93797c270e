import * as z from 'zod'
import { helpWords } from '../../hiring/hiring-words.ts'
import { CalendarDate, FairId, Instant } from '../../scalars.ts'
import { confirmedViaWords, keysOf } from '../../words.ts'
import { FunnelCounts, NewPost, PostFacts, PostId, StayCount } from '../hiring.ts'
import { words } from './words.ts'

const counted = { post: PostId, on: CalendarDate, counts: FunnelCounts.strip() }

/** Posts, what was done to fill them, and how many people that brought: counts, never names. */
export const hiringEvents = {
  PostsAdded: z.object({ type: z.literal('PostsAdded'), posts: z.array(NewPost.strip()), ...words() }),
  PostChanged: z.object({
    type: z.literal('PostChanged'),
    post: PostId,
    facts: PostFacts.strip(),
    ...words(),
  }),
  PostCancelled: z.object({ type: z.literal('PostCancelled'), post: PostId, ...words() }),
  HelpGiven: z.object({
    type: z.literal('HelpGiven'),
    kind: z.enum(keysOf(helpWords)),
    on: CalendarDate,
    post: PostId.optional(),
    fair: FairId.optional(),
    ...words(),
  }),
  /** Counts so far, as of a day. */
  FunnelRecorded: z.object({ type: z.literal('FunnelRecorded'), ...counted, ...words() }),
  FunnelCorrected: z.object({ type: z.literal('FunnelCorrected'), ...counted, ...words() }),
  PartAccepted: z.object({
    type: z.literal('PartAccepted'),
    via: z.enum(keysOf(confirmedViaWords)),
    on: CalendarDate,
    ...words(),
  }),
  /** Thirty days have gone by since the last arrival. */
  StayAsked: z.object({ type: z.literal('StayAsked'), arrivedOn: CalendarDate, due: Instant }),
  StayCounted: z.object({
    type: z.literal('StayCounted'),
    on: CalendarDate,
    counts: z.array(StayCount.strip()),
    ...words(),
  }),
} as const
