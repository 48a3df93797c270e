import { describe, expect, it } from 'vitest'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import {
  aClosedIssue,
  aHistoricIssue,
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueToConfirm,
  aVerifiedIssue,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

/** What only time gives: overdue marks, the end of an unanswered confirmation, the archive. */

const marked = (events: readonly IssueEvent[], now: string) => {
  const { answer } = given(events).when(command('recordOverdue'), { now })
  if (!Array.isArray(answer)) return answer
  return answer.flatMap((fact) => (fact.type === 'OverdueRecorded' ? fact.clock : []))
}

describe('recording what is overdue', () => {
  it.each([
    ['a new issue', aLoggedIssue, '2026-11-24', ['route']],
    ['an assigned issue', anAssignedIssue, '2026-11-24', ['accept', 'contact']],
    ['an assigned issue, weeks later', anAssignedIssue, '2026-12-14', ['accept', 'contact', 'close']],
    ['an issue in hand', anIssueInHand, '2026-11-24', ['contact']],
    ['an issue in hand, two days on', anIssueInHand, '2026-11-26', ['contact', 'reply']],
    ['an issue in hand, weeks later', anIssueInHand, '2026-12-14', ['contact', 'reply', 'close']],
  ] as const)('marks at the close of the day: %s', (_, events, day, clocks) => {
    expect(marked(events(), at(day, '17:00'))).toEqual(clocks)
  })

  it('does nothing a second before', () => {
    given(aLoggedIssue()).when(command('recordOverdue'), { now: '2026-11-24T08:59:59Z' }).staysQuiet()
  })

  it('marks each clock once, however often it is asked', () => {
    given(anIssueInHand())
      .when(command('recordOverdue'), { now: at('2026-12-14', '17:00') })
      .again()
      .staysQuiet()
  })

  it('marks only what has become due since', () => {
    const { events } = given(anIssueInHand()).when(command('recordOverdue'), {
      now: at('2026-11-24', '17:00'),
    })
    expect(marked(events, at('2026-11-27'))).toEqual(['reply'])
  })

  it('does not mark a contact that was made in time', () => {
    const { events } = given(anIssueInHand()).when(command('recordContact'))
    given(events)
      .when(command('recordOverdue'), { now: at('2026-11-25') })
      .staysQuiet()
  })

  it('marks a promised reply that did not come, and again the next one', () => {
    const promised = (before: readonly IssueEvent[], now: string, nextReplyOn: string) =>
      given(before).when(command('recordReply', { nextReplyOn }), { now }).events
    const first = promised(anIssueInHand(), at('2026-11-24'), '2026-11-25')
    const late = given(first).when(command('recordOverdue'), { now: at('2026-11-26') })
    late.makes({ type: 'OverdueRecorded', clock: 'reply', due: at('2026-11-25', '17:00') })
    const second = promised(late.events, at('2026-11-26'), '2026-11-27')
    expect(marked(second, at('2026-11-30'))).toEqual(['reply'])
  })

  it('keeps the marks when the issue moves on, and marks the new clocks of a disputed one', () => {
    const late = given(anIssueInHand()).when(command('recordOverdue'), { now: at('2026-11-24', '17:00') })
    const { events } = given(late.events).when(command('proposeClosure'), { now: at('2026-11-27') })
    const disputed = given(events).when(command('disputeClosure'), { now: at('2026-11-30') })
    expect(disputed.issue.overdue).toHaveLength(1)
    expect(marked(disputed.events, at('2026-12-21', '17:00'))).toEqual(['reply', 'close'])
  })

  it('leaves an unanswered confirmation alone: that lapses', () => {
    given(anIssueToConfirm())
      .when(command('recordOverdue'), { now: at('2026-12-31') })
      .staysQuiet()
  })

  it('is refused where no clock runs', () => {
    given(aClosedIssue()).when(command('recordOverdue')).refuses('wrongStage')
  })
})

describe('a confirmation that nobody gives', () => {
  it('stays open until the close of its fifth working day', () => {
    given(anIssueToConfirm()).when(command('lapseConfirmation'), { now: '2026-12-04T08:59:59Z' }).staysQuiet()
  })

  it('then ends as not reached: neither solved nor satisfied', () => {
    const { issue } = given(anIssueToConfirm()).when(command('lapseConfirmation'), {
      now: at('2026-12-04', '17:00'),
    })
    expect(issue).toMatchObject({ stage: 'closed', confirmation: { result: 'notReached' } })
    expect(issue).not.toHaveProperty('confirmation.satisfaction')
    expect(issue).not.toHaveProperty('confirmation.via')
  })

  it('still leaves the firm ten working days to come back', () => {
    const { events } = given(anIssueToConfirm()).when(command('lapseConfirmation'), {
      now: at('2026-12-04', '17:00'),
    })
    given(events)
      .when(command('disputeClosure', { via: 'link' }), { by: 'firm', now: at('2026-12-18', '17:00') })
      .makes({ type: 'ClosureDisputed' })
  })

  it('is not ended by a person', () => {
    given(anIssueToConfirm())
      .when(command('lapseConfirmation'), { by: 'manager', now: at('2026-12-07') })
      .refuses('notAllowed')
  })

  it('is ended once', () => {
    given(anIssueToConfirm())
      .when(command('lapseConfirmation'), { now: at('2026-12-07') })
      .again()
      .refuses('wrongStage')
  })
})

describe('archiving', () => {
  const archiving = (events: readonly IssueEvent[], now: string) =>
    given(events).when(command('archiveIssue'), { now })

  it('waits sixty days for someone to see that it worked', () => {
    archiving(aClosedIssue(), '2027-01-29T01:59:59Z').staysQuiet()
    archiving(aClosedIssue(), '2027-01-29T02:00:00Z').makes({ type: 'IssueArchived' })
  })

  it('follows the reopening window once that has been seen', () => {
    archiving(aVerifiedIssue(), '2026-12-14T08:59:59Z').staysQuiet()
    archiving(aVerifiedIssue(), at('2026-12-14', '17:00')).makes({ type: 'IssueArchived' })
  })

  it('follows the reopening window where there is nothing to be seen', () => {
    const { events } = given(anIssueInHand()).when(command('proposeClosure', { closure: 'explained' }))
    const closed = given(events).when(command('confirmClosure'), { now: at('2026-11-30') }).events
    archiving(closed, at('2026-12-14', '17:00')).makes({ type: 'IssueArchived' })
  })

  it('has nothing to do on history', () => {
    archiving(aHistoricIssue(), at('2030-01-01')).staysQuiet()
  })

  it('is refused before it is closed', () => {
    archiving(anIssueToConfirm(), at('2026-12-31')).refuses('wrongStage')
  })

  it('is done once', () => {
    archiving(aVerifiedIssue(), at('2026-12-15')).again().staysQuiet()
  })
})
