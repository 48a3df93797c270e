import type { IssueEvent, IssueFact } from '../../../core/issue/events.ts'
import {
  aClosedIssue,
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueKeptOnTheList,
  anIssueLeftToTheDispatcher,
  anIssueSentBack,
  anIssueToConfirm,
  aReturnedIssue,
  aTwiceReturnedIssue,
  routed,
} from '../an-issue.ts'
import { numbered } from '../given.ts'
import { anotherIssue, at } from '../office.ts'
import { referralTold } from './referral-told.ts'

const now = at('2026-12-01')

/** A stream and one fact more. */
export const andThen = (events: readonly IssueEvent[], fact: IssueFact, by = 'system') => [
  ...events,
  ...numbered(events, [fact], now, by),
]
const dues = { accept: now, contact: now, reply: now, close: now }
const due = now
/** What somebody typed, with a number in it: it must not stand in any notice. */
export const note = { text: '吴经理 13800002185 说的原话' }
export const department = 'department:talent'
const team = 'team:team-1'
const handled = { [department]: 'assigned', 'department:innovation': 'assisting' }
const disputed: IssueFact = { type: 'ClosureDisputed', via: 'call', dues, note }
const closedAgain: IssueFact = { type: 'ClosureProposed', closure: 'solved', confirmDue: due, note }
const aDisputedIssue = () => andThen(anIssueToConfirm(), disputed)
const overdue = (clock: 'route' | 'close' | 'assist' | 'supervise' | 'rule'): IssueFact => ({
  type: 'OverdueRecorded',
  clock,
  due,
})

type Heard = Record<string, string>
/** What happened last in a stream, and who hears of it: inbox and kind of notice. */
export const toldStories: [what: string, events: () => IssueEvent[], heard: Heard][] = [
  ['an issue that the rules cannot place', anIssueLeftToTheDispatcher, { dispatcher: 'toRoute' }],
  ['a routed issue', anAssignedIssue, handled],
  ['an issue sent back to the department that returned it', anIssueSentBack, handled],
  [
    'a return that was upheld',
    () =>
      andThen(aReturnedIssue(), {
        ...routed,
        type: 'IssueRouted',
        department: 'parks',
        ruling: 'upheld',
      } as IssueFact),
    { 'department:parks': 'assigned', 'department:innovation': 'assisting', [department]: 'returnUpheld' },
  ],
  ['a first return', aReturnedIssue, { dispatcher: 'returned' }],
  ['a second return', aTwiceReturnedIssue, { manager: 'returned' }],
  [
    'a transfer',
    () =>
      andThen(anIssueInHand(), {
        ...routed,
        type: 'IssueTransferred',
        department: 'parks',
        assisting: undefined,
        note,
      } as IssueFact),
    { 'department:parks': 'assigned', [department]: 'transferredAway' },
  ],
  ['a reply', () => andThen(anIssueInHand(), { type: 'ReplyRecorded', note }), { [team]: 'replied' }],
  ['a closure', anIssueToConfirm, { [team]: 'toConfirm' }],
  ['a confirmation', aClosedIssue, { [department]: 'confirmed', [team]: 'confirmed' }],
  [
    'a confirmation that nobody gave',
    () => andThen(anIssueToConfirm(), { type: 'ConfirmationLapsed', reopenUntil: due }),
    { [department]: 'notReached', [team]: 'notReached' },
  ],
  ['a first dispute', aDisputedIssue, { [department]: 'disputed', [team]: 'disputeTaken' }],
  [
    'a reopening after a dispute',
    () => {
      const confirmed: IssueFact = {
        type: 'ClosureConfirmed',
        result: 'solved',
        via: 'call',
        reopenUntil: due,
      }
      const closed = andThen(andThen(aDisputedIssue(), closedAgain), confirmed)
      return andThen(closed, { type: 'IssueReopened', dues, note })
    },
    { [department]: 'reopened', manager: 'reopened', [team]: 'reopened' },
  ],
  [
    'a second dispute',
    () =>
      andThen(andThen(aDisputedIssue(), closedAgain), { type: 'DisputeReferred', via: 'call', due, note }),
    { manager: 'toRule', [department]: 'disputeReferred', [team]: 'disputeReferred' },
  ],
  [
    "the manager's ruling",
    () =>
      andThen(
        andThen(andThen(aDisputedIssue(), closedAgain), { type: 'DisputeReferred', via: 'call', due, note }),
        { type: 'DisputeRuled', note },
        'manager',
      ),
    { [department]: 'ruled', [team]: 'ruled', dispatcher: 'ruled' },
  ],
  [
    'a withdrawal from a department',
    () => andThen(anIssueInHand(), { type: 'IssueWithdrawn', note }),
    { [department]: 'withdrawn' },
  ],
  [
    'a withdrawal before it went anywhere',
    () => andThen(aLoggedIssue(), { type: 'IssueWithdrawn', note }),
    { dispatcher: 'withdrawn' },
  ],
  [
    'an issue that is declined',
    () => andThen(aLoggedIssue(), { type: 'IssueDeclined', ground: 'inPetition', note }),
    { [team]: 'declined' },
  ],
  [
    'a merger',
    () => andThen(anIssueInHand(), { type: 'IssueMerged', into: anotherIssue, note }),
    { [department]: 'merged', [team]: 'merged' },
  ],
  [
    'a deadline that comes near',
    () => andThen(anIssueInHand(), { type: 'DueSoonRecorded', clock: 'close', due }),
    { [department]: 'dueSoon' },
  ],
  [
    'a deadline of the department that has passed',
    () => andThen(anIssueInHand(), overdue('close')),
    { [department]: 'overdue', dispatcher: 'overdue' },
  ],
  [
    'a routing that is late',
    () => andThen(aLoggedIssue(), overdue('route')),
    { dispatcher: 'overdue', manager: 'overdue' },
  ],
  [
    'a supervision that is late',
    () => andThen(anIssueInHand(), overdue('supervise')),
    { [department]: 'overdue', dispatcher: 'overdue', manager: 'overdue' },
  ],
  [
    'assistance that is late',
    () => andThen(anIssueInHand(), overdue('assist')),
    { 'department:innovation': 'overdue', [department]: 'overdue', dispatcher: 'overdue' },
  ],
  [
    'assistance that comes near, where it was given already',
    () =>
      andThen(andThen(anIssueInHand(), { type: 'AssistanceGiven', department: 'innovation', note }), {
        type: 'DueSoonRecorded',
        clock: 'assist',
        due,
      }),
    {},
  ],
  [
    'assistance that was given',
    () => andThen(anIssueInHand(), { type: 'AssistanceGiven', department: 'innovation', note }),
    { [department]: 'assisted' },
  ],
  [
    'a handover',
    () => andThen(anIssueInHand(), { type: 'HandedOver', from: 'talent-1', to: 'talent-2' }, 'dispatcher'),
    { 'user:talent-2': 'handedToYou', [department]: 'handedOver' },
  ],
  [
    'an issue that turns out to be common to many',
    () => andThen(anIssueInHand(), { type: 'CommonJoined', parent: anotherIssue }),
    { [department]: 'joinedCommon' },
  ],
  [
    'a common issue that was closed',
    () => andThen(anIssueInHand(), { type: 'ClosureSuggested', from: anotherIssue, closure: 'solved' }),
    { [department]: 'closureSuggested' },
  ],
  [
    'what is kept on the list, on its day',
    () => andThen(anIssueKeptOnTheList(), { type: 'ReviewDueRecorded', reviewOn: '2027-03-01' }),
    { [department]: 'reviewDue', dispatcher: 'reviewDue' },
  ],
  [
    'what stays on the list',
    () => andThen(anIssueKeptOnTheList(), { type: 'ClosureReviewed', reviewOn: '2027-06-01', note }),
    { [department]: 'reviewed', [team]: 'reviewed' },
  ],
  [
    'what comes off the list',
    () => andThen(anIssueKeptOnTheList(), { type: 'ClosureReviewed', note }),
    { [department]: 'reviewed', [team]: 'reviewed' },
  ],
  [
    'what is possible by now',
    () => andThen(anIssueKeptOnTheList(), { type: 'ClosureReviewed', redo: dues, note }),
    { [department]: 'reviewed', [team]: 'reviewed' },
  ],
  ['a ruling that is late', () => andThen(anIssueToConfirm(), overdue('rule')), { manager: 'overdue' }],
  [
    'a proposal to supervise',
    () => andThen(anIssueInHand(), { type: 'SupervisionProposed', clock: 'close' }),
    { manager: 'toSupervise' },
  ],
  [
    'a supervision',
    () => andThen(anIssueInHand(), { type: 'SupervisionDecided', opened: true, due, note }, 'manager'),
    { [department]: 'supervised', dispatcher: 'supervised' },
  ],
  [
    'an extension that is asked for',
    () => andThen(anIssueInHand(), { type: 'ExtensionAsked', until: due, note }, 'talent-1'),
    { dispatcher: 'extensionAsked' },
  ],
  [
    'an extension that is granted',
    () => andThen(anIssueInHand(), { type: 'ExtensionDecided', granted: true, close: due, note }),
    { [department]: 'extensionDecided', [team]: 'extended' },
  ],
  [
    'an extension that is not granted',
    () => andThen(anIssueInHand(), { type: 'ExtensionDecided', granted: false, note }),
    { [department]: 'extensionDecided' },
  ],
  [
    'a pause',
    () => andThen(anIssueInHand(), { type: 'IssuePaused', reason: 'awaitingPapers', resumeAt: due, note }),
    { [team]: 'paused', dispatcher: 'paused', [department]: 'paused' },
  ],
  [
    'a resumption',
    () => andThen(anIssueInHand(), { type: 'IssueResumed', dues }),
    { [department]: 'resumed', [team]: 'resumed' },
  ],
  ...referralTold,
  [
    'a job fair in which the issue takes part',
    () =>
      andThen(anIssueInHand(), {
        type: 'HelpGiven',
        kind: 'fair',
        on: '2026-11-23',
        fair: 'F20261121-4C5D6',
      }),
    { [department]: 'helpGiven', [team]: 'helpGiven' },
  ],
  [
    'other help with hiring',
    () => andThen(anIssueInHand(), { type: 'HelpGiven', kind: 'agency', on: '2026-11-23' }),
    {},
  ],
  [
    'a firm that accepts part',
    () => andThen(anIssueInHand(), { type: 'PartAccepted', via: 'call', on: '2026-11-23' }),
    { [department]: 'partAccepted', [team]: 'partAccepted' },
  ],
  [
    'thirty days since the last arrival',
    () => andThen(aClosedIssue(), { type: 'StayAsked', arrivedOn: '2026-11-23', due }),
    { [department]: 'stayAsked', [team]: 'stayAsked' },
  ],
  [
    'a refund that was accepted',
    () =>
      andThen(anIssueInHand(), {
        type: 'RefundStepRecorded',
        step: 'accepted',
        on: '2026-11-23',
        saidBy: 'taxOffice',
        due,
      }),
    { [department]: 'refundStep', [team]: 'refundStep' },
  ],
  ['an issue that is logged', aLoggedIssue, {}],
  ['a note', () => andThen(anIssueInHand(), { type: 'NoteAdded', note }), {}],
]
