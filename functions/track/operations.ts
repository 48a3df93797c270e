import type { TrackView } from '../../core/api/others.ts'
import type { CommandName } from '../../core/issue/commands.ts'
import { firmSees, type IssueEvent } from '../../core/issue/events.ts'
import { departmentOf } from '../../core/issue/in-hand.ts'
import type { Issue } from '../../core/issue/issue.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { foresee, giveCommand } from '../lib/give-command.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { codeGoesTo, sendCode, spendCode } from '../lib/one-time-code.ts'
import type { Sms } from '../lib/sms.ts'
import { keyed } from '../store/answers.ts'
import { financingFor } from './financing.ts'

/** Facts whose words are for the firm; the words of the others stay inside. */
const wordsForTheFirm = new Set([
  'ExtensionDecided',
  'DisputeRuled',
  'ReplyRecorded',
  'ClosureProposed',
  'IssueDeclined',
  'ClosureDisputed',
  'ClosureConfirmed',
])

const stepOf = (event: IssueEvent): TrackView['steps'][number] => {
  const text =
    wordsForTheFirm.has(event.type) && 'note' in event && event.note && 'text' in event.note
      ? event.note.text
      : undefined
  return { at: event.at, type: event.type, ...(text && { text }) }
}

const viewOf = (
  issue: Issue,
  events: readonly IssueEvent[],
  department: string | undefined,
  financing: TrackView['financing'],
  codeTo: string | undefined,
): TrackView => {
  const closing = issue.stage === 'confirming' || issue.stage === 'closed'
  return {
    id: issue.id,
    firm: issue.firm.name,
    content: issue.content,
    stage: issue.stage,
    loggedAt: issue.loggedAt,
    ...(department && { department }),
    ...(issue.stage === 'handling' && issue.work.nextReply && { nextReply: issue.work.nextReply }),
    ...(closing && { closure: { type: issue.closure.type, at: issue.closure.at } }),
    ...(issue.stage === 'confirming' && { confirmDue: issue.confirmDue }),
    ...(issue.stage === 'closed' && {
      confirmation: { result: issue.confirmation.result, at: issue.confirmation.at },
      disputeUntil: issue.reopenUntil,
    }),
    ...(codeTo && { codeTo }),
    ...(financing && { financing }),
    steps: events.filter((event) => firmSees.has(event.type)).map(stepOf),
  }
}

const issueOf = (principal: Principal) => principal.issue ?? ''

type Said = {
  principal: Principal
  idempotencyKey?: string | undefined
  ifMatch?: number | undefined
}

/**
 * What the firm says by its link becomes a command on its own issue, once. Where a text message can reach the contact,
 * it counts only with the code that was sent there; a repeat under its key needs none, as it has no second effect.
 */
const sayByLink = async (
  { container, sms }: TrackParts,
  command: CommandName,
  body: Readonly<Record<string, unknown>> & { code?: string | undefined },
  { principal, idempotencyKey, ifMatch }: Said,
) => {
  const { code, ...input } = body
  const given = {
    command,
    id: issueOf(principal),
    input: { ...input, via: 'link' },
    principal,
    ifMatch,
    keyed: keyed(principal.id, command, idempotencyKey, { issue: principal.issue, input }),
  }
  const loaded = sms && (await container.issues.load(given.id))
  if (loaded && codeGoesTo(sms, loaded.issue.contact?.phone)) {
    // A code is not spent on what would be refused anyway.
    const foreseen = await foresee(container, given)
    if (foreseen && !isRefusal(foreseen)) return { body: foreseen.answer, version: foreseen.answer.version }
    const wrong = foreseen ?? (await spendCode(container, loaded.issue, code))
    if (wrong) return wrong
  }
  const answer = await giveCommand(container, given)
  return isRefusal(answer) ? answer : { body: answer.answer, version: answer.answer.version }
}

export type TrackParts = {
  container: Container
  /** Where the office can send text messages. */
  sms?: Sms | undefined
}

export const trackOperations = (parts: TrackParts): OperationsIn<'track'> => ({
  consentByLink: ({ body, ...said }) => sayByLink(parts, 'giveConsent', body, said),
  withdrawConsentByLink: ({ params, body, ...said }) =>
    sayByLink(parts, 'withdrawConsent', { ...params, ...body }, said),
  chooseByLink: ({ body, ...said }) => sayByLink(parts, 'chooseOffer', body, said),
  withdrawReferralByLink: ({ params, body, ...said }) =>
    sayByLink(parts, 'withdrawReferral', { ...params, ...body }, said),

  askCode: async ({ principal, idempotencyKey }) => {
    const { container, sms } = parts
    const loaded = await container.issues.load(issueOf(principal))
    if (!loaded) return refuse('linkUnknown')
    const once = keyed(principal.id, 'askCode', idempotencyKey, { issue: principal.issue })
    const sent = await sendCode(container, sms, loaded.issue, once)
    return isRefusal(sent) ? sent : { body: sent }
  },

  track: async ({ principal }) => {
    const { container, sms } = parts
    const loaded = await container.issues.load(issueOf(principal))
    if (!loaded) return refuse('linkUnknown')
    const events = await container.issues.history(loaded.issue.id)
    const { department, bank } = await container.reference()
    const financing = financingFor(loaded.issue, bank, localDate(container.now()))
    const codeTo = codeGoesTo(sms, loaded.issue.contact?.phone)
    const name = department.find((one) => one.id === departmentOf(loaded.issue))?.name
    return { body: viewOf(loaded.issue, events, name, financing, codeTo), version: loaded.version }
  },

  confirmByLink: ({ body, ...said }) => {
    const { result, ...more } = body
    if (result !== 'unsolved') return sayByLink(parts, 'confirmClosure', body, said)
    if (more.text) return sayByLink(parts, 'disputeClosure', more, said)
    const fields = [{ pointer: '/text', message: '请说明还有什么没有解决' }]
    return Promise.resolve(refuse('badInput', { fields }))
  },
})
