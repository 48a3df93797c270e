import { describe, expect, it } from 'vitest'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import {
  aClosedIssue,
  anIssueClosedAgain,
  anIssueInHand,
  anIssueToConfirm,
  anIssueWaitingForARuling,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at, type Person } from '../../office.ts'
import { command } from '../../usual.ts'

describe('a call that reaches nobody', () => {
  const call = (events: readonly IssueEvent[], day: string, by: Person = 'official') =>
    given(events).when(command('recordFailedCall'), { by, now: at(day) })
  const twice = () => call(call(anIssueToConfirm(), '2026-11-30').events, '2026-12-01').events

  it('is noted with its day, and the firm is still asked', () => {
    const { issue } = call(anIssueToConfirm(), '2026-11-30')
    expect(issue).toMatchObject({ stage: 'confirming', failedCalls: ['2026-11-30'] })
  })

  it('counts once a day, whoever calls: the next one is made on another day', () => {
    const first = call(anIssueToConfirm(), '2026-11-30')
    const second = call(first.events, '2026-11-30', 'dispatcher')
    second.refuses('calledToday')
    expect(second.answer).toMatchObject({ zh: expect.stringContaining('改天再打') })
  })

  it('takes the day from the office, not from the machines', () => {
    const first = given(anIssueToConfirm()).when(command('recordFailedCall'), { now: '2026-11-30T15:59:00Z' })
    given(first.events)
      .when(command('recordFailedCall'), { now: '2026-11-30T16:01:00Z' })
      .makes({ on: '2026-12-01' })
  })

  it('on a third day ends it as not reached: neither solved nor satisfied', () => {
    const third = call(twice(), '2026-12-02')
    third.makes(
      { type: 'CallFailed', on: '2026-12-02' },
      { type: 'ConfirmationLapsed', reopenUntil: at('2026-12-16', '17:00') },
    )
    expect(third.issue).toMatchObject({ stage: 'closed', confirmation: { result: 'notReached' } })
    expect(third.issue).not.toHaveProperty('confirmation.satisfaction')
    third.again().refuses('wrongStage')
  })

  it('leaves the firm its word: two failed calls, then it says so itself', () => {
    given(twice())
      .when(command('confirmClosure', { via: 'link' }), { by: 'firm', now: at('2026-12-02') })
      .makes({ type: 'ClosureConfirmed' })
  })

  it('is not counted from an earlier round', () => {
    const disputed = given(twice()).when(command('disputeClosure'), { now: at('2026-12-02') }).events
    const again = given(disputed).when(command('proposeClosure'), { now: at('2026-12-03') }).events
    expect(call(again, '2026-12-04').issue).toMatchObject({
      stage: 'confirming',
      failedCalls: ['2026-12-04'],
    })
  })

  it('is not made by the department that it would judge', () => {
    call(anIssueToConfirm(), '2026-11-30', 'handler').refuses('mustBeOutside')
  })

  it('is out of place before the closure, and while the manager rules', () => {
    call(anIssueInHand(), '2026-11-24').refuses('wrongStage')
    call(anIssueWaitingForARuling(), '2026-12-08').refuses('rulingPending')
  })
})

describe('a second dispute', () => {
  const dispute = (events: readonly IssueEvent[], now = at('2026-12-07')) =>
    given(events).when(command('disputeClosure', { satisfaction: undefined }), { now })

  it('goes to the manager, who has five working days, and not to the department again', () => {
    const referred = dispute(anIssueClosedAgain())
    referred.makes({ type: 'DisputeReferred', due: at('2026-12-14', '17:00') })
    expect(referred.issue).toMatchObject({
      stage: 'confirming',
      steppedUp: 1,
      ruling: { askedAt: at('2026-12-07'), due: at('2026-12-14', '17:00') },
    })
  })

  it('after the second closing was confirmed does so too', () => {
    const closed = given(anIssueClosedAgain()).when(command('confirmClosure'), {
      now: at('2026-12-07'),
    }).events
    const referred = dispute(closed, at('2026-12-09'))
    expect(referred.issue).toMatchObject({ stage: 'confirming', ruling: { askedAt: at('2026-12-09') } })
    expect(referred.issue).not.toHaveProperty('confirmation')
  })

  it('is refused a second time: the manager has it', () => {
    dispute(anIssueClosedAgain()).again().refuses('rulingPending')
  })

  it('does not lapse as not reached while the manager has it', () => {
    given(anIssueWaitingForARuling())
      .when(command('lapseConfirmation'), { now: at('2027-01-29') })
      .staysQuiet()
  })

  it('is marked once where the manager lets the time pass', () => {
    const late = given(anIssueWaitingForARuling()).when(command('recordOverdue'), {
      now: at('2026-12-14', '17:00'),
    })
    late.makes({ type: 'OverdueRecorded', clock: 'rule', due: at('2026-12-14', '17:00') })
    late.again().staysQuiet()
  })
})

describe("the manager's ruling", () => {
  const rule = (redo: boolean, by: Person = 'manager') =>
    given(anIssueWaitingForARuling()).when(command('ruleOnDispute', { redo }), { by, now: at('2026-12-08') })

  it('that it is to be done again gives it back to the department, with new clocks', () => {
    const { issue } = rule(true)
    expect(issue).toMatchObject({
      stage: 'handling',
      steppedUp: 2,
      assignment: {
        department: 'talent',
        since: at('2026-12-08'),
        dues: { close: at('2026-12-29', '17:00') },
      },
    })
    for (const gone of ['ruling', 'closure', 'failedCalls']) expect(issue).not.toHaveProperty(gone)
  })

  it('that it stands ends it, and says that the firm does not see it as solved', () => {
    const ruled = rule(false)
    expect(ruled.issue).toMatchObject({ stage: 'closed', confirmation: { result: 'unsolved' } })
    expect(ruled.issue).not.toHaveProperty('confirmation.satisfaction')
    expect(ruled.issue).not.toHaveProperty('ruling')
  })

  it('is the end: neither the firm nor the manager opens it again, not even in the same second', () => {
    const { events } = rule(false)
    for (const now of [at('2026-12-08'), at('2026-12-09')]) {
      given(events).when(command('disputeClosure'), { now }).refuses('windowOver')
      given(events).when(command('reopenIssue'), { now }).refuses('windowOver')
    }
  })

  it('is for managers, with a reason', () => {
    rule(false, 'dispatcher').refuses('notAllowed')
    rule(false, 'handler').refuses('notAllowed')
  })

  it('is refused where no dispute waits for one, and a second time', () => {
    given(anIssueToConfirm()).when(command('ruleOnDispute')).refuses('nothingToRule')
    rule(true).again().refuses('wrongStage')
    rule(false).again().refuses('wrongStage')
  })
})

describe('a reopening', () => {
  it('is no dispute: the first dispute after it goes to the department, the second to the manager', () => {
    const reopened = given(aClosedIssue()).when(command('reopenIssue')).events
    const closed = (events: readonly IssueEvent[], now: string) =>
      given(events).when(command('proposeClosure'), { now }).events
    const first = given(closed(reopened, at('2026-12-02'))).when(command('disputeClosure'), {
      now: at('2026-12-03'),
    })
    expect(first.fact('ClosureDisputed').type).toBe('ClosureDisputed')
    expect(first.issue).toMatchObject({ stage: 'handling', steppedUp: 2, disputes: 1 })
    const second = given(closed(first.events, at('2026-12-04'))).when(command('disputeClosure'), {
      now: at('2026-12-07'),
    })
    expect(second.fact('DisputeReferred').type).toBe('DisputeReferred')
  })
})
