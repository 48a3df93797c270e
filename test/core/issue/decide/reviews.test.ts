import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../../core/calendar/default-calendar.ts'
import { desksOf } from '../../../../core/issue/desks.ts'
import { deadlineOf, wakesAt } from '../../../../core/issue/pending.ts'
import { standingOf } from '../../../../core/issue/standing.ts'
import { aClosedIssue, anIssueKeptOnTheList, issueAfter } from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

const day = at('2027-03-01', '09:00')
const kept = () => issueAfter(anIssueKeptOnTheList())
const due = () => given(anIssueKeptOnTheList()).when(command('recordReviewDue'), { now: day })
const review = (input: object, now = at('2027-03-02')) =>
  given(due().events).when(command('reviewClosure', input), { now })

describe('a closure for conditions not yet met', () => {
  it('waits for the morning of its review, far beyond the window for reopening, and is not put away before', () => {
    expect(wakesAt(kept(), defaultCalendar)).toBe(day)
    expect(deadlineOf(kept())).toBe(day)
    expect(standingOf(kept())).toBe('toVerify')
    given(anIssueKeptOnTheList())
      .when(command('archiveIssue'), { now: at('2027-02-26') })
      .staysQuiet()
  })

  it('comes up on that morning, and once', () => {
    given(anIssueKeptOnTheList())
      .when(command('recordReviewDue'), { now: at('2027-03-01', '08:59') })
      .staysQuiet()
    due().makes({ type: 'ReviewDueRecorded', reviewOn: '2027-03-01' })
    due().again().staysQuiet()
  })

  it('is then on the desk of its department, until somebody has looked', () => {
    expect(desksOf(kept())).toEqual([])
    expect(desksOf(due().issue)).toEqual([{ desk: { department: 'talent' }, asks: 'review', by: day }])
    expect(wakesAt(due().issue, defaultCalendar)).toBeUndefined()
    expect(desksOf(review({ redo: false }).issue)).toEqual([])
  })

  it('comes up at once where its day lies before the confirmation', () => {
    const early = anIssueKeptOnTheList('2026-11-28')
    given(early).when(command('recordReviewDue')).makes({ type: 'ReviewDueRecorded' })
  })
})

describe('a review', () => {
  it('that finds the conditions met gives the work back with new clocks, and is no step up', () => {
    const { issue } = review({ redo: true })
    expect(issue).toMatchObject({ stage: 'handling', assignment: { department: 'talent' } })
    expect(issue).not.toHaveProperty('steppedUp')
    expect(issue).not.toHaveProperty('reviewDueAt')
  })

  it('that finds them missing keeps it on the list until another day, on which it comes up again', () => {
    const again = review({ redo: false, reviewOn: '2027-06-01' })
    expect(again.issue).toMatchObject({
      stage: 'closed',
      closure: { type: 'notYet', reviewOn: '2027-06-01' },
    })
    expect(wakesAt(again.issue, defaultCalendar)).toBe(at('2027-06-01', '09:00'))
    given(again.events)
      .when(command('recordReviewDue'), { now: at('2027-06-01', '09:00') })
      .makes({ type: 'ReviewDueRecorded', reviewOn: '2027-06-01' })
  })

  it('without another day takes it off the list, and it is put away', () => {
    const off = review({ redo: false })
    expect(off.issue).toMatchObject({ stage: 'closed', closure: { type: 'notYet' } })
    given(off.events)
      .when(command('archiveIssue'), { now: at('2027-03-02') })
      .makes({ type: 'IssueArchived' })
  })

  it('may come before the day', () => {
    given(anIssueKeptOnTheList())
      .when(command('reviewClosure', { redo: true }), { now: at('2027-01-11') })
      .makes({ type: 'ClosureReviewed' })
  })

  it('is refused where nothing is kept, with a day that is past, and with a day beside "go on"', () => {
    given(aClosedIssue()).when(command('reviewClosure')).refuses('nothingToReview')
    review({ redo: false, reviewOn: '2027-03-02' }).refuses('dateInThePast', '/reviewOn')
    review({ redo: true, reviewOn: '2027-06-01' }).refuses('badInput', '/reviewOn')
    review({ redo: false }).again().refuses('nothingToReview')
  })
})
