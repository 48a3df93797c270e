import { describe, expect, it } from 'vitest'
import {
  aClosedIssue,
  aHistoricIssue,
  anIssueInHand,
  anIssueToConfirm,
  atEachStage,
  aVerifiedIssue,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

describe("the firm's confirmation", () => {
  it('closes the issue, and leaves ten working days to come back', () => {
    const now = at('2026-11-30')
    expect(given(anIssueToConfirm()).when(command('confirmClosure'), { now }).issue).toMatchObject({
      stage: 'closed',
      closure: { type: 'solved', at: at('2026-11-27') },
      confirmation: { result: 'solved', via: 'call', satisfaction: 'satisfied', at: now },
      reopenUntil: at('2026-12-14', '17:00'),
    })
  })

  it("says what the firm says, not what the department said: 'solved' may be confirmed as partly", () => {
    const { issue } = given(anIssueToConfirm()).when(command('confirmClosure', { result: 'partly' }))
    expect(issue).toMatchObject({ closure: { type: 'solved' }, confirmation: { result: 'partly' } })
  })

  it('is not recorded by the department that it judges', () => {
    given(anIssueToConfirm()).when(command('confirmClosure'), { by: 'handler' }).refuses('mustBeOutside')
  })

  it('comes by the link from the firm alone', () => {
    const byLink = command('confirmClosure', { via: 'link' })
    given(anIssueToConfirm()).when(byLink, { by: 'official' }).refuses('notAllowed')
    given(anIssueToConfirm()).when(byLink, { by: 'firm' }).makes({ type: 'ClosureConfirmed', via: 'link' })
  })

  it('from the firm is never written down as a call or visit that an official made', () => {
    given(anIssueToConfirm()).when(command('confirmClosure'), { by: 'firm' }).refuses('notAllowed')
  })

  it('is refused before the department has proposed closure', () => {
    given(anIssueInHand()).when(command('confirmClosure')).refuses('wrongStage')
  })

  it('is refused a second time', () => {
    given(anIssueToConfirm()).when(command('confirmClosure')).again().refuses('wrongStage')
  })
})

describe('a dispute', () => {
  it.each(['confirming', 'closed'] as const)(
    'takes a %s issue back in hand, one step higher, with new clocks',
    (stage) => {
      const now = at('2026-12-01')
      expect(given(atEachStage[stage]()).when(command('disputeClosure'), { now }).issue).toMatchObject({
        stage: 'handling',
        steppedUp: 1,
        assignment: { department: 'talent', dues: { close: at('2026-12-22', '17:00') } },
        work: { handler: 'talent-1' },
      })
    },
  )

  it('after the last moment of the reopening window is refused: it is a new issue', () => {
    given(aClosedIssue())
      .when(command('disputeClosure'), { now: at('2026-12-14', '17:00') })
      .makes({ type: 'ClosureDisputed' })
    given(aClosedIssue())
      .when(command('disputeClosure'), { now: '2026-12-14T09:00:01Z' })
      .refuses('windowOver')
  })

  it('of what the ledger had closed is refused: nobody here handled it', () => {
    given(aHistoricIssue()).when(command('disputeClosure')).refuses('windowOver')
  })

  it('is not recorded by the department that it judges', () => {
    given(anIssueToConfirm()).when(command('disputeClosure'), { by: 'handler' }).refuses('mustBeOutside')
  })

  it('comes by the link from the firm alone', () => {
    const byLink = command('disputeClosure', { via: 'link' })
    given(anIssueToConfirm()).when(byLink, { by: 'official' }).refuses('notAllowed')
    given(anIssueToConfirm()).when(byLink, { by: 'firm' }).makes({ type: 'ClosureDisputed', via: 'link' })
  })

  it('is refused a second time, until it has been closed again', () => {
    given(anIssueToConfirm()).when(command('disputeClosure')).again().refuses('wrongStage')
  })
})

describe('reopening', () => {
  it('takes a closed issue back in hand, one step higher, without its confirmation', () => {
    const { issue } = given(aVerifiedIssue()).when(command('reopenIssue'))
    expect(issue).toMatchObject({ stage: 'handling', steppedUp: 1, assignment: { department: 'talent' } })
    for (const gone of ['closure', 'confirmation', 'verification', 'reopenUntil']) {
      expect(issue).not.toHaveProperty(gone)
    }
  })

  it('after the window is refused', () => {
    given(aClosedIssue())
      .when(command('reopenIssue'), { now: at('2026-12-15') })
      .refuses('windowOver')
  })

  it('of history is refused', () => {
    given(aHistoricIssue()).when(command('reopenIssue')).refuses('windowOver')
  })

  it('is refused a second time', () => {
    given(aClosedIssue()).when(command('reopenIssue')).again().refuses('wrongStage')
  })
})

describe('a verification', () => {
  it('stands beside the closure and the confirmation and changes neither', () => {
    const before = given(aClosedIssue()).when(command('revokeLink')).issue
    const { issue } = given(aClosedIssue()).when(command('recordVerification'))
    expect(issue).toEqual({
      ...before,
      verification: expect.objectContaining({ what: 'peopleAtWork', headcount: 20 }),
    })
  })

  it('may say that nothing was seen', () => {
    const { issue } = given(aClosedIssue()).when(command('recordVerification', { what: 'notSeen' }))
    expect(issue).toMatchObject({ confirmation: { result: 'solved' }, verification: { what: 'notSeen' } })
  })

  it('of something seen tomorrow is refused', () => {
    given(aClosedIssue())
      .when(command('recordVerification', { on: '2026-12-01' }), { now: at('2026-11-30') })
      .refuses('dateInTheFuture', '/on')
  })

  it('is refused while the firm is still asked', () => {
    given(anIssueToConfirm()).when(command('recordVerification')).refuses('wrongStage')
  })

  it('may be made again: what was seen last stands', () => {
    const { events } = given(aClosedIssue()).when(command('recordVerification', { what: 'notSeen' }))
    expect(given(events).when(command('recordVerification')).issue).toMatchObject({
      verification: { what: 'peopleAtWork' },
    })
  })
})
