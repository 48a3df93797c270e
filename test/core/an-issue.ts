import type { Fact, IssueEvent, IssueFact } from '../../core/issue/events.ts'
import { replay } from '../../core/issue/evolve.ts'
import type { Issue, IssueAt } from '../../core/issue/issue.ts'
import type { Stage } from '../../core/words.ts'
import { anotherIssue, at, type Person, people, theIssue } from './office.ts'

/**
 * Issues at every stage, as the streams that lead there. The days are a plain fortnight: Monday 23 November 2026 to
 * Friday 4 December, no holiday near; due times are written out, not computed.
 */
type Happened = readonly [IssueFact, string, Person]

export const followedBy = (events: readonly IssueEvent[], ...happened: readonly Happened[]): IssueEvent[] => [
  ...events,
  ...happened.map(([fact, time, by], index) => ({
    ...fact,
    seq: events.length + index + 1,
    at: time,
    by: people[by].id,
  })),
]
const history = (...happened: readonly Happened[]) => followedBy([], ...happened)

const logged: Fact<'IssueLogged'> = {
  type: 'IssueLogged',
  id: theIssue,
  firm: { uscc: '91511099MA61001646', name: '内江白马新川食品有限公司', park: '高桥园区' },
  category: 'hiring',
  urgency: 'ordinary',
  source: { kind: 'visit', team: 'team-1' },
  routeDue: at('2026-11-24', '17:00'),
  note: {
    content: '急需数控车工20人，招聘两个月未招到。',
    contact: { name: '吴经理', phone: '13800002185' },
  },
}

/** Hiring is complex: fifteen working days to close. */
const dues = {
  accept: at('2026-11-24', '17:00'),
  contact: at('2026-11-24', '17:00'),
  reply: at('2026-11-26', '17:00'),
  close: at('2026-12-14', '17:00'),
}
export const routed: IssueFact = {
  type: 'IssueRouted',
  department: 'talent',
  assisting: ['innovation'],
  basis: { by: 'rule', rule: 'hiring@2020-01-01' },
  complexity: 'complex',
  dues,
}
/** What the first dispute, on Monday 30 November, gave. */
const againDues = {
  accept: at('2026-12-01', '17:00'),
  contact: at('2026-12-01', '17:00'),
  reply: at('2026-12-03', '17:00'),
  close: at('2026-12-21', '17:00'),
}
const proposed: IssueFact = {
  type: 'ClosureProposed',
  closure: 'solved',
  confirmDue: at('2026-12-04', '17:00'),
  note: { text: '已组织专场招聘，20人到岗。' },
}
const confirmed: IssueFact = {
  type: 'ClosureConfirmed',
  result: 'solved',
  via: 'call',
  satisfaction: 'satisfied',
  reopenUntil: at('2026-12-14', '17:00'),
}

export const aLoggedIssue = (changed: Partial<Fact<'IssueLogged'>> = {}) =>
  history([{ ...logged, ...changed }, at('2026-11-23', '09:30'), 'official'])

export const anIssueLeftToTheDispatcher = () =>
  followedBy(aLoggedIssue(), [{ type: 'RoutingLeftToDispatcher' }, at('2026-11-23', '09:31'), 'system'])

export const anAssignedIssue = () => followedBy(aLoggedIssue(), [routed, at('2026-11-23', '10:00'), 'system'])

const returned: IssueFact = {
  type: 'AssignmentReturned',
  reason: 'notOurs',
  routeDue: at('2026-11-24', '17:00'),
  note: { text: '属于科技口。' },
}
export const aReturnedIssue = () =>
  followedBy(anAssignedIssue(), [returned, at('2026-11-23', '11:00'), 'handler'])

/** Returned by the talent department, then by the parks' too. */
export const aTwiceReturnedIssue = () =>
  followedBy(
    aReturnedIssue(),
    [
      { ...routed, department: 'parks', assisting: undefined, basis: { by: 'dispatcher' }, ruling: 'upheld' },
      at('2026-11-23', '11:30'),
      'dispatcher',
    ],
    [returned, at('2026-11-23', '14:00'), 'otherHandler'],
  )

/** Sent back to the department that had returned it: it is to handle it. */
export const anIssueSentBack = () =>
  followedBy(aReturnedIssue(), [
    { ...routed, basis: { by: 'dispatcher' }, ruling: 'sentBack' },
    at('2026-11-23', '11:30'),
    'dispatcher',
  ])

export const anIssueInHand = () =>
  followedBy(anAssignedIssue(), [{ type: 'AssignmentAccepted' }, at('2026-11-23', '11:00'), 'handler'])

export const anIssueToConfirm = () => followedBy(anIssueInHand(), [proposed, at('2026-11-27'), 'handler'])

/** Closed because the conditions are not met yet, to be looked at again on 1 March. */
export const anIssueKeptOnTheList = (reviewOn = '2027-03-01') =>
  followedBy(
    anIssueInHand(),
    [{ ...proposed, closure: 'notYet', reviewOn } as IssueFact, at('2026-11-27'), 'handler'],
    [confirmed, at('2026-11-30'), 'official'],
  )

export const aClosedIssue = () => followedBy(anIssueToConfirm(), [confirmed, at('2026-11-30'), 'official'])

export const aVerifiedIssue = () =>
  followedBy(aClosedIssue(), [
    { type: 'VerificationRecorded', what: 'peopleAtWork', on: '2026-12-01', headcount: 20 },
    at('2026-12-01'),
    'official',
  ])

/** The handler has asked on Wednesday for a week more. */
export const anIssueWithAnExtensionAsked = () =>
  followedBy(anIssueInHand(), [
    { type: 'ExtensionAsked', until: at('2026-12-21', '17:00'), note: { text: '专场招聘改期。' } },
    at('2026-11-25'),
    'handler',
  ])

/** Paused on Tuesday until the firm's papers come, a fortnight later at most. */
export const aPausedIssue = () =>
  followedBy(anIssueInHand(), [
    {
      type: 'IssuePaused',
      reason: 'awaitingPapers',
      resumeAt: at('2026-12-07', '09:00'),
      note: { text: '待企业提供用工明细。' },
    },
    at('2026-11-24'),
    'handler',
  ])

const unaccepted = { clock: 'accept', due: dues.accept } as const

/** Not accepted in time; the manager has not yet looked at it. */
export const anIssueProposedForSupervision = () =>
  followedBy(
    anAssignedIssue(),
    [{ type: 'OverdueRecorded', ...unaccepted }, dues.accept, 'system'],
    [{ type: 'SupervisionProposed', clock: 'accept' }, dues.accept, 'system'],
  )

/** Under supervision until Friday, and accepted since. */
export const aSupervisedIssue = () =>
  followedBy(
    anIssueProposedForSupervision(),
    [
      {
        type: 'SupervisionDecided',
        opened: true,
        due: at('2026-11-27', '17:00'),
        note: { text: '请重视。' },
      },
      at('2026-11-25', '09:30'),
      'manager',
    ],
    [{ type: 'AssignmentAccepted' }, at('2026-11-25'), 'handler'],
  )

/** Disputed once, done again. */
export const anIssueClosedAgain = () =>
  followedBy(
    anIssueToConfirm(),
    [
      { type: 'ClosureDisputed', via: 'call', dues: againDues, note: { text: '只到岗五人。' } },
      at('2026-11-30'),
      'official',
    ],
    [{ ...proposed, confirmDue: at('2026-12-11', '17:00') }, at('2026-12-04'), 'handler'],
  )

/** Disputed a second time: the manager has until Monday week. */
export const anIssueWaitingForARuling = () =>
  followedBy(anIssueClosedAgain(), [
    { type: 'DisputeReferred', via: 'call', due: at('2026-12-14', '17:00'), note: { text: '仍差五人。' } },
    at('2026-12-07'),
    'official',
  ])

/** Closed in the ledger before it came into the system. */
export const aHistoricIssue = () => aLoggedIssue({ history: { closedOn: '2026-04-22' } })

const words = { note: { text: '说明' } }
export const aDeclinedIssue = () =>
  followedBy(aLoggedIssue(), [
    { type: 'IssueDeclined', ground: 'inPetition', ...words },
    at('2026-11-23'),
    'dispatcher',
  ])
export const aWithdrawnIssue = () =>
  followedBy(aLoggedIssue(), [{ type: 'IssueWithdrawn', ...words }, at('2026-11-23'), 'official'])
export const aMergedIssue = () =>
  followedBy(aLoggedIssue(), [{ type: 'IssueMerged', into: anotherIssue }, at('2026-11-23'), 'dispatcher'])

/** One stream for each stage. */
export const atEachStage: Record<Stage, () => IssueEvent[]> = {
  logged: aLoggedIssue,
  assigned: anAssignedIssue,
  handling: anIssueInHand,
  confirming: anIssueToConfirm,
  closed: aClosedIssue,
  declined: aDeclinedIssue,
  withdrawn: aWithdrawnIssue,
  merged: aMergedIssue,
}

/** The issue that a stream leads to; a stream that leads to none is a mistake in the test. */
export const issueAfter = (events: readonly IssueEvent[]): Issue => {
  const issue = replay(events)
  if (!issue) throw new Error('this stream holds no issue')
  return issue
}

export const issueAt = <S extends Stage>(stage: S) => issueAfter(atEachStage[stage]()) as IssueAt<S>
