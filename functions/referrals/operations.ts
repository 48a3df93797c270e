import { isCommandName } from '../../core/issue/commands.ts'
import { referralSteps } from '../../core/lifecycle/referral.ts'
import { partsOfReferralId, referralId, referralIn } from '../../core/referral/referrals.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { giveCommand } from '../lib/give-command.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { keyed } from '../store/answers.ts'
import { listReferrals } from './list-referrals.ts'
import { readReferral } from './read-referral.ts'

const isBanks = (name: string): name is keyof typeof referralSteps =>
  isCommandName(name) &&
  Object.hasOwn(referralSteps, name) &&
  referralSteps[name as keyof typeof referralSteps].who.some((who) => who === 'banker') &&
  referralSteps[name as keyof typeof referralSteps].door === 'page'

/** What became of the other banks and of the round is not this bank's to know. */
const ofOthers = new Set(['ReferralReleased', 'RoundEnded'])

export const referralOperations = (container: Container): OperationsIn<'referrals'> => ({
  listReferrals: async ({ principal, query }) => {
    const page = await listReferrals(container, query, principal)
    return isRefusal(page) ? page : { body: page }
  },

  getReferral: async ({ principal, params }) => {
    const view = await readReferral(container, principal, params.id)
    return isRefusal(view) ? view : { body: view, version: view.version }
  },

  giveReferralCommand: async ({ principal, params, body, ifMatch, idempotencyKey }) => {
    const parts = partsOfReferralId(params.id)
    if (!parts) return refuse('unknownReferral')
    const { command } = params
    if (!isBanks(command)) return refuse('unknownCommand')
    const result = await giveCommand(container, {
      command,
      id: parts.issue,
      input: { ...body, referral: parts.referral },
      principal,
      ifMatch,
      versionOf: (issue) => referralIn(issue.financing, parts.referral)?.version,
      keyed: keyed(principal.id, idempotencyKey, { id: params.id, command, body, ifMatch }),
      about: (issue) => {
        const one = referralIn(issue.financing, parts.referral)
        return { referral: { version: one?.version, state: one?.state } }
      },
    })
    if (isRefusal(result)) return result.refused === 'unknownIssue' ? refuse('unknownReferral') : result
    const { referral } = result.answer as unknown as { referral: { version: number; state: 'invited' } }
    const events = result.answer.events.filter((event) => !ofOthers.has(event))
    const answer = { id: referralId(parts.issue, parts.referral), ...referral, events }
    return { body: answer, version: answer.version }
  },
})
