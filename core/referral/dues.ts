import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/working-day.ts'
import { dueAfter } from '../issue/clocks.ts'
import type { ServiceLevel } from '../reference/records.ts'
import { dateAdd, dateAddMonths, instantAt, localDate } from '../zone-time.ts'
import type { Referral } from './parts.ts'
import { isAtBank, isUnanswered } from './referrals.ts'

/**
 * What a bank that is asked now owes: a call, an answer, a decision. The month counts by the calendar, to the end of
 * that day or of the next working one (小微企业融资协调机制, 金发〔2024〕32号: within one month in principle).
 */
export const duesOfInvitation = (calendar: Calendar, now: string, level: ServiceLevel) => {
  const decided = dateAddMonths(localDate(now), level.bankDecision.months)
  return {
    contactDue: dueAfter(calendar, now, level.bankContact).at,
    answerDue: dueAfter(calendar, now, level.bankAnswer).at,
    decisionDue: addWorkingDays(calendar, instantAt(decided, '00:00'), 0).at,
  }
}

/** An offer holds to the end of the day that it names. */
const offerEnds = ({ offer }: Referral) =>
  offer?.validUntil && instantAt(dateAdd(offer.validUntil, 1), '00:00')

/** When the referral ends by itself: unanswered, or an offer that ran out. A late decision only shows as late. */
export const lapsesAt = (one: Referral): string | undefined => {
  if (isUnanswered(one)) return one.answerDue
  return one.state === 'approved' ? offerEnds(one) : undefined
}

export type BankClock = { clock: 'contact' | 'decision'; due: string }

/** What the bank still owes and by when, as far as it has not been recorded as late. */
export const owes = (one: Referral): BankClock[] => {
  if (!isAtBank(one)) return []
  const late = one.overdue ?? []
  const contact =
    one.contactDue && !one.contactedAt ? [{ clock: 'contact' as const, due: one.contactDue }] : []
  const decision =
    one.decisionDue && !isUnanswered(one) ? [{ clock: 'decision' as const, due: one.decisionDue }] : []
  return [...contact, ...decision].filter(({ clock }) => !late.includes(clock))
}

/** What stands on a bank's worklist as the time by which it moves. */
export const referralDeadline = (one: Referral): string => {
  if (isUnanswered(one)) return one.answerDue ?? one.at
  if (isAtBank(one)) return one.decisionDue ?? one.at
  return lapsesAt(one) ?? one.decisionDue ?? one.at
}

export const nextOf = (one: Referral): string | undefined =>
  [lapsesAt(one), ...owes(one).map(({ due }) => due)].filter((at) => at !== undefined).toSorted()[0]
