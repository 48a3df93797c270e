import * as z from 'zod'
import { helpWords } from '../../hiring/hiring-words.ts'
import { CalendarDate, FairId, text } from '../../scalars.ts'
import { confirmedViaWords, keysOf } from '../../words.ts'
import { FunnelCounts, mostPosts, PostFacts, PostId, StayCount } from '../hiring.ts'

const said = text(4000)
const counted = { post: PostId, on: CalendarDate, ...FunnelCounts.shape }

/** What an issue of hiring is given: its posts, what was done for them, and how many people that brought. */
export const hiringInputs = {
  addPost: z.strictObject({ ...PostFacts.shape, text: said.optional() }),
  /** The post as it is to be, whole: what is left out is no longer said of it. */
  changePost: z.strictObject({ post: PostId, ...PostFacts.shape, text: said.optional() }),
  cancelPost: z.strictObject({ post: PostId, text: said }),
  recordHelp: z.strictObject({
    kind: z.enum(keysOf(helpWords)),
    on: CalendarDate,
    post: PostId.optional(),
    fair: FairId.optional(),
    text: said.optional(),
  }),
  joinFair: z.strictObject({ fair: FairId, on: CalendarDate }),
  recordFunnel: z.strictObject({ ...counted, text: said.optional() }),
  correctFunnel: z.strictObject({ ...counted, text: said }),
  acceptPart: z.strictObject({
    via: z.enum(keysOf(confirmedViaWords)).exclude(['link', 'form']),
    on: CalendarDate,
    text: said.optional(),
  }),
  askForStay: z.strictObject({}),
  recordStay: z.strictObject({
    on: CalendarDate,
    counts: z.array(StayCount).min(1).max(mostPosts),
    text: said.optional(),
  }),
} as const
