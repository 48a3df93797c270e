import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import type { Issue } from '../../../core/issue/issue.ts'
import * as standing from '../../../core/issue/standing.ts'
import {
  aClosedIssue,
  aDeclinedIssue,
  aHistoricIssue,
  aLoggedIssue,
  aMergedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueLeftToTheDispatcher,
  anIssueToConfirm,
  anIssueWaitingForARuling,
  anIssueWithAnExtensionAsked,
  aPausedIssue,
  aReturnedIssue,
  aVerifiedIssue,
  aWithdrawnIssue,
  issueAfter,
} from '../an-issue.ts'
import { given } from '../given.ts'
import { at } from '../office.ts'
import { command } from '../usual.ts'

const { standingOf } = standing
const secondsToDeadline = (issue: Issue, now: string) =>
  standing.secondsToDeadline(issue, now, defaultCalendar)
const dueCommand = (issue: Issue, now: string) => standing.dueCommand(issue, now, defaultCalendar)

const days = (count: number) => count * 24 * 3600
const anIssueSaidToBeNear = () =>
  given(anAssignedIssue()).when(command('recordOverdue'), { now: at('2026-11-23', '17:00') }).events
const archived = () => given(aVerifiedIssue()).when(command('archiveIssue'), { now: at('2026-12-15') }).events

describe('where an issue stands', () => {
  it.each([
    ['toRoute', 'newly logged', aLoggedIssue],
    ['toDispatch', 'left to the dispatcher', anIssueLeftToTheDispatcher],
    ['toDispatch', 'returned', aReturnedIssue],
    ['toAccept', 'assigned', anAssignedIssue],
    ['toHandle', 'in hand', anIssueInHand],
    ['toConfirm', 'proposed as closed', anIssueToConfirm],
    ['toHandle', 'paused', aPausedIssue],
    ['toHandle', 'in hand with an extension asked for', anIssueWithAnExtensionAsked],
    ['toConfirm', 'waiting for a ruling', anIssueWaitingForARuling],
    ['toVerify', 'closed', aClosedIssue],
    ['toVerify', 'verified within the reopening window', aVerifiedIssue],
    ['over', 'archived', archived],
    ['over', 'history, at once', aHistoricIssue],
    ['over', 'declined', aDeclinedIssue],
    ['over', 'withdrawn', aWithdrawnIssue],
    ['over', 'merged', aMergedIssue],
  ] as const)('is %s when it is %s', (standing, _, events) => {
    expect(standingOf(issueAfter(events()))).toBe(standing)
  })
})

describe('the wait of a workflow', () => {
  const issue = issueAfter(aLoggedIssue())

  it('lasts until the next clock runs out', () => {
    expect(secondsToDeadline(issue, at('2026-11-24', '16:00'))).toBe(3600)
  })

  it('is a second where the time has passed, so that it is looked at again at once', () => {
    expect(secondsToDeadline(issue, at('2026-11-24', '17:00'))).toBe(1)
    expect(secondsToDeadline(issue, at('2027-11-24'))).toBe(1)
  })

  it('is twenty days at most, and that long where nothing is due', () => {
    expect(secondsToDeadline(issueAfter(aClosedIssue()), at('2026-11-30'))).toBe(days(20))
    expect(secondsToDeadline(issueAfter(aDeclinedIssue()), at('2026-11-30'))).toBe(days(20))
  })

  it.each([
    ['routing', anIssueLeftToTheDispatcher, at('2026-11-24', '17:00')],
    ['accepting, which turns yellow', anAssignedIssue, at('2026-11-23', '17:00')],
    ['accepting, which has been said to come near', anIssueSaidToBeNear, at('2026-11-24', '17:00')],
    ['a pause', aPausedIssue, at('2026-12-07', '09:00')],
    ['a ruling', anIssueWaitingForARuling, at('2026-12-14', '17:00')],
    ['confirming', anIssueToConfirm, at('2026-12-04', '17:00')],
    ['reopening', aVerifiedIssue, at('2026-12-14', '17:00')],
  ])('ends at the moment at which a command is due: %s', (_, events, due) => {
    const before = new Date(Date.parse(due) - 1000).toISOString().replace('.000', '')
    expect(secondsToDeadline(issueAfter(events()), before)).toBe(1)
    expect(dueCommand(issueAfter(events()), before)).toBeUndefined()
    expect(dueCommand(issueAfter(events()), due)).toBeDefined()
  })
})

describe('when its time has come', () => {
  it.each([
    ['recordOverdue', 'not routed', aLoggedIssue],
    ['recordOverdue', 'not ruled on', aReturnedIssue],
    ['recordOverdue', 'not accepted', anAssignedIssue],
    ['recordOverdue', 'not closed', anIssueInHand],
    ['recordOverdue', 'not ruled on by the manager', anIssueWaitingForARuling],
    ['resumeIssue', 'paused', aPausedIssue],
    ['lapseConfirmation', 'not confirmed', anIssueToConfirm],
    ['archiveIssue', 'not verified', aClosedIssue],
    [undefined, 'history', aHistoricIssue],
    [undefined, 'archived', archived],
    [undefined, 'withdrawn', aWithdrawnIssue],
  ] as const)('%s is given to an issue that is %s', (due, _, events) => {
    expect(dueCommand(issueAfter(events()), at('2027-06-01'))).toBe(due)
  })

  it('nothing more is given to an issue whose clocks are all marked', () => {
    const { issue } = given(anAssignedIssue()).when(command('recordOverdue'), { now: at('2027-06-01') })
    expect(dueCommand(issue, at('2027-06-01'))).toBeUndefined()
  })
})
