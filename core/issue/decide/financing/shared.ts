import type { Referral } from '../../../referral/parts.ts'
import { inRound, isOver, openRoundOf, referralIn, seesReferral } from '../../../referral/referrals.ts'
import { type Refusal, refuse } from '../../../refusal.ts'
import { localDate } from '../../../zone-time.ts'
import type { Context } from '../../context.ts'
import type { IssueFact } from '../../events.ts'
import { evolve } from '../../evolve.ts'
import type { Issue } from '../../issue.ts'

export const dayOf = (context: Context) => localDate(context.now)

/** The referral that a command names. Of what is not its own, or not sent yet, a bank does not learn that it exists. */
export const referralFor = (issue: Issue, id: string, { principal }: Context): Referral | Refusal => {
  const found = referralIn(issue.financing, id)
  const shown = found && (principal.role !== 'banker' || seesReferral(principal, found))
  return shown ? found : refuse('unknownReferral')
}

/** A bank speaks for itself; whoever writes down its answer says where it was heard. */
export const sourceFault = (source: string | undefined, { principal }: Context): Refusal | undefined => {
  if (principal.role === 'banker' && source !== undefined) {
    return refuse('badInput', { fields: [{ pointer: '/source', message: '银行自己答复不填来源' }] })
  }
  if (principal.role === 'banker' || source !== undefined) return undefined
  return refuse('sourceMissing', { fields: [{ pointer: '/source', message: '代录银行答复须写明来源' }] })
}

/** The firm itself speaks through its link and in no other way. */
export const notTheirVoice = (via: string, { principal }: Context): boolean =>
  (via === 'link') !== (principal.role === 'firm')

const after = (issue: Issue, facts: readonly IssueFact[], { now, principal }: Context): Issue =>
  facts.reduce((so, fact, seq) => evolve(so, { ...fact, seq, at: now, by: principal.id }), issue)

/** A round ends with the fact that ended its last referral. */
export const settled = (
  issue: Issue,
  facts: readonly IssueFact[],
  context: Context,
): readonly IssueFact[] => {
  const { financing } = after(issue, facts, context)
  const round = openRoundOf(financing)
  if (facts.length === 0 || !round) return facts
  const all = inRound(financing, round.no)
  if (!all.every(isOver)) return facts
  const outcome = all.some(({ state }) => state === 'drawn') ? ('drawn' as const) : ('noLoan' as const)
  return [...facts, { type: 'RoundEnded', round: round.no, outcome }]
}
