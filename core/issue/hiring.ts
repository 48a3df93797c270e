import * as z from 'zod'
import {
  boardWords,
  helpWords,
  insuranceWords,
  postKindWords,
  postReasonWords,
  schoolingWords,
  shiftWords,
} from '../hiring/hiring-words.ts'
import { CalendarDate, FairId, Instant, text } from '../scalars.ts'
import { confirmedViaWords, keysOf } from '../words.ts'

const Wage = z
  .int({ error: '工资须为整元的数字（元/月）' })
  .min(0, '工资不能为负')
  .max(1_000_000, '工资不能超过100万元/月')
/** How many people, up to what one firm of the Zone can employ. */
const People = z.int({ error: '人数须为整数' }).min(0, '人数不能为负').max(100_000, '人数不能超过10万')

/** A post to be filled. Wages are yuan a month before tax. */
export const PostFacts = z.strictObject({
  title: text(60),
  headcount: People.min(1, '人数至少为1'),
  kind: z.enum(keysOf(postKindWords)),
  wantedOn: CalendarDate.optional(),
  schooling: z.enum(keysOf(schoolingWords)).optional(),
  experience: text(60).optional(),
  certificate: text(60).optional(),
  wageFromYuan: Wage.optional(),
  wageToYuan: Wage.optional(),
  shifts: z.enum(keysOf(shiftWords)).optional(),
  insurance: z.enum(keysOf(insuranceWords)).optional(),
  board: z.enum(keysOf(boardWords)).optional(),
  place: text(100).optional(),
  validUntil: CalendarDate.optional(),
  reason: z.enum(keysOf(postReasonWords)).optional(),
})
export type PostFacts = z.infer<typeof PostFacts>

/** The first post of an issue is P1; a post is cancelled, never taken out, so that its number stays its own. */
export const PostId = z.string().regex(/^P[1-9]\d?$/, '岗位编号形如 P1')
export const mostPosts = 30

/** Counts so far, never names. What is absent has not been counted, which is not nought. */
export const FunnelCounts = z.strictObject({
  confirmed: People.optional(),
  posted: People.optional(),
  introduced: People.optional(),
  interviewed: People.optional(),
  intended: People.optional(),
  arrived: People.optional(),
})
export type FunnelCounts = z.infer<typeof FunnelCounts>

export const Arrival = z.object({ on: CalendarDate, people: z.int().min(1) })

export const NewPost = PostFacts.extend({ id: PostId })
export const Post = NewPost.extend({
  funnel: FunnelCounts.extend({ stayed: People.optional() }).strip(),
  /** How many came on which day; adds up to those that have arrived. */
  arrivals: z.array(Arrival).optional(),
  cancelledAt: Instant.optional(),
}).strip()
export type Post = z.infer<typeof Post>

export const Help = z.object({
  kind: z.enum(keysOf(helpWords)),
  on: CalendarDate,
  at: Instant,
  by: z.string(),
  post: PostId.optional(),
  fair: FairId.optional(),
})

/** What a hiring issue carries once its posts are known. */
export const Hiring = z.object({
  posts: z.array(Post),
  helps: z.array(Help).optional(),
  /** The firm has said that part is enough. */
  partAccepted: z
    .object({ via: z.enum(keysOf(confirmedViaWords)), on: CalendarDate, at: Instant, by: z.string() })
    .optional(),
  /** Thirty days after this arrival it was asked who is still there. */
  stayAsked: z.object({ arrivedOn: CalendarDate, at: Instant, due: Instant }).optional(),
  stayCounted: z.object({ on: CalendarDate, at: Instant, by: z.string() }).optional(),
})
export type Hiring = z.infer<typeof Hiring>

export const StayCount = z.strictObject({ post: PostId, people: People })
