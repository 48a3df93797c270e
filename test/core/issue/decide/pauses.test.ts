import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../../core/calendar/default-calendar.ts'
import { workingSecondsBetween } from '../../../../core/calendar/working-seconds.ts'
import { commandInputs } from '../../../../core/issue/commands.ts'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import { replay } from '../../../../core/issue/evolve.ts'
import { pendingClocks } from '../../../../core/issue/pending.ts'
import { keysOf, pauseReasonWords } from '../../../../core/words.ts'
import { dateAdd, epochSeconds, instantOf, localDate } from '../../../../core/zone-time.ts'
import {
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  aPausedIssue,
  aSupervisedIssue,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

const tuesday = at('2026-11-24')

describe('a pause', () => {
  it.each(keysOf(pauseReasonWords))('has one of the listed reasons: %s', (reason) => {
    given(anIssueInHand())
      .when(command('pauseIssue', { reason, resumeOn: '2026-12-07' }), { now: tuesday })
      .makes({ type: 'IssuePaused', reason, resumeAt: at('2026-12-07', '09:00') })
  })

  it.each([
    ['for another reason', { reason: 'busy', resumeOn: '2026-12-07', text: '忙' }],
    ['without an end', { reason: 'inReview', text: '复议中' }],
    ['without a word', { reason: 'inReview', resumeOn: '2026-12-07' }],
    ['until no day', { reason: 'inReview', resumeOn: '2026-02-30', text: '复议中' }],
  ])('is no pause %s', (_, input) => {
    expect(commandInputs.pauseIssue.safeParse(input).success).toBe(false)
  })

  it.each(['2026-11-24', '2026-11-23', '2025-12-07'])('cannot end on %s, today or earlier', (resumeOn) => {
    given(anIssueInHand())
      .when(command('pauseIssue', { resumeOn }), { now: tuesday })
      .refuses('dateInThePast', '/resumeOn')
  })

  it('is refused a second time', () => {
    given(anIssueInHand()).when(command('pauseIssue')).again().refuses('alreadyPaused')
  })

  it('is refused before the issue is accepted', () => {
    given(anAssignedIssue()).when(command('pauseIssue')).refuses('wrongStage')
  })

  it('stops all clocks: nothing comes near and nothing is overdue, however long it lasts', () => {
    given(aPausedIssue())
      .when(command('recordOverdue'), { now: at('2026-12-06') })
      .staysQuiet()
    given(aPausedIssue())
      .when(command('recordOverdue'), { now: at('2027-12-06') })
      .staysQuiet()
  })

  it('does not keep anybody from talking with the firm', () => {
    given(aPausedIssue()).when(command('recordContact')).makes({ type: 'ContactRecorded' })
    given(aPausedIssue()).when(command('recordReply')).makes({ type: 'ReplyRecorded' })
  })

  it('keeps the department from closing: it is resumed first', () => {
    given(aPausedIssue()).when(command('proposeClosure')).refuses('issuePaused')
  })
})

describe('resuming', () => {
  it('gives each clock the working time that was left to it: to the first contact, for one, six hours', () => {
    const { issue } = given(aPausedIssue()).when(command('resumeIssue'), { now: at('2026-12-01', '11:00') })
    expect(issue).toMatchObject({
      assignment: {
        dues: {
          accept: at('2026-11-24', '17:00'),
          contact: at('2026-12-02'),
          reply: at('2026-12-04'),
          close: at('2026-12-22'),
        },
      },
      work: { pauses: [{ from: tuesday, to: at('2026-12-01', '11:00') }] },
    })
    expect(issue).not.toHaveProperty('work.pause')
  })

  it('is done by the clock on the planned day, at the opening of the office, and not before', () => {
    const resume = (now: string) => given(aPausedIssue()).when(command('resumeIssue'), { by: 'system', now })
    resume('2026-12-07T00:59:59Z').staysQuiet()
    resume(at('2026-12-07', '09:00')).makes({ type: 'IssueResumed' })
  })

  it('counts from the planned day where the office was shut down on it', () => {
    const resume = (now: string) => given(aPausedIssue()).when(command('resumeIssue'), { by: 'system', now })
    const onTime = resume(at('2026-12-07', '09:00')).issue
    expect(resume(at('2026-12-09', '15:00')).issue).toEqual(onTime)
  })

  it('does nothing to an issue that is not paused, nor a second time', () => {
    given(anIssueInHand()).when(command('resumeIssue')).staysQuiet()
    given(aPausedIssue()).when(command('resumeIssue')).again().staysQuiet()
  })

  it('leaves overdue what was overdue before', () => {
    const late = given(anIssueInHand()).when(command('recordOverdue'), { now: at('2026-11-25') }).events
    const paused = given(late).when(command('pauseIssue'), { now: at('2026-11-25') }).events
    const { events, issue } = given(paused).when(command('resumeIssue'), { now: at('2026-12-01') })
    expect(issue).toMatchObject({ assignment: { dues: { contact: at('2026-11-24', '17:00') } } })
    const again = given(events).when(command('recordOverdue'), { now: at('2026-12-01') }).events
    expect(again.filter((event) => event.type === 'OverdueRecorded')).toHaveLength(1)
  })

  it('moves a promised reply by what the pause took from it, not by what came before the promise', () => {
    const paused = given(anIssueInHand()).when(command('pauseIssue'), { now: tuesday }).events
    const promise = command('recordReply', { nextReplyOn: '2026-12-10' })
    const during = given(paused).when(promise, { now: at('2026-12-03') }).events
    expect(given(during).when(command('resumeIssue'), { now: at('2026-12-04') }).issue).toMatchObject({
      work: { nextReply: at('2026-12-11', '17:00') },
    })
  })

  it('does not take a pause that was over for time granted to the next promise', () => {
    const { events } = given(aPausedIssue()).when(command('resumeIssue'), { now: at('2026-12-01') })
    const promise = command('recordReply', { nextReplyOn: '2026-12-08' })
    const { issue } = given(events).when(promise, { now: at('2026-12-02', '09:00') })
    expect(pendingClocks(issue).find(({ clock }) => clock === 'reply')).not.toHaveProperty('pauses')
    expect(pendingClocks(issue).find(({ clock }) => clock === 'close')).toHaveProperty('pauses')
  })

  it('leaves due times as the calendar has them, those of helpers too: computing them again moves none', () => {
    const helped = given(aLoggedIssue()).when(command('routeIssue', { assisting: ['innovation'] })).events
    const inHand = given(helped).when(command('acceptAssignment'), { now: at('2026-11-23', '15:20') }).events
    const paused = given(inHand).when(command('pauseIssue'), { now: at('2026-11-24', '11:11') }).events
    const { events } = given(paused).when(command('resumeIssue'), { now: at('2026-12-02', '15:15') })
    given(events).when(command('recomputeDues')).staysQuiet()
  })

  it('gives back just what was left to the second, to every clock, over any number of pauses', () => {
    const clocks = (events: readonly IssueEvent[]) => {
      const issue = replay(events)
      return issue ? pendingClocks(issue) : []
    }
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 1, max: 30 * 86_400 })),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(spans, fc.constantFrom(anIssueInHand, aSupervisedIssue), (pauses, start) => {
        let events: readonly IssueEvent[] = start()
        for (const [worked, lasted] of pauses) {
          const pausedAt = instantOf(epochSeconds(events.at(-1)?.at ?? '') + worked)
          const resumedAt = instantOf(epochSeconds(pausedAt) + lasted)
          const left = clocks(events)
          const pause = command('pauseIssue', { resumeOn: dateAdd(localDate(resumedAt), 1) })
          const paused = given(events).when(pause, { now: pausedAt }).events
          expect(clocks(paused).map(({ clock }) => clock)).toEqual(['resume'])
          events = given(paused).when(command('resumeIssue'), { now: resumedAt }).events
          const after = clocks(events)
          expect(after.map(({ clock }) => clock)).toEqual(left.map(({ clock }) => clock))
          for (const [index, { clock, due }] of left.entries()) {
            const now = after[index]?.due ?? ''
            if (due < pausedAt) expect(now, clock).toBe(due)
            else
              expect(workingSecondsBetween(defaultCalendar, resumedAt, now), clock).toBe(
                workingSecondsBetween(defaultCalendar, pausedAt, due),
              )
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
