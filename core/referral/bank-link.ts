import type { Calendar } from '../calendar/calendar.ts'
import { dueAfter } from '../issue/clocks.ts'
import type { ServiceLevel } from '../reference/records.ts'
import type { Referral } from './parts.ts'
import { isAtBank } from './referrals.ts'
import { lapsedBy } from './round.ts'

/**
 * Until when a new link opens: as long as the bank has for its decision. A bank that is late and still wanted gets the
 * time of an answer once more.
 */
export const bankLinkUntil = (calendar: Calendar, now: string, level: ServiceLevel, one: Referral): string =>
  one.decisionDue && one.decisionDue > now ? one.decisionDue : dueAfter(calendar, now, level.bankAnswer).at

/** Whether a link still opens: it ends with its time, and as soon as nothing more is asked of the bank. */
export const bankLinkOpens = (one: Referral, now: string): boolean =>
  one.link !== undefined && one.link.expiresAt > now && isAtBank(one) && !lapsedBy(one, now)
