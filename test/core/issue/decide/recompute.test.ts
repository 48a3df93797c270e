import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../../core/calendar/calendar.ts'
import { defaultCalendar } from '../../../../core/calendar/default-calendar.ts'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import {
  aClosedIssue,
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueToConfirm,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

/** Friday 27 November and the whole of the second December week are declared days off. */
const newDaysOff = ['2026-11-27', '2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11']
const calendar: Calendar = {
  ...defaultCalendar,
  years: defaultCalendar.years.map((year) =>
    year.year === 2026 ? { ...year, off: [...year.off, ...newDaysOff] } : year,
  ),
  version: 'with more days off',
}
const recompute = (events: readonly IssueEvent[]) =>
  given(events).when(command('recomputeDues'), { calendar, now: at('2026-11-25') })

describe('a changed calendar', () => {
  it('moves the due times of an assignment from their beginning, and only those that it concerns', () => {
    expect(recompute(anAssignedIssue()).issue).toMatchObject({
      assignment: {
        dues: {
          accept: at('2026-11-24', '17:00'),
          reply: at('2026-11-26', '17:00'),
          close: at('2026-12-22', '17:00'),
        },
      },
    })
  })

  it('moves each issue once', () => {
    for (const events of [anAssignedIssue(), anIssueInHand(), anIssueToConfirm(), aClosedIssue()]) {
      const first = recompute(events)
      first.makes({ type: 'DuesRecomputed', calendar: calendar.version })
      first.again().staysQuiet()
    }
  })

  it('leaves alone what lies before the change', () => {
    recompute(aLoggedIssue()).staysQuiet()
  })

  it('keeps a date that was granted, but not one on which the office is closed now', () => {
    const grant = (until: string) => {
      const asked = given(anIssueInHand()).when(command('askExtension', { until: '2026-12-18' })).events
      return given(asked).when(command('decideExtension', { until })).events
    }
    expect(recompute(grant('2026-12-24')).issue).toMatchObject({
      assignment: { dues: { close: at('2026-12-24', '17:00'), closeOriginal: at('2026-12-22', '17:00') } },
    })
    const promised = given(anIssueInHand()).when(command('recordReply', { nextReplyOn: '2026-12-09' })).events
    expect(recompute(promised).issue).toMatchObject({ work: { nextReply: at('2026-12-14', '17:00') } })
  })
})
