import * as z from 'zod'
import { Issue } from '../issue/issue.ts'
import { standings } from '../issue/standing.ts'
import { Instant } from '../scalars.ts'
import { clockWords, keysOf } from '../words.ts'

export const signalWords = {
  green: { zh: '正常', en: 'in time' },
  yellow: { zh: '临期', en: 'due soon' },
  red: { zh: '超期', en: 'overdue' },
  paused: { zh: '已暂停', en: 'paused' },
} as const

export const RunningClock = z.object({
  clock: z.enum(keysOf(clockWords)),
  due: Instant,
  signal: z.enum(keysOf(signalWords)),
})

export const IssueView = z.object({
  issue: Issue,
  version: z.int(),
  standing: z.enum(standings),
  clocks: z.array(RunningClock),
  /** Until when the firm's link opens, where it has one. */
  linkUntil: Instant.optional(),
})
export type IssueView = z.infer<typeof IssueView>
