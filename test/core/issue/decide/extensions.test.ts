import { describe, expect, it } from 'vitest'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import { anAssignedIssue, anIssueInHand, anIssueWithAnExtensionAsked, aPausedIssue } from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

/** The issue of these stories closes by Monday 14 December, at five. */
const due = at('2026-12-14', '17:00')

describe('asking for an extension', () => {
  it('names a later day, until whose close it would run, and moves nothing yet', () => {
    const now = at('2026-11-25')
    const asked = given(anIssueInHand()).when(command('askExtension', { until: '2026-12-21' }), { now })
    asked.makes({ type: 'ExtensionAsked', until: at('2026-12-21', '17:00') })
    expect(asked.issue).toMatchObject({
      assignment: {
        dues: { close: due },
        extensionAsked: { at: now, by: 'talent-1', until: at('2026-12-21', '17:00') },
      },
    })
  })

  it('for a day off means the next working day', () => {
    given(anIssueInHand())
      .when(command('askExtension', { until: '2026-12-19' }))
      .makes({ type: 'ExtensionAsked', until: at('2026-12-21', '17:00') })
  })

  it.each([
    ['a working day before, at its last moment', at('2026-12-11', '17:00')],
    ['weeks before', at('2026-11-24')],
  ])('is in time %s', (_, now) => {
    given(anIssueInHand()).when(command('askExtension'), { now }).makes({ type: 'ExtensionAsked' })
  })

  it.each([
    ['less than a working day before', '2026-12-11T09:00:01Z'],
    ['over the weekend before', at('2026-12-12')],
    ['on the day itself', at('2026-12-14')],
    ['after the due time', at('2026-12-15')],
  ])('is too late %s, and the refusal says to promise the firm its next reply', (_, now) => {
    const asked = given(anIssueInHand()).when(command('askExtension'), { now })
    asked.refuses('extensionTooLate')
    expect(asked.answer).toMatchObject({ zh: expect.stringContaining('约定下次答复日期') })
  })

  it('goes by days where a pause has left the due time in the middle of one', () => {
    const { events, issue } = given(aPausedIssue()).when(command('resumeIssue'), {
      now: at('2026-12-01', '14:00'),
    })
    expect(issue).toMatchObject({ assignment: { dues: { close: at('2026-12-22', '12:00') } } })
    const ask = command('askExtension', { until: '2026-12-31' })
    given(events)
      .when(ask, { now: at('2026-12-21', '16:00') })
      .makes({ type: 'ExtensionAsked' })
    given(events)
      .when(ask, { now: at('2026-12-22', '09:00') })
      .refuses('extensionTooLate')
  })

  it.each(['2026-12-14', '2026-12-12', '2026-11-20'])('until %s would be none', (until) => {
    given(anIssueInHand()).when(command('askExtension', { until })).refuses('extensionNotLater', '/until')
  })

  it('is refused while one is asked for', () => {
    given(anIssueInHand()).when(command('askExtension')).again().refuses('extensionPending')
  })

  it('is refused while the issue is paused: first it is resumed', () => {
    given(aPausedIssue()).when(command('askExtension')).refuses('issuePaused')
  })

  it('is refused before the issue is accepted', () => {
    given(anAssignedIssue()).when(command('askExtension')).refuses('wrongStage')
  })
})

describe('deciding on an extension', () => {
  const decide = (input: { granted: boolean; until?: string }, now = at('2026-11-26')) =>
    given(anIssueWithAnExtensionAsked()).when(command('decideExtension', input), { now })

  it('grants the day that was asked for, and keeps the original due time for the strict figures', () => {
    const { issue } = decide({ granted: true })
    expect(issue).toMatchObject({
      assignment: { extensions: 1, dues: { close: at('2026-12-21', '17:00'), closeOriginal: due } },
    })
    expect(issue).not.toHaveProperty('assignment.extensionAsked')
  })

  it('may grant another day than that', () => {
    decide({ granted: true, until: '2026-12-16' }).makes({
      type: 'ExtensionDecided',
      granted: true,
      close: at('2026-12-16', '17:00'),
    })
  })

  it('leaves everything as it was where it is not granted', () => {
    const { issue } = decide({ granted: false })
    expect(issue).toEqual(given(anIssueInHand()).when(command('resumeIssue')).issue)
  })

  it('marks what ends in a year whose holidays are not published', () => {
    const { issue } = decide({ granted: true, until: '2027-01-08' })
    expect(issue).toMatchObject({ assignment: { dues: { provisional: true } } })
  })

  it('refuses a day that is no later, and one that has gone by since', () => {
    decide({ granted: true, until: '2026-12-14' }).refuses('extensionNotLater', '/until')
    decide({ granted: true }, at('2026-12-22')).refuses('dateInThePast', '/until')
  })

  it('is refused a second time, and where nothing was asked', () => {
    given(anIssueWithAnExtensionAsked()).when(command('decideExtension')).again().refuses('noExtensionAsked')
    given(anIssueInHand()).when(command('decideExtension')).refuses('noExtensionAsked')
  })

  it('is not for the department that asked', () => {
    given(anIssueWithAnExtensionAsked())
      .when(command('decideExtension'), { by: 'handler' })
      .refuses('notAllowed')
  })

  it('of a second and a third extension keeps the very first due time', () => {
    const extend = (events: readonly IssueEvent[], until: string) => {
      const asked = given(events).when(command('askExtension', { until })).events
      return given(asked).when(command('decideExtension')).events
    }
    const thrice = ['2026-12-18', '2026-12-25', '2026-12-31'].reduce<readonly IssueEvent[]>(
      extend,
      anIssueInHand(),
    )
    expect(given(thrice).when(command('resumeIssue')).issue).toMatchObject({
      assignment: { extensions: 3, dues: { close: at('2026-12-31', '17:00'), closeOriginal: due } },
    })
  })

  it('moves the deadline: nothing is overdue at the old one, and at the new one it is', () => {
    const { events } = decide({ granted: true })
    const replied = given(events).when(command('recordReply'), { now: at('2026-11-26') }).events
    const made = (now: string) =>
      given(replied)
        .when(command('recordOverdue'), { now })
        .events.map((event) => event.type)
    expect(made(due)).not.toContain('OverdueRecorded')
    expect(made(at('2026-12-21', '17:00'))).toContain('OverdueRecorded')
  })
})
