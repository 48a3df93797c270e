import { localDate } from '../zone-time.ts'
import { authorised } from './consent.ts'
import { lapsesAt, nextOf, owes } from './dues.ts'
import type { Financing, Referral, Round } from './parts.ts'
import { inRound, isAtBank, isOver, openRoundOf } from './referrals.ts'

/**
 * Whose turn it is to be invited: all of the shortlist at once, or, behind a lead bank, the next one when those before
 * it are over. A bank for which there is no consent waits for it, unless it is asked with the outline alone.
 */
export const toInvite = (
  financing: Financing | undefined,
  round: Round,
  today: string,
  anonymously = false,
): Referral[] => {
  const all = inRound(financing, round.no)
  const waiting = all.filter(({ state }) => state === 'shortlisted')
  const busy = all.some((one) => one.state !== 'shortlisted' && !isOver(one))
  const turn = round.mode === 'parallel' ? waiting : busy ? [] : waiting.slice(0, 1)
  return anonymously ? turn : turn.filter(({ bank }) => authorised(financing, bank, today))
}

export const lapsedBy = (one: Referral, now: string): boolean => {
  const at = lapsesAt(one)
  return at !== undefined && at <= now
}
export const lateBy = (one: Referral, now: string) => owes(one).filter(({ due }) => due <= now)

/** Where a round stands, in the one word on which its workflow chooses its way. */
export const roundStandings = ['toAdvance', 'toConsent', 'atBanks', 'toChoose', 'toDraw', 'over'] as const
export type RoundStanding = (typeof roundStandings)[number]

const somethingToDo = (financing: Financing, round: Round, now: string) =>
  toInvite(financing, round, localDate(now)).length > 0 ||
  inRound(financing, round.no).some((one) => lapsedBy(one, now) || lateBy(one, now).length > 0)

export const roundStandingOf = (financing: Financing | undefined, no: number, now: string): RoundStanding => {
  const round = openRoundOf(financing)
  if (!financing || !round || round.no !== no) return 'over'
  if (somethingToDo(financing, round, now)) return 'toAdvance'
  const all = inRound(financing, no)
  if (all.some(isAtBank)) return 'atBanks'
  if (all.some(({ state }) => state === 'chosen')) return 'toDraw'
  return all.some(({ state }) => state === 'approved') ? 'toChoose' : 'toConsent'
}

/** The next moment at which time itself changes something in a round. */
export const roundWakesAt = (financing: Financing | undefined, no: number): string | undefined =>
  inRound(financing, no)
    .map(nextOf)
    .filter((at) => at !== undefined)
    .toSorted()[0]
