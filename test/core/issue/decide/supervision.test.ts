import { describe, expect, it } from 'vitest'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import {
  anAssignedIssue,
  anIssueInHand,
  anIssueProposedForSupervision,
  aSupervisedIssue,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

const look = (events: readonly IssueEvent[], now: string) =>
  given(events).when(command('recordOverdue'), { now })
const acceptDue = at('2026-11-24', '17:00')

describe('an issue that is not accepted in time', () => {
  it('turns yellow once, when a working day is left', () => {
    const soon = look(anAssignedIssue(), at('2026-11-23', '17:00'))
    soon.makes(
      { type: 'DueSoonRecorded', clock: 'accept', due: acceptDue },
      { type: 'DueSoonRecorded', clock: 'contact', due: acceptDue },
    )
    soon.again().staysQuiet()
    look(soon.events, at('2026-11-24', '16:59')).staysQuiet()
  })

  it('turns red once, and is then proposed for supervision, once', () => {
    const red = look(look(anAssignedIssue(), at('2026-11-24')).events, acceptDue)
    red.makes(
      { type: 'OverdueRecorded', clock: 'accept' },
      { type: 'OverdueRecorded', clock: 'contact' },
      { type: 'SupervisionProposed', clock: 'accept' },
    )
    red.again().staysQuiet()
    expect(red.issue).toMatchObject({ supervision: { proposedAt: acceptDue } })
  })

  it('is not proposed again when it is not closed in time either', () => {
    const accepted = given(anIssueProposedForSupervision()).when(command('acceptAssignment'), {
      now: at('2026-11-25'),
    })
    const { events } = look(accepted.events, at('2026-12-14', '17:00'))
    expect(events.filter((event) => event.type === 'SupervisionProposed')).toHaveLength(1)
    expect(events.filter((event) => event.type === 'OverdueRecorded')).not.toHaveLength(0)
  })

  it('is proposed anew for the department that it goes to instead', () => {
    const moved = given(anIssueProposedForSupervision()).when(command('transferIssue'), {
      now: at('2026-11-25'),
    })
    expect(moved.issue).not.toHaveProperty('supervision')
    const { events } = look(moved.events, at('2026-11-27'))
    expect(events.filter((event) => event.type === 'SupervisionProposed')).toHaveLength(2)
  })

  it('is no longer proposed once the department has returned it', () => {
    const returned = given(anIssueProposedForSupervision()).when(command('returnAssignment'), {
      now: acceptDue,
    })
    expect(returned.issue).toMatchObject({ stage: 'logged' })
    expect(returned.issue).not.toHaveProperty('supervision')
  })
})

describe('what is late without being proposed', () => {
  it('is a first contact or a reply: only what is not taken over or not closed comes to the manager', () => {
    const { events } = look(anIssueInHand(), at('2026-11-26', '17:00'))
    expect(events.map((event) => event.type)).not.toContain('SupervisionProposed')
  })
})

describe('deciding on supervision', () => {
  const decide = (input: object, events = anIssueProposedForSupervision(), now = at('2026-11-25')) =>
    given(events).when(command('decideSupervision', input), { now })

  it('opens one with a time of its own', () => {
    expect(decide({ dueOn: '2026-11-27' }).issue).toMatchObject({
      supervision: { proposedAt: acceptDue, decidedAt: at('2026-11-25'), due: at('2026-11-27', '17:00') },
    })
  })

  it('needs no proposal: a manager may open it where nothing is late yet', () => {
    decide({ dueOn: '2026-11-27' }, anIssueInHand()).makes({ type: 'SupervisionDecided', opened: true })
  })

  it('lets it be, once, and may open it later', () => {
    const letBe = decide({ opened: false, dueOn: undefined })
    letBe.makes({ type: 'SupervisionDecided', opened: false })
    letBe.again().staysQuiet()
    given(letBe.events).when(command('decideSupervision')).makes({ type: 'SupervisionDecided', opened: true })
  })

  it('without a date is refused, as is one that has passed', () => {
    decide({ dueOn: undefined }).refuses('supervisionDueMissing', '/dueOn')
    decide({ dueOn: '2026-11-24' }).refuses('dateInThePast', '/dueOn')
    const evening = at('2026-11-25', '18:00')
    decide({ dueOn: '2026-11-25' }, anIssueProposedForSupervision(), evening).refuses(
      'dateInThePast',
      '/dueOn',
    )
  })

  it('until today is possible in the morning', () => {
    decide({ dueOn: '2026-11-25' }).makes({ type: 'SupervisionDecided', due: at('2026-11-25', '17:00') })
  })

  it('is refused a second time', () => {
    decide({}).again().refuses('alreadySupervised')
  })

  it('is for managers alone', () => {
    given(anIssueProposedForSupervision())
      .when(command('decideSupervision'), { by: 'dispatcher' })
      .refuses('notAllowed')
  })
})

describe('a supervision', () => {
  it('has a clock of its own, whose end is marked once', () => {
    const late = look(aSupervisedIssue(), at('2026-11-27', '17:00'))
    expect(late.events.at(-1)).toMatchObject({ type: 'OverdueRecorded', clock: 'supervise' })
    late.again().staysQuiet()
  })

  it('stands still in a pause like every other clock, from when it was opened', () => {
    const paused = given(anIssueInHand()).when(command('pauseIssue'), { now: at('2026-11-24') }).events
    const opened = decideLater(paused)
    const { issue } = given(opened).when(command('resumeIssue'), { now: at('2026-12-02') })
    expect(issue).toMatchObject({ supervision: { due: at('2026-12-04', '17:00') } })
  })

  it('ends with the closing', () => {
    const { issue } = given(aSupervisedIssue()).when(command('proposeClosure'), { now: at('2026-11-26') })
    expect(issue).not.toHaveProperty('supervision')
  })
})

/** Opened on Tuesday 1 December until the day after the next. */
const decideLater = (events: readonly IssueEvent[]) =>
  given(events).when(command('decideSupervision', { dueOn: '2026-12-03' }), { now: at('2026-12-01') }).events
