import * as z from 'zod'
import type { Box } from '../../core/notices/boxes.ts'
import type { Notice } from '../../core/notices/notices-of.ts'
import { DAY_SECONDS, epochSeconds, instantOf } from '../../core/zone-time.ts'
import { keys } from '../store/keys.ts'
import type { Item, Table, Write } from '../store/table.ts'

/** Half a year: an inbox is no archive, the issue's own history is. */
const keptSeconds = 180 * DAY_SECONDS

const Row = z.object({
  sk: z.string(),
  at: z.string(),
  /** When it was put into the inbox, which is later than the fact, at times by much. */
  arrivedAt: z.string(),
  by: z.string(),
  issue: z.string().optional(),
  uscc: z.string().optional(),
  /** Empty in a bank's inbox: a notice is no way round the firm's consent. */
  firm: z.string(),
  referral: z.string().optional(),
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
})
export type NoticeRow = z.infer<typeof Row>

/** A fact of an issue, or of a firm's own record. */
export type NoticedFact = ({ issue: string } | { uscc: string }) & {
  seq: number
  at: string
  by: string
  firm: string
  referral?: string
}
const idOf = (fact: NoticedFact) => ('issue' in fact ? fact.issue : fact.uscc)

const withoutSeq = ({ seq: _, ...fact }: NoticedFact) => fact

const rowOf = (fact: NoticedFact, { to, kind, zh, en }: Notice, now: string): Item => ({
  ...keys.notice(to, fact.at, idOf(fact), fact.seq, kind),
  ...withoutSeq(fact),
  ...(to.startsWith('bank:') && { firm: '' }),
  kind,
  zh,
  en,
  arrivedAt: now,
  ttl: epochSeconds(fact.at) + keptSeconds,
})

const attempts = 8

/**
 * Puts the notices of one fact into their inboxes, each once however often it is asked. Answers those that were not
 * there yet: to write a row is also to take on what is to be done once about it.
 */
export const keepNotices = async (
  table: Table,
  fact: NoticedFact,
  notices: readonly Notice[],
  now: string,
): Promise<readonly Notice[]> => {
  let left = notices
  for (let tried = 0; tried < attempts && left.length > 0; tried++) {
    const writes = left.map((notice): Write => ({ put: rowOf(fact, notice, now), when: 'absent' }))
    const result = await table.transact(writes)
    if (result.written) return left
    const there = result.why === 'condition' ? result.failed : []
    left = left.filter((_, index) => !there.includes(index))
  }
  if (left.length > 0) throw new Error(`the inboxes of ${idOf(fact)} were busy`)
  return []
}

/** The latest of an inbox, from `upTo` backwards where it is given, that place included. */
export const readInbox = async (
  table: Table,
  box: Box,
  { now, limit, upTo }: { now: string; limit: number; upTo?: string | undefined },
): Promise<NoticeRow[]> => {
  // Rows go some days after their time, and on one machine not at all.
  const from = instantOf(epochSeconds(now) - keptSeconds)
  if (upTo !== undefined && upTo < from) return []
  const { pk } = keys.notice(box, '', '', 0, '')
  const page = await table.query({
    pk,
    sk: { from, ...(upTo !== undefined && { to: upTo }) },
    limit,
    descending: true,
  })
  return page.items.map((item) => Row.parse(item))
}

const Mark = z.object({ upTo: z.string() })

/** Until when someone has read: what had arrived by then. Absent where they never looked. */
export const readMark = async (table: Table, user: string): Promise<string | undefined> => {
  const row = await table.get(keys.noticesRead(user))
  return row && Mark.parse(row).upTo
}

/** Never moves back: of two open windows the one that is behind does not make things unread again. */
export const markRead = async (table: Table, user: string, upTo: string): Promise<void> => {
  const before = await readMark(table, user)
  if (before === undefined || before < upTo) await table.swap({ ...keys.noticesRead(user), upTo })
}
