import type { Financing, Referral, Round } from './parts.ts'
import type { ReferralState } from './words.ts'

const endings = ['declined', 'lapsed', 'withdrawn', 'notChosen', 'drawn'] as const
const withTheBank = ['invited', 'opened', 'accepted', 'moreAsked', 'surveyed'] as const
const among =
  (states: readonly ReferralState[]) =>
  ({ state }: Pick<Referral, 'state'>): boolean =>
    states.includes(state)

/** Nothing further is expected of anybody. */
export const isOver = among(endings)
/** The bank's move. */
export const isAtBank = among(withTheBank)
/** The bank has not said yet whether it takes it up. */
export const isUnanswered = among(['invited', 'opened'])
/** Money may follow, or has. */
export const isTaken = among(['chosen', 'drawn'])
/** What a closure asks of every referral. A choice is an outcome: whether the money arrives is verified apart. */
export const hasOutcome = among([...endings, 'chosen'])
/** From here one starts anew. */
export const canFollow = among(['declined', 'lapsed', 'withdrawn', 'notChosen'])

export const referralsOf = (financing: Financing | undefined): readonly Referral[] =>
  financing?.referrals ?? []
export const referralIn = (financing: Financing | undefined, id: string): Referral | undefined =>
  referralsOf(financing).find((one) => one.id === id)
export const inRound = (financing: Financing | undefined, round: number): Referral[] =>
  referralsOf(financing).filter((one) => one.round === round)
export const openRoundOf = (financing: Financing | undefined): Round | undefined =>
  financing?.rounds?.find((round) => round.endedAt === undefined)
export const withoutOutcome = (financing: Financing | undefined): Referral[] =>
  referralsOf(financing).filter((one) => !hasOutcome(one))

/** The hash of a link is nobody's to see. */
export const withoutLink = ({ link: _, ...rest }: Referral): Referral => rest

/** Whose referral it is: a bank's own that has been sent, and for the holder of a link the one that it opens. */
export const seesReferral = (
  { bank, referral }: { bank?: string | undefined; referral?: string | undefined },
  one: Pick<Referral, 'id' | 'bank' | 'state'>,
): boolean =>
  one.bank === bank && one.state !== 'shortlisted' && (referral === undefined || referral === one.id)

export const nextReferralNo = (financing: Financing | undefined, ahead = 0): string =>
  `R${String(referralsOf(financing).length + 1 + ahead).padStart(2, '0')}`

/** `20261122-7K3Q9-R03`, by which a bank knows a referral. */
export const referralId = (issue: string, referral: string): string => `${issue}-${referral}`
export const partsOfReferralId = (id: string): { issue: string; referral: string } | undefined => {
  const match = /^(\d{8}-[0-9A-HJKMNP-TV-Z]{5})-(R\d{2})$/.exec(id)
  return match?.[1] && match[2] ? { issue: match[1], referral: match[2] } : undefined
}
