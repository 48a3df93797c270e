import type { TrackView } from '../../core/api/others.ts'
import type { CommandName } from '../../core/issue/commands.ts'
import { firmSees, type IssueEvent } from '../../core/issue/events.ts'
import { departmentOf, type Issue } from '../../core/issue/issue.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { giveCommand } from '../lib/give-command.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
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
    ...(financing && { financing }),
    steps: events.filter((event) => firmSees.has(event.type)).map(stepOf),
  }
}

const issueOf = (principal: Principal) => principal.issue ?? ''

type Said = { principal: Principal; idempotencyKey?: string | undefined; ifMatch?: number | undefined }

/** What the firm says by its link becomes a command on its own issue, once. */
const sayByLink = async (container: Container, command: CommandName, input: object, said: Said) => {
  const { principal, idempotencyKey, ifMatch } = said
  const answer = await giveCommand(container, {
    command,
    id: issueOf(principal),
    input: { ...input, via: 'link' },
    principal,
    ifMatch,
    keyed: keyed(principal.id, idempotencyKey, { issue: principal.issue, command, input }),
  })
  return isRefusal(answer) ? answer : { body: answer.answer, version: answer.answer.version }
}

export const trackOperations = (container: Container): OperationsIn<'track'> => ({
  consentByLink: ({ body, ...said }) => sayByLink(container, 'giveConsent', body, said),
  withdrawConsentByLink: ({ params, ...said }) => sayByLink(container, 'withdrawConsent', params, said),
  chooseByLink: ({ body, ...said }) => sayByLink(container, 'chooseOffer', body, said),
  withdrawReferralByLink: ({ params, ...said }) => sayByLink(container, 'withdrawReferral', params, said),

  track: async ({ principal }) => {
    const loaded = await container.issues.load(issueOf(principal))
    if (!loaded) return refuse('linkUnknown')
    const events = await container.issues.history(loaded.issue.id)
    const { department, bank } = await container.reference()
    const financing = financingFor(loaded.issue, bank, localDate(container.now()))
    const name = department.find((one) => one.id === departmentOf(loaded.issue))?.name
    return { body: viewOf(loaded.issue, events, name, financing), version: loaded.version }
  },

  confirmByLink: async ({ principal, body, idempotencyKey, ifMatch }) => {
    const { result, satisfaction, text } = body
    const said = { via: 'link' as const, ...(satisfaction && { satisfaction }) }
    if (result === 'unsolved' && !text) {
      return refuse('badInput', { fields: [{ pointer: '/text', message: '请说明还有什么没有解决' }] })
    }
    const answer = await giveCommand(container, {
      command: result === 'unsolved' ? 'disputeClosure' : 'confirmClosure',
      id: issueOf(principal),
      input: { ...said, ...(result !== 'unsolved' && { result }), ...(text && { text }) },
      principal,
      ifMatch,
      keyed: keyed(principal.id, idempotencyKey, { issue: principal.issue, body }),
    })
    return isRefusal(answer) ? answer : { body: answer.answer, version: answer.answer.version }
  },
})
