import * as z from 'zod'
import { CalendarDate, FairId, Instant, IssueId, text, UnitId } from '../scalars.ts'
import { Cursor, Limit, page } from './issues.ts'

const Count = z.int({ error: '须为整数' }).min(0, '不能为负').max(1_000_000, '不能超过100万')

/** What is known of a fair. Counts only: nobody who came is written down. */
const facts = {
  title: text(100),
  on: CalendarDate,
  place: text(100),
  team: UnitId.optional(),
  firms: Count.optional(),
  posts: Count.optional(),
  visitors: Count.optional(),
  leaflets: Count.optional(),
  intentions: Count.optional(),
}
const issues = z.array(IssueId).max(60)

export const RecordFair = z.strictObject({ ...facts, issues: issues.default([]) })
export type RecordFair = z.infer<typeof RecordFair>
/** What has changed or is known by now, and issues that took part too; what is not said stays as it is. */
export const ChangeFair = z.strictObject({ ...facts, issues }).partial()
export type ChangeFair = z.infer<typeof ChangeFair>

export const Fair = z.object({
  id: FairId,
  ...facts,
  recordedAt: Instant,
  recordedBy: z.string(),
})
export type Fair = z.infer<typeof Fair>
export const FairAnswer = z.object({ fair: Fair, version: z.int() })
export const FairView = FairAnswer.extend({
  /** The hiring issues that take part, as they themselves say. */
  issues: z.array(z.object({ id: IssueId, firm: z.string() })),
})

export const ListFairs = z.strictObject({
  year: z
    .string()
    .regex(/^20\d\d$/, '年份形如 2026')
    .optional(),
  /** Only those of this month; it names its year itself. */
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份形如 2026-11')
    .optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export const FairList = page(Fair)
