import * as z from 'zod'
import { CalendarDate, Instant, IssueId, text, UnitId, Yuan } from '../scalars.ts'
import {
  categoryWords,
  clockWords,
  closureTypeWords,
  complexityWords,
  confirmationWords,
  confirmedViaWords,
  contactChannelWords,
  declineGroundWords,
  keysOf,
  pauseReasonWords,
  returnReasonWords,
  satisfactionWords,
  urgencyWords,
  verificationWords,
} from '../words.ts'
import { Contact, Dues, FileMark, FirmLink, IssueFirm, Need, RouteBasis, Source } from './parts.ts'

/** Words that a person typed: kept apart from the event so that they can be erased and the chain stays whole. */
const words = (max = 4000) => ({ note: z.object({ text: text(max) }).optional() })
const assignment = {
  department: UnitId,
  assisting: z.array(UnitId).optional(),
  basis: RouteBasis,
  complexity: z.enum(keysOf(complexityWords)),
  dues: Dues,
}

const schemas = {
  IssueLogged: z.object({
    type: z.literal('IssueLogged'),
    id: IssueId,
    firm: IssueFirm,
    category: z.enum(keysOf(categoryWords)),
    urgency: z.enum(keysOf(urgencyWords)),
    tags: z.array(text(20)).optional(),
    need: Need.optional(),
    source: Source,
    routeDue: Instant,
    repeatOf: IssueId.optional(),
    ledgerDepartment: z.string().optional(),
    history: z.object({ closedOn: CalendarDate.optional() }).optional(),
    note: z.object({ content: text(2000), contact: Contact.optional(), progress: text(2000).optional() }),
  }),
  RoutingLeftToDispatcher: z.object({
    type: z.literal('RoutingLeftToDispatcher'),
    suggestion: UnitId.optional(),
  }),
  IssueRouted: z.object({
    type: z.literal('IssueRouted'),
    ...assignment,
    ruling: z.enum(['upheld', 'sentBack']).optional(),
    ...words(),
  }),
  AssignmentAccepted: z.object({ type: z.literal('AssignmentAccepted') }),
  AssignmentReturned: z.object({
    type: z.literal('AssignmentReturned'),
    reason: z.enum(keysOf(returnReasonWords)),
    routeDue: Instant,
    ...words(),
  }),
  IssueTransferred: z.object({ type: z.literal('IssueTransferred'), ...assignment, ...words() }),
  ContactRecorded: z.object({
    type: z.literal('ContactRecorded'),
    channel: z.enum(keysOf(contactChannelWords)),
    ...words(),
  }),
  ReplyRecorded: z.object({
    type: z.literal('ReplyRecorded'),
    nextReply: Instant.optional(),
    ...words(),
  }),
  ClosureProposed: z.object({
    type: z.literal('ClosureProposed'),
    closure: z.enum(keysOf(closureTypeWords)),
    reviewOn: CalendarDate.optional(),
    confirmDue: Instant,
    ...words(),
  }),
  ClosureConfirmed: z.object({
    type: z.literal('ClosureConfirmed'),
    result: z.enum(keysOf(confirmationWords)),
    via: z.enum(keysOf(confirmedViaWords)),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    reopenUntil: Instant,
    ...words(),
  }),
  ClosureDisputed: z.object({
    type: z.literal('ClosureDisputed'),
    via: z.enum(keysOf(confirmedViaWords)),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    dues: Dues,
    ...words(),
  }),
  IssueReopened: z.object({ type: z.literal('IssueReopened'), dues: Dues, ...words() }),
  IssueWithdrawn: z.object({ type: z.literal('IssueWithdrawn'), ...words() }),
  IssueDeclined: z.object({
    type: z.literal('IssueDeclined'),
    ground: z.enum(keysOf(declineGroundWords)),
    ...words(),
  }),
  IssueMerged: z.object({ type: z.literal('IssueMerged'), into: IssueId, ...words() }),
  MergeAbsorbed: z.object({ type: z.literal('MergeAbsorbed'), from: IssueId }),
  OverdueRecorded: z.object({
    type: z.literal('OverdueRecorded'),
    clock: z.enum(keysOf(clockWords)),
    due: Instant,
  }),
  AssistanceGiven: z.object({ type: z.literal('AssistanceGiven'), department: UnitId, ...words() }),
  CommonJoined: z.object({ type: z.literal('CommonJoined'), parent: IssueId, ...words() }),
  CommonLeft: z.object({ type: z.literal('CommonLeft'), parent: IssueId, ...words() }),
  ChildAdopted: z.object({ type: z.literal('ChildAdopted'), child: IssueId }),
  ChildReleased: z.object({ type: z.literal('ChildReleased'), child: IssueId }),
  ClosureSuggested: z.object({
    type: z.literal('ClosureSuggested'),
    from: IssueId,
    closure: z.enum(keysOf(closureTypeWords)),
  }),
  CommonOutcomeRecorded: z.object({
    type: z.literal('CommonOutcomeRecorded'),
    ruleChanged: z.boolean(),
    ...words(),
  }),
  HandedOver: z.object({ type: z.literal('HandedOver'), from: z.string(), to: UnitId, ...words() }),
  /** The calendar has changed, and with it due times that had not come. */
  DuesRecomputed: z.object({
    type: z.literal('DuesRecomputed'),
    calendar: z.string(),
    routeDue: Instant.optional(),
    dues: Dues.optional(),
    nextReply: Instant.optional(),
    confirmDue: Instant.optional(),
    reopenUntil: Instant.optional(),
  }),
  DueSoonRecorded: z.object({
    type: z.literal('DueSoonRecorded'),
    clock: z.enum(keysOf(clockWords)),
    due: Instant,
  }),
  SupervisionProposed: z.object({
    type: z.literal('SupervisionProposed'),
    clock: z.enum(keysOf(clockWords)),
  }),
  SupervisionDecided: z.object({
    type: z.literal('SupervisionDecided'),
    opened: z.boolean(),
    due: Instant.optional(),
    ...words(),
  }),
  ExtensionAsked: z.object({ type: z.literal('ExtensionAsked'), until: Instant, ...words() }),
  ExtensionDecided: z.object({
    type: z.literal('ExtensionDecided'),
    granted: z.boolean(),
    close: Instant.optional(),
    provisional: z.boolean().optional(),
    ...words(),
  }),
  IssuePaused: z.object({
    type: z.literal('IssuePaused'),
    reason: z.enum(keysOf(pauseReasonWords)),
    resumeAt: Instant,
    ...words(),
  }),
  IssueResumed: z.object({
    type: z.literal('IssueResumed'),
    /** From when the clocks go on: the planned time, where it was recorded later than that. */
    resumedAt: Instant.optional(),
    supervisionDue: Instant.optional(),
    dues: Dues,
    nextReply: Instant.optional(),
    ...words(),
  }),
  CallFailed: z.object({ type: z.literal('CallFailed'), on: CalendarDate }),
  DisputeReferred: z.object({
    type: z.literal('DisputeReferred'),
    via: z.enum(keysOf(confirmedViaWords)),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    due: Instant,
    ...words(),
  }),
  DisputeRuled: z.object({
    type: z.literal('DisputeRuled'),
    /** Present where it is to be done again. */
    redo: Dues.optional(),
    ...words(),
  }),
  ConfirmationLapsed: z.object({ type: z.literal('ConfirmationLapsed'), reopenUntil: Instant }),
  IssueArchived: z.object({ type: z.literal('IssueArchived') }),
  VerificationRecorded: z.object({
    type: z.literal('VerificationRecorded'),
    what: z.enum(keysOf(verificationWords)),
    on: CalendarDate,
    amountYuan: Yuan.optional(),
    headcount: z.int().min(0).optional(),
    ...words(),
  }),
  NoteAdded: z.object({ type: z.literal('NoteAdded'), ...words() }),
  FileAttached: z.object({ type: z.literal('FileAttached'), file: FileMark }),
  FirmLinkIssued: z.object({ type: z.literal('FirmLinkIssued'), link: FirmLink }),
  FirmLinkRevoked: z.object({ type: z.literal('FirmLinkRevoked') }),
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
])
