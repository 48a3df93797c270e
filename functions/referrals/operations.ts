import { isCommandName } from '../../core/issue/commands.ts'
import { referralSteps } from '../../core/lifecycle/referral.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { keyed } from '../store/answers.ts'
import { bankLinkOperations } from './bank-link.ts'
import { giveAnswer } from './give-answer.ts'
import { listReferrals } from './list-referrals.ts'
import { readReferral } from './read-referral.ts'
import { returnReplySheet } from './return-reply-sheet.ts'
import { takeReplySheet } from './take-reply-sheet.ts'

const isBanks = (name: string): name is keyof typeof referralSteps =>
  isCommandName(name) &&
  Object.hasOwn(referralSteps, name) &&
  referralSteps[name as keyof typeof referralSteps].who.some((who) => who === 'banker') &&
  referralSteps[name as keyof typeof referralSteps].door === 'page'

export const referralOperations = (
  container: Container,
  settings: { portalOrigin: string },
): OperationsIn<'referrals'> => ({
  ...bankLinkOperations(container, settings),

  takeReplySheet: ({ principal, query }) => takeReplySheet(container, principal, query),

  returnReplySheet: async ({ principal, query, bytes }) => {
    const answer = await returnReplySheet(container, principal, bytes, query.dryRun)
    return isRefusal(answer) ? answer : { body: answer }
  },

  listReferrals: async ({ principal, query }) => {
    const page = await listReferrals(container, query, principal)
    return isRefusal(page) ? page : { body: page }
  },

  getReferral: async ({ principal, params }) => {
    const view = await readReferral(container, principal, params.id)
    return isRefusal(view) ? view : { body: view, version: view.version }
  },

  giveReferralCommand: async ({ principal, params, body, ifMatch, idempotencyKey }) => {
    const { command } = params
    if (!isBanks(command)) return refuse('unknownCommand')
    const once = keyed(principal.id, 'giveReferralCommand', idempotencyKey, {
      id: params.id,
      command,
      body,
      ifMatch,
    })
    return giveAnswer(container, { id: params.id, command, input: body, principal, ifMatch, once })
  },
})
