import * as z from 'zod'
import { Instant, IssueId, Uscc } from '../scalars.ts'
import { Cursor, page } from './issues.ts'

/** The most that are counted as unread: beyond it a badge says "99+" anyway. */
export const mostUnread = 100

export const ListNotices = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
})

/** What someone is told: one fact about one issue. */
export const NoticeView = z.object({
  /** The same for all who are told of this fact. */
  id: z.string(),
  at: Instant,
  /** What it is about: an issue, or a firm's record. */
  issue: IssueId.optional(),
  uscc: Uscc.optional(),
  /** Empty for a bank, which knows the firm by what it was allowed to read. */
  firm: z.string(),
  referral: z.string().optional(),
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  unread: z.boolean(),
})
export type NoticeView = z.infer<typeof NoticeView>

export const NoticeList = page(NoticeView).extend({
  unread: z.int().min(0).max(mostUnread),
  /** What was there to be seen at this moment stands in the list: the time to give when it has been read. */
  asOf: Instant,
})
export type NoticeList = z.infer<typeof NoticeList>

export const ReadNotices = z.strictObject({ upTo: Instant })
export const NoticesRead = z.object({ upTo: Instant })
