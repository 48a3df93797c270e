import { describe, expect, it } from 'vitest'
import { type EventType, eventTypes, type IssueEvent, type IssueFact } from '../../../core/issue/events.ts'
import { replay } from '../../../core/issue/evolve.ts'
import { noticedTypes, noticesOf } from '../../../core/notices/notices-of.ts'
import directory from '../../../samples/directory.json' with { type: 'json' }
import {
  aClosedIssue,
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueLeftToTheDispatcher,
  anIssueSentBack,
  anIssueToConfirm,
  aReturnedIssue,
  aTwiceReturnedIssue,
  routed,
} from '../an-issue.ts'
import { numbered } from '../given.ts'
import { anotherIssue, at } from '../office.ts'

const nameOf = (id: string) => directory.departments.find((one) => one.id === id)?.name ?? id
const now = at('2026-12-01')

/** What is told about the last event of a stream. */
const toldOf = (events: readonly IssueEvent[]) => {
  const event = events.at(-1)
  const issue = replay(events)
  if (!event || !issue) throw new Error('nothing has happened')
  return noticesOf({ event, issue, before: replay(events.slice(0, -1)), nameOf })
}
const then = (events: readonly IssueEvent[], fact: IssueFact, by = 'system') => [
  ...events,
  ...numbered(events, [fact], now, by),
]
const whoHears = (events: readonly IssueEvent[]) =>
  Object.fromEntries(toldOf(events).map(({ to, kind }) => [to, kind]))

const dues = { accept: now, contact: now, reply: now, close: now }
const due = now
/** What somebody typed, with a number in it: it must not stand in any notice. */
const note = { text: '吴经理 13800002185 说的原话' }
const department = 'department:talent'
const team = 'team:team-1'
const handled = { [department]: 'assigned', 'department:innovation': 'assisting' }
const disputed: IssueFact = { type: 'ClosureDisputed', via: 'call', dues, note }
const closedAgain: IssueFact = { type: 'ClosureProposed', closure: 'solved', confirmDue: due, note }
const aDisputedIssue = () => then(anIssueToConfirm(), disputed)
const overdue = (clock: 'route' | 'close' | 'assist' | 'supervise' | 'rule'): IssueFact => ({
  type: 'OverdueRecorded',
  clock,
  due,
})

type Heard = Record<string, string>
const table: [what: string, events: () => IssueEvent[], heard: Heard][] = [
  ['an issue that the rules cannot place', anIssueLeftToTheDispatcher, { dispatcher: 'toRoute' }],
  ['a routed issue', anAssignedIssue, handled],
  ['an issue sent back to the department that returned it', anIssueSentBack, handled],
  [
    'a return that was upheld',
    () =>
      then(aReturnedIssue(), {
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
      then(anIssueInHand(), {
        ...routed,
        type: 'IssueTransferred',
        department: 'parks',
        assisting: undefined,
        note,
      } as IssueFact),
    { 'department:parks': 'assigned', [department]: 'transferredAway' },
  ],
  ['a reply', () => then(anIssueInHand(), { type: 'ReplyRecorded', note }), { [team]: 'replied' }],
  ['a closure', anIssueToConfirm, { [team]: 'toConfirm' }],
  ['a confirmation', aClosedIssue, { [department]: 'confirmed', [team]: 'confirmed' }],
  [
    'a confirmation that nobody gave',
    () => then(anIssueToConfirm(), { type: 'ConfirmationLapsed', reopenUntil: due }),
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
      const closed = then(then(aDisputedIssue(), closedAgain), confirmed)
      return then(closed, { type: 'IssueReopened', dues, note })
    },
    { [department]: 'reopened', manager: 'reopened', [team]: 'reopened' },
  ],
  [
    'a second dispute',
    () => then(then(aDisputedIssue(), closedAgain), { type: 'DisputeReferred', via: 'call', due, note }),
    { manager: 'toRule', [department]: 'disputeReferred', [team]: 'disputeReferred' },
  ],
  [
    "the manager's ruling",
    () =>
      then(
        then(then(aDisputedIssue(), closedAgain), { type: 'DisputeReferred', via: 'call', due, note }),
        { type: 'DisputeRuled', note },
        'manager',
      ),
    { [department]: 'ruled', [team]: 'ruled', dispatcher: 'ruled' },
  ],
  [
    'a withdrawal from a department',
    () => then(anIssueInHand(), { type: 'IssueWithdrawn', note }),
    { [department]: 'withdrawn' },
  ],
  [
    'a withdrawal before it went anywhere',
    () => then(aLoggedIssue(), { type: 'IssueWithdrawn', note }),
    { dispatcher: 'withdrawn' },
  ],
  [
    'an issue that is declined',
    () => then(aLoggedIssue(), { type: 'IssueDeclined', ground: 'inPetition', note }),
    { [team]: 'declined' },
  ],
  [
    'a merger',
    () => then(anIssueInHand(), { type: 'IssueMerged', into: anotherIssue, note }),
    { [department]: 'merged', [team]: 'merged' },
  ],
  [
    'a deadline that comes near',
    () => then(anIssueInHand(), { type: 'DueSoonRecorded', clock: 'close', due }),
    { [department]: 'dueSoon' },
  ],
  [
    'a deadline of the department that has passed',
    () => then(anIssueInHand(), overdue('close')),
    { [department]: 'overdue', dispatcher: 'overdue' },
  ],
  [
    'a routing that is late',
    () => then(aLoggedIssue(), overdue('route')),
    { dispatcher: 'overdue', manager: 'overdue' },
  ],
  [
    'a supervision that is late',
    () => then(anIssueInHand(), overdue('supervise')),
    { [department]: 'overdue', dispatcher: 'overdue', manager: 'overdue' },
  ],
  [
    'assistance that is late',
    () => then(anIssueInHand(), overdue('assist')),
    { 'department:innovation': 'overdue', [department]: 'overdue', dispatcher: 'overdue' },
  ],
  [
    'assistance that comes near, where it was given already',
    () =>
      then(then(anIssueInHand(), { type: 'AssistanceGiven', department: 'innovation', note }), {
        type: 'DueSoonRecorded',
        clock: 'assist',
        due,
      }),
    {},
  ],
  [
    'assistance that was given',
    () => then(anIssueInHand(), { type: 'AssistanceGiven', department: 'innovation', note }),
    { [department]: 'assisted' },
  ],
  [
    'a handover',
    () => then(anIssueInHand(), { type: 'HandedOver', from: 'talent-1', to: 'talent-2' }, 'dispatcher'),
    { 'user:talent-2': 'handedToYou', [department]: 'handedOver' },
  ],
  [
    'an issue that turns out to be common to many',
    () => then(anIssueInHand(), { type: 'CommonJoined', parent: anotherIssue }),
    { [department]: 'joinedCommon' },
  ],
  [
    'a common issue that was closed',
    () => then(anIssueInHand(), { type: 'ClosureSuggested', from: anotherIssue, closure: 'solved' }),
    { [department]: 'closureSuggested' },
  ],
  ['a ruling that is late', () => then(anIssueToConfirm(), overdue('rule')), { manager: 'overdue' }],
  [
    'a proposal to supervise',
    () => then(anIssueInHand(), { type: 'SupervisionProposed', clock: 'close' }),
    { manager: 'toSupervise' },
  ],
  [
    'a supervision',
    () => then(anIssueInHand(), { type: 'SupervisionDecided', opened: true, due, note }, 'manager'),
    { [department]: 'supervised', dispatcher: 'supervised' },
  ],
  [
    'an extension that is asked for',
    () => then(anIssueInHand(), { type: 'ExtensionAsked', until: due, note }, 'talent-1'),
    { dispatcher: 'extensionAsked' },
  ],
  [
    'an extension that is granted',
    () => then(anIssueInHand(), { type: 'ExtensionDecided', granted: true, close: due, note }),
    { [department]: 'extensionDecided', [team]: 'extended' },
  ],
  [
    'an extension that is not granted',
    () => then(anIssueInHand(), { type: 'ExtensionDecided', granted: false, note }),
    { [department]: 'extensionDecided' },
  ],
  [
    'a pause',
    () => then(anIssueInHand(), { type: 'IssuePaused', reason: 'awaitingPapers', resumeAt: due, note }),
    { [team]: 'paused', dispatcher: 'paused', [department]: 'paused' },
  ],
  [
    'a resumption',
    () => then(anIssueInHand(), { type: 'IssueResumed', dues }),
    { [department]: 'resumed', [team]: 'resumed' },
  ],
  ['an issue that is logged', aLoggedIssue, {}],
  ['a note', () => then(anIssueInHand(), { type: 'NoteAdded', note }), {}],
]

describe('who hears of', () => {
  it.each(table)('%s', (_, events, heard) => {
    expect(whoHears(events())).toEqual(heard)
  })

  it('every kind of event of which anybody hears is in the table above', () => {
    const shown = new Set(table.flatMap(([, events]) => events().at(-1)?.type ?? []))
    expect(eventTypes.filter((type: EventType) => noticedTypes.has(type) && !shown.has(type))).toEqual([])
  })

  it('what a team did not log is the person who did', () => {
    const events = aLoggedIssue({ source: { kind: 'hotline' } })
    const declined: IssueFact = { type: 'IssueDeclined', ground: 'inPetition', note }
    expect(whoHears(then(events, declined))).toEqual({ 'user:official-1': 'declined' })
    expect(whoHears(then(events, declined, 'official-1'))).toEqual({})
  })
})

describe('what is said', () => {
  const all = table.flatMap(([what, events]) => toldOf(events()).map((notice) => ({ what, ...notice })))

  it.each(all)('$what, to $to: $zh', ({ zh, en }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(en).toMatch(/^[^\u4e00-\u9fff]+\.$|[局心].+\.$/)
    expect(`${zh}${en}`).not.toMatch(/undefined|null|Invalid|\d{11}|原话|数控|吴/)
  })

  it('names times as people in the Zone read them, and departments by name', () => {
    const [assigned, assisting] = toldOf(anAssignedIssue())
    expect(assigned).toMatchObject({
      zh: '已交办贵部门，请于11月24日 17:00前签收。',
      en: 'It is given to you; accept it by 2026-11-24 17:00.',
    })
    expect(assisting?.zh).toBe('由就业社保和人才服务局主办，请贵部门协办。')
  })

  it('an urgent issue is said aloud, an ordinary one is not', () => {
    const urgent = [...aLoggedIssue({ urgency: 'urgent' }), ...anAssignedIssue().slice(1)]
    expect(toldOf(urgent).map(({ to, aloud }) => [to, aloud])).toEqual([
      [department, true],
      ['department:innovation', false],
    ])
    expect(toldOf(anAssignedIssue()).some(({ aloud }) => aloud)).toBe(false)
  })
})
