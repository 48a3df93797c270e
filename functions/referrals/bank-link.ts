import * as z from 'zod'
import type { Principal } from '../../core/principal.ts'
import { bankLinkOpens } from '../../core/referral/bank-link.ts'
import type { Referral } from '../../core/referral/parts.ts'
import { partsOfReferralId, referralId, referralIn } from '../../core/referral/referrals.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { Instant } from '../../core/scalars.ts'
import { newBankLink } from '../lib/bank-link.ts'
import type { Container } from '../lib/container.ts'
import { giveCommand } from '../lib/give-command.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { answeredBefore } from '../lib/repeats.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { keyed } from '../store/answers.ts'
import { giveAnswer } from './give-answer.ts'
import { readReferral } from './read-referral.ts'

/** A link's answer as it is kept under a key. */
const Sealed = z.object({ sealed: z.string() })
const Until = z.object({ until: Instant })

/** The referral that the link opens, while it does. */
const opened = async (container: Container, { issue = '', referral = '' }: Principal) => {
  const loaded = await container.issues.load(issue)
  const one: Referral | undefined = referralIn(loaded?.issue.financing, referral)
  return one?.link && bankLinkOpens(one, container.now())
    ? { one, until: one.link.expiresAt }
    : refuse('bankLinkUnknown')
}

const idOf = ({ issue = '', referral = '' }: Principal) => referralId(issue, referral)

type Operations = Pick<OperationsIn<'referrals'>, 'issueBankLink' | 'bankLink' | 'answerByBankLink'>

export const bankLinkOperations = (container: Container, settings: { portalOrigin: string }): Operations => ({
  issueBankLink: async ({ principal, params, ifMatch, idempotencyKey }) => {
    const parts = partsOfReferralId(params.id)
    if (!parts) return refuse('unknownReferral')
    const { code: fresh, hash } = newBankLink(params.id)
    const linkOf = (issue: Parameters<typeof referralIn>[0]) => referralIn(issue, parts.referral)
    const result = await giveCommand(container, {
      command: 'issueBankLink',
      id: parts.issue,
      input: { referral: parts.referral, hash },
      principal,
      ifMatch,
      versionOf: (issue) => linkOf(issue.financing)?.version,
      keyed: keyed(principal.id, 'issueBankLink', idempotencyKey, { id: params.id }),
      // Only the hash of a code is kept; a repeat gets it back with the very key under which it was asked.
      keep: idempotencyKey ? { sealed: seal(fresh, idempotencyKey) } : undefined,
      about: (issue) => ({ until: linkOf(issue.financing)?.link?.expiresAt }),
    })
    if (isRefusal(result)) return result.refused === 'unknownIssue' ? refuse('unknownReferral') : result
    const kept = Sealed.safeParse(result.answer)
    const code = kept.success && idempotencyKey ? unseal(kept.data.sealed, idempotencyKey) : fresh
    const { until: expiresAt } = Until.parse(result.answer)
    return { body: { code, url: `${settings.portalOrigin}/b#${code}`, expiresAt } }
  },

  bankLink: async ({ principal }) => {
    const link = await opened(container, principal)
    if (isRefusal(link)) return link
    const view = await readReferral(container, principal, idOf(principal))
    if (isRefusal(view)) return view
    const { bank, loanProduct } = await container.reference()
    const productName = loanProduct.findLast(({ id }) => id === view.product)?.name
    const bankName = bank.findLast(({ id }) => id === view.bank)?.name ?? view.bank
    const body = { ...view, bankName, ...(productName && { productName }), linkUntil: link.until }
    return { body, version: view.version }
  },

  answerByBankLink: async ({ principal, body, ifMatch, idempotencyKey }) => {
    const { answer: command, ...input } = body
    const id = idOf(principal)
    const once = keyed(principal.id, 'answerByBankLink', idempotencyKey, { id, body, ifMatch })
    const link = await opened(container, principal)
    if (isRefusal(link)) {
      const before = await answeredBefore(container, once)
      if (!before || isRefusal(before)) return before ?? link
    }
    return giveAnswer(container, { id, command, input, principal, ifMatch, once })
  },
})
