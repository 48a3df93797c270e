import { consentsFor } from '../../../referral/consent.ts'
import { duesOfInvitation } from '../../../referral/dues.ts'
import type { Referral, Round } from '../../../referral/parts.ts'
import {
  canFollow,
  inRound,
  isAtBank,
  isOver,
  nextReferralNo,
  openRoundOf,
} from '../../../referral/referrals.ts'
import { lapsedBy, lateBy, toInvite } from '../../../referral/round.ts'
import { isRefusal, refuse } from '../../../refusal.ts'
import { levelFor } from '../../clocks.ts'
import type { Context } from '../../context.ts'
import type { IssueFact } from '../../events.ts'
import type { Issue } from '../../issue.ts'
import { type Decider, noteOf } from '../decider.ts'
import { referralFault } from './banks.ts'
import { dayOf, notTheirVoice, referralFor, settled } from './shared.ts'

/** More would mean asking everywhere, which banks and firms both complain of. */
const mostAtOnce = 3

const opening = (issue: Issue, mode: Round['mode']) => {
  const round = (issue.financing?.rounds?.length ?? 0) + 1
  return { round, fact: { type: 'RoundOpened' as const, round, mode } }
}

const shortlisting = (
  issue: Issue,
  round: number,
  one: { bank: string; product?: string | undefined; after?: string },
  ahead = 0,
): IssueFact => ({
  type: 'BankShortlisted',
  referral: nextReferralNo(issue.financing, ahead),
  round,
  bank: one.bank,
  ...(one.product && { product: one.product }),
  ...(one.after && { after: one.after }),
})

export const openRound: Decider<'openRound'> = (issue, { mode, banks }, context) => {
  const wrong = referralFault(issue, banks, context)
  if (wrong) return wrong
  if (openRoundOf(issue.financing)) return refuse('roundOpen')
  const { round, fact } = opening(issue, mode)
  return [fact, ...banks.map((one, ahead) => shortlisting(issue, round, one, ahead))]
}

/** After a decline the next bank, or the same one when its time has come, is one command. */
export const referAgain: Decider<'referAgain'> = (issue, { after, bank, product }, context) => {
  const before = referralFor(issue, after, context)
  if (isRefusal(before)) return before
  if (!canFollow(before)) return refuse('referralOpen', { about: { referral: after } })
  const wrong = referralFault(issue, [{ bank, product }], context)
  if (wrong) return wrong
  const round = openRoundOf(issue.financing)
  if (!round) {
    const { round: no, fact } = opening(issue, 'parallel')
    return [fact, shortlisting(issue, no, { bank, product, after })]
  }
  const open = inRound(issue.financing, round.no).filter((one) => !isOver(one))
  if (open.length >= mostAtOnce) return refuse('tooManyBanks')
  return [shortlisting(issue, round.no, { bank, product, after })]
}

const invitation = (issue: Issue, { id, bank }: Referral, context: Context): IssueFact => {
  const { need } = issue.financing ?? {}
  return {
    type: 'BankInvited',
    referral: id,
    bank,
    ...duesOfInvitation(context.calendar, context.now, levelFor(context, issue.urgency)),
    ...(need?.amountYuan !== undefined && { requestedYuan: need.amountYuan }),
    ...(need?.firstLoan !== undefined && { firstLoan: need.firstLoan }),
    consents: consentsFor(issue.financing, bank, dayOf(context)).map((one) => one.id),
  }
}

export const inviteBanks: Decider<'inviteBanks'> = (issue, { anonymously }, context) => {
  const round = openRoundOf(issue.financing)
  if (!round) return refuse('noRound')
  const turn = toInvite(issue.financing, round, dayOf(context), anonymously)
  const waiting = inRound(issue.financing, round.no).some(({ state }) => state === 'shortlisted')
  if (turn.length === 0 && waiting) return refuse('consentMissing')
  return turn.map((one) => invitation(issue, one, context))
}

/** What time and consent bring: late banks are noted, unanswered invitations lapse, whoever's turn it is is invited. */
export const advanceRound: Decider<'advanceRound'> = (issue, _, context) => {
  const round = openRoundOf(issue.financing)
  if (!round) return []
  const { now } = context
  const all = inRound(issue.financing, round.no)
  const late = all.flatMap((one) =>
    lateBy(one, now).map(({ clock, due }) => {
      const { id: referral, bank } = one
      return { type: 'BankOverdueRecorded' as const, referral, bank, clock, due }
    }),
  )
  const lapsed = all
    .filter((one) => lapsedBy(one, now))
    .map(({ id: referral, bank }) => ({ type: 'ReferralLapsed' as const, referral, bank }))
  const invited = toInvite(issue.financing, round, dayOf(context)).map((one) =>
    invitation(issue, one, context),
  )
  return settled(issue, [...late, ...lapsed, ...invited], context)
}

export const withdrawReferral: Decider<'withdrawReferral'> = (
  issue,
  { referral: id, via, text },
  context,
) => {
  if (notTheirVoice(via, context)) return refuse('notAllowed')
  const one = referralFor(issue, id, context)
  if (isRefusal(one)) return one
  if (one.state === 'withdrawn') return []
  if (isOver(one)) return refuse('referralOver')
  const { bank } = one
  return settled(issue, [{ type: 'ReferralWithdrawn', referral: id, bank, via, ...noteOf(text) }], context)
}

/** A bank that is past its month and still does not decide: the office ends the wait. */
export const lapseReferral: Decider<'lapseReferral'> = (issue, { referral: id, text }, context) => {
  const one = referralFor(issue, id, context)
  if (isRefusal(one)) return one
  if (one.state === 'lapsed') return []
  if (!isAtBank(one)) return refuse('referralOver')
  if ((one.decisionDue ?? context.now) > context.now) return refuse('bankHasTime')
  return settled(issue, [{ type: 'ReferralLapsed', referral: id, bank: one.bank, note: { text } }], context)
}
