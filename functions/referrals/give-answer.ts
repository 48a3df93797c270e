import type { CommandName } from '../../core/issue/commands.ts'
import type { Principal } from '../../core/principal.ts'
import { partsOfReferralId, referralId, referralIn } from '../../core/referral/referrals.ts'
import type { ReferralState } from '../../core/referral/words.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { giveCommand } from '../lib/give-command.ts'
import type { Keyed } from '../store/answers.ts'

/** What became of the other banks and of the round is not this bank's to know. */
const ofOthers = new Set(['ReferralReleased', 'RoundEnded'])

type Said = {
  id: string
  command: CommandName
  input: object
  principal: Principal
  ifMatch: number | undefined
  once: Keyed | undefined
}

/** A bank's answer to a referral, by an account, a link or a system; what is told of it is what the bank may know. */
export const giveAnswer = async (
  container: Container,
  { id, command, input, principal, ifMatch, once }: Said,
) => {
  const parts = partsOfReferralId(id)
  if (!parts) return refuse('unknownReferral')
  const result = await giveCommand(container, {
    command,
    id: parts.issue,
    input: { ...input, referral: parts.referral },
    principal,
    ifMatch,
    versionOf: (issue) => referralIn(issue.financing, parts.referral)?.version,
    keyed: once,
    about: (issue) => {
      const one = referralIn(issue.financing, parts.referral)
      return { referral: { version: one?.version, state: one?.state } }
    },
  })
  if (isRefusal(result)) return result.refused === 'unknownIssue' ? refuse('unknownReferral') : result
  const { referral } = result.answer as unknown as { referral: { version: number; state: ReferralState } }
  const events = result.answer.events.filter((event) => !ofOthers.has(event))
  const answer = { id: referralId(parts.issue, parts.referral), ...referral, events }
  return { body: answer, version: answer.version }
}
