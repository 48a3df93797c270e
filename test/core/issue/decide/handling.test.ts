import { describe, expect, it } from 'vitest'
import { anAssignedIssue, anIssueInHand, anIssueToConfirm, atEachStage } from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

const tuesday = at('2026-11-24')

describe('a contact with the firm', () => {
  it.each(['assigned', 'handling'] as const)('is recorded while the issue is %s', (stage) => {
    given(atEachStage[stage]())
      .when(command('recordContact'))
      .makes({ type: 'ContactRecorded', channel: 'phone' })
  })

  it('may be that of an assisting department', () => {
    given(anIssueInHand())
      .when(command('recordContact'), { by: 'assisting' })
      .makes({ type: 'ContactRecorded' })
  })

  it('is refused to a department that has no part in it', () => {
    given(anIssueInHand()).when(command('recordContact'), { by: 'otherHandler' }).refuses('notYourUnit')
  })

  it('is refused once the firm is asked whether it is solved', () => {
    given(anIssueToConfirm()).when(command('recordContact')).refuses('wrongStage')
  })

  it.each(['assigned', 'handling'] as const)('counts as the first one once, while %s', (stage) => {
    const first = given(atEachStage[stage]()).when(command('recordContact'), {
      now: at('2026-11-23', '15:00'),
    })
    const { issue } = given(first.events).when(command('recordContact'), { now: tuesday })
    expect(issue).toEqual(first.issue)
  })
})

describe('an interim reply', () => {
  it('answers the firm, and is a contact with it', () => {
    expect(given(anIssueInHand()).when(command('recordReply'), { now: tuesday }).issue).toMatchObject({
      work: { contactedAt: tuesday, repliedAt: tuesday },
    })
  })

  it('leaves the first contact where it was', () => {
    const { events } = given(anIssueInHand()).when(command('recordContact'), {
      now: at('2026-11-23', '15:00'),
    })
    expect(given(events).when(command('recordReply'), { now: tuesday }).issue).toMatchObject({
      work: { contactedAt: at('2026-11-23', '15:00'), repliedAt: tuesday },
    })
  })

  it('may name the day of the next one, until the close of that day', () => {
    given(anIssueInHand())
      .when(command('recordReply', { nextReplyOn: '2026-12-04' }), { now: tuesday })
      .makes({ type: 'ReplyRecorded', nextReply: at('2026-12-04', '17:00') })
  })

  it('that names a day off falls due on the next working day', () => {
    given(anIssueInHand())
      .when(command('recordReply', { nextReplyOn: '2026-11-28' }), { now: tuesday })
      .makes({ type: 'ReplyRecorded', nextReply: at('2026-11-30', '17:00') })
  })

  it.each(['2026-11-24', '2026-11-23'])(
    'cannot promise the next one for %s, today or earlier',
    (nextReplyOn) => {
      given(anIssueInHand())
        .when(command('recordReply', { nextReplyOn }), { now: tuesday })
        .refuses('dateInThePast', '/nextReplyOn')
    },
  )

  it('takes today from the office, not from the machines', () => {
    const earlyOnWednesday = at('2026-11-25', '07:00')
    given(anIssueInHand())
      .when(command('recordReply', { nextReplyOn: '2026-11-25' }), { now: earlyOnWednesday })
      .refuses('dateInThePast')
  })

  it('is refused before the issue is accepted', () => {
    given(anAssignedIssue()).when(command('recordReply')).refuses('wrongStage')
  })

  it('may be followed by the next: a last one leaves no promise open', () => {
    const { events } = given(anIssueInHand()).when(command('recordReply', { nextReplyOn: '2026-12-04' }))
    const { issue } = given(events).when(command('recordReply'), { now: tuesday })
    expect(issue).toMatchObject({ work: { repliedAt: tuesday } })
    expect(issue).not.toHaveProperty('work.nextReply')
  })
})

describe('proposing closure', () => {
  it('asks the firm, which has five working days', () => {
    const { issue } = given(anIssueInHand()).when(command('proposeClosure'), { now: at('2026-11-27') })
    expect(issue).toMatchObject({
      stage: 'confirming',
      closure: { type: 'solved', at: at('2026-11-27'), by: 'talent-1' },
      confirmDue: at('2026-12-04', '17:00'),
    })
  })

  it('does not say that anything is confirmed or verified', () => {
    const { issue } = given(anIssueInHand()).when(command('proposeClosure'))
    expect(issue).not.toHaveProperty('confirmation')
    expect(issue).not.toHaveProperty('verification')
  })

  it.each(['solved', 'partly', 'explained', 'notPermitted', 'passedUp'] as const)(
    'as %s needs no date',
    (closure) => {
      given(anIssueInHand())
        .when(command('proposeClosure', { closure }))
        .makes({ type: 'ClosureProposed', closure })
    },
  )

  it('for conditions not yet met names the day of its review', () => {
    const notYet = (more: object) =>
      given(anIssueInHand()).when(command('proposeClosure', { closure: 'notYet', ...more }))
    notYet({}).refuses('reviewDateMissing', '/reviewOn')
    notYet({ reviewOn: '2027-03-01' }).makes({ type: 'ClosureProposed', reviewOn: '2027-03-01' })
  })

  it('cannot name a review for today', () => {
    given(anIssueInHand())
      .when(command('proposeClosure', { closure: 'notYet', reviewOn: '2026-11-23' }))
      .refuses('dateInThePast', '/reviewOn')
  })

  it('is refused before the issue is accepted', () => {
    given(anAssignedIssue()).when(command('proposeClosure')).refuses('wrongStage')
  })

  it('is refused a second time', () => {
    given(anIssueInHand()).when(command('proposeClosure')).again().refuses('wrongStage')
  })
})
