import * as z from 'zod'
import { closingEvents } from './events/closing.ts'
import { hiringEvents } from './events/hiring.ts'
import { referralEvents } from './events/referral.ts'
import { refundEvents } from './events/refund.ts'
import { retentionEvents } from './events/retention.ts'
import { reviewEvents } from './events/review.ts'
import { routingEvents } from './events/routing.ts'
import { timingEvents } from './events/timing.ts'
import { togetherEvents } from './events/together.ts'
import { workEvents } from './events/work.ts'

const schemas = {
  ...routingEvents,
  ...workEvents,
  ...togetherEvents,
  ...timingEvents,
  ...closingEvents,
  ...referralEvents,
  ...hiringEvents,
  ...refundEvents,
  ...reviewEvents,
  ...retentionEvents,
} as const

export type EventType = keyof typeof schemas
export const eventTypes = Object.keys(schemas) as EventType[]

/** What happened, in the past tense. Schemas only grow: a new fact is a new optional field. */
export const IssueFact = z.discriminatedUnion(
  'type',
  Object.values(schemas) as unknown as [
    (typeof schemas)['IssueLogged'],
    ...(typeof schemas)[Exclude<EventType, 'IssueLogged'>][],
  ],
)
export type IssueFact = { [T in EventType]: z.infer<(typeof schemas)[T]> }[EventType]
export type Fact<T extends EventType> = z.infer<(typeof schemas)[T]>

/** A fact with its place in the stream: who, when, and its number, which is the version it made. */
export type IssueEvent = IssueFact & { readonly seq: number; readonly at: string; readonly by: string }

/** Facts that the firm may see on its link; everything else stays inside. */
export const firmSees: ReadonlySet<EventType> = new Set<EventType>([
  'IssueLogged',
  'IssueRouted',
  'AssignmentAccepted',
  'IssueTransferred',
  'ContactRecorded',
  'ReplyRecorded',
  'ClosureProposed',
  'ClosureConfirmed',
  'ClosureDisputed',
  'IssueReopened',
  'IssueWithdrawn',
  'IssueDeclined',
  'IssueMerged',
  'ConfirmationLapsed',
  'ExtensionDecided',
  'IssuePaused',
  'IssueResumed',
  'DisputeReferred',
  'DisputeRuled',
  'VerificationRecorded',
  'ConsultationRecorded',
  'ConsentGiven',
  'ConsentWithdrawn',
  'BankInvited',
  'ReferralAccepted',
  'PapersAsked',
  'ReferralApproved',
  'ReferralDeclined',
  'ReferralLapsed',
  'ReferralWithdrawn',
  'OfferChosen',
  'MoneyDrawn',
  'HelpGiven',
  'RefundStepRecorded',
])
