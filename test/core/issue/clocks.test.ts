import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { dueAfter, duesFrom, levelFor } from '../../../core/issue/clocks.ts'
import type { Issue } from '../../../core/issue/issue.ts'
import * as pending from '../../../core/issue/pending.ts'
import { defaultServiceLevels } from '../../../core/reference/defaults.ts'
import {
  aClosedIssue,
  aDeclinedIssue,
  aHistoricIssue,
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueLeftToTheDispatcher,
  anIssueToConfirm,
  anIssueWaitingForARuling,
  anIssueWithAnExtensionAsked,
  aPausedIssue,
  aSupervisedIssue,
  aVerifiedIssue,
  issueAfter,
} from '../an-issue.ts'
import { given } from '../given.ts'
import { at, reference } from '../office.ts'
import { command } from '../usual.ts'

const { awaitsVerification, deadlineOf, pendingClocks } = pending
const wakesAt = (issue: Issue) => pending.wakesAt(issue, defaultCalendar)

const timing = (now: string, more = {}) => ({ now, calendar: defaultCalendar, reference, ...more })

describe('the dues of an assignment', () => {
  it.each([
    ['hiring', 'complex', '2026-12-14'],
    ['financing', 'complex', '2026-12-14'],
    ['taxRefund', 'complex', '2026-12-14'],
    ['policy', 'ordinary', '2026-11-30'],
    ['other', 'ordinary', '2026-11-30'],
  ] as const)('close %s, which is %s, by %s', (category, complexity, day) => {
    const found = duesFrom(timing(at('2026-11-23')), 'ordinary', category)
    expect(found).toMatchObject({ complexity, dues: { close: at(day, '17:00') } })
  })

  it('follow what the dispatcher says of how complex it is', () => {
    const { dues } = duesFrom(timing(at('2026-11-23')), 'ordinary', 'hiring', 'question')
    expect(dues.close).toBe(at('2026-11-25', '17:00'))
  })

  it('leave holidays out and count the weekends worked instead', () => {
    const { dues } = duesFrom(timing(at('2026-09-30')), 'ordinary', 'policy')
    expect(dues).toEqual({
      accept: at('2026-10-08', '17:00'),
      contact: at('2026-10-08', '17:00'),
      reply: at('2026-10-10', '17:00'),
      close: at('2026-10-13', '17:00'),
    })
  })

  it('of an urgent issue that comes before lunch go on after it', () => {
    const { dues } = duesFrom(timing(at('2026-11-23', '11:00')), 'urgent', 'other')
    expect(dues.accept).toBe(at('2026-11-23', '14:00'))
  })

  it('of what comes after hours begin at the next opening', () => {
    expect(dueAfter(defaultCalendar, at('2026-11-27', '18:00'), { minutes: 120 }).at).toBe(
      at('2026-11-30', '11:00'),
    )
  })

  it('are those of the service level that is valid on the day', () => {
    const shorter = defaultServiceLevels.map((level) => ({
      ...level,
      validFrom: '2026-12-01',
      route: { days: 3 },
    }))
    const levels = { reference: { serviceLevel: [...defaultServiceLevels, ...shorter] } }
    expect(levelFor(timing(at('2026-11-30'), levels), 'ordinary').route).toEqual({ days: 1 })
    expect(levelFor(timing(at('2026-12-01'), levels), 'ordinary').route).toEqual({ days: 3 })
  })

  it('cannot be told by an office without service levels', () => {
    const none = { reference: { serviceLevel: [] } }
    expect(() => levelFor(timing(at('2026-11-23'), none), 'urgent')).toThrow('no service level')
  })
})

describe('the clocks that run', () => {
  it.each([
    ['a new issue', aLoggedIssue, ['route']],
    ['one left to the dispatcher', anIssueLeftToTheDispatcher, ['route']],
    ['one assigned', anAssignedIssue, ['accept', 'contact', 'close']],
    ['one in hand', anIssueInHand, ['contact', 'reply', 'close']],
    ['one with an extension asked for', anIssueWithAnExtensionAsked, ['contact', 'reply', 'close']],
    ['a paused one', aPausedIssue, ['resume']],
    ['a supervised one', aSupervisedIssue, ['contact', 'reply', 'close', 'supervise']],
    ['one that waits for a ruling', anIssueWaitingForARuling, ['rule']],
    ['one that the firm is asked about', anIssueToConfirm, ['confirm']],
    ['a closed one', aClosedIssue, []],
    ['a declined one', aDeclinedIssue, []],
  ] as const)('on %s', (_, events, clocks) => {
    expect(pendingClocks(issueAfter(events())).map(({ clock }) => clock)).toEqual(clocks)
  })

  it.each([
    ['assigned', anAssignedIssue, ['accept', 'close']],
    ['in hand', anIssueInHand, ['reply', 'close']],
  ] as const)('do not ask for a first contact that was made while it was %s', (_, events, clocks) => {
    const { issue } = given(events()).when(command('recordContact'))
    expect(pendingClocks(issue).map(({ clock }) => clock)).toEqual(clocks)
  })

  it('are only that of closing once the last reply is given', () => {
    const { issue } = given(anIssueInHand()).when(command('recordReply'))
    expect(pendingClocks(issue)).toEqual([
      { clock: 'close', due: at('2026-12-14', '17:00'), startedAt: at('2026-11-23') },
    ])
  })
})

describe('the deadline by which a worklist sorts', () => {
  it.each([
    ['routing', aLoggedIssue, at('2026-11-24', '17:00')],
    ['acceptance', anAssignedIssue, at('2026-11-24', '17:00')],
    ['the first contact', anIssueInHand, at('2026-11-24', '17:00')],
    ['the confirmation', anIssueToConfirm, at('2026-12-04', '17:00')],
    ['the resumption', aPausedIssue, at('2026-12-07', '09:00')],
    ['the ruling', anIssueWaitingForARuling, at('2026-12-14', '17:00')],
    ['the end of looking for the result', aClosedIssue, at('2027-01-29')],
    ['the end of the reopening window', aVerifiedIssue, at('2026-12-14', '17:00')],
    ['nothing, on history', aHistoricIssue, undefined],
    ['nothing, once it has ended', aDeclinedIssue, undefined],
  ] as const)('is that of %s', (_, events, deadline) => {
    expect(deadlineOf(issueAfter(events()))).toBe(deadline)
  })

  it.each(['2026-11-25', '2026-12-30'])('is the next reply where one is promised, for %s', (nextReplyOn) => {
    const { issue } = given(anIssueInHand()).when(command('recordReply', { nextReplyOn }))
    expect(deadlineOf(issue)).toBe(at(nextReplyOn, '17:00'))
  })

  it('stays where it was when it has passed: what is late stays on top', () => {
    const { issue } = given(anIssueInHand()).when(command('recordOverdue'), {
      now: at('2026-12-14', '17:00'),
    })
    expect(deadlineOf(issue)).toBe(at('2026-11-24', '17:00'))
  })
})

describe('time itself', () => {
  const overdueAt = (day: string, time?: string) =>
    given(anIssueInHand()).when(command('recordOverdue'), { now: at(day, time) })

  it('next changes something when the nearest clock turns yellow: a working day is left', () => {
    expect(wakesAt(issueAfter(anIssueInHand()))).toBe(at('2026-11-23', '17:00'))
  })

  it('then when it runs out', () => {
    expect(wakesAt(overdueAt('2026-11-23', '17:00').issue)).toBe(at('2026-11-24', '17:00'))
  })

  it('then when the next one turns yellow', () => {
    expect(wakesAt(overdueAt('2026-11-24', '17:00').issue)).toBe(at('2026-11-25', '17:00'))
  })

  it('is only the planned day of resumption while everything stands still', () => {
    expect(wakesAt(issueAfter(aPausedIssue()))).toBe(at('2026-12-07', '09:00'))
  })

  it('is the end of the supervision, where that comes first, and the ruling that is waited for', () => {
    const { events } = given(aSupervisedIssue()).when(command('recordReply'))
    expect(wakesAt(issueAfter(events))).toBe(at('2026-11-26', '17:00'))
    expect(wakesAt(issueAfter(anIssueWaitingForARuling()))).toBe(at('2026-12-14', '17:00'))
  })

  it('changes nothing more once every clock has been marked', () => {
    const { issue } = given(anIssueInHand()).when(command('recordOverdue'), {
      now: at('2026-12-14', '17:00'),
    })
    expect(wakesAt(issue)).toBeUndefined()
  })

  it('comes back for a reply that is promised after the close was due', () => {
    const late = given(anIssueInHand()).when(command('recordOverdue'), { now: at('2026-12-14', '17:00') })
    const reply = command('recordReply', { nextReplyOn: '2026-12-18' })
    expect(wakesAt(given(late.events).when(reply).issue)).toBe(at('2026-12-17', '17:00'))
  })
})

describe('a result is looked for', () => {
  const closedAs = (closure: 'solved' | 'partly' | 'explained' | 'notPermitted' | 'passedUp') => {
    const { events } = given(anIssueInHand()).when(command('proposeClosure', { closure }))
    return given(events).when(command('confirmClosure')).issue
  }

  it.each(['solved', 'partly'] as const)('where the department says %s', (closure) => {
    expect(awaitsVerification(closedAs(closure))).toBe(true)
  })

  it.each(['explained', 'notPermitted', 'passedUp'] as const)(
    'but not where nothing was to be done: %s',
    (closure) => {
      expect(awaitsVerification(closedAs(closure))).toBe(false)
    },
  )

  it('no more once it was seen, and never on history', () => {
    expect(awaitsVerification(issueAfter(aVerifiedIssue()))).toBe(false)
    expect(awaitsVerification(issueAfter(aHistoricIssue()))).toBe(false)
  })
})
