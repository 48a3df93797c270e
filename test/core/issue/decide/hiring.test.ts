import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../../core/calendar/default-calendar.ts'
import { arrivalsAfter, funnelFaults } from '../../../../core/hiring/funnel.ts'
import { missingFor } from '../../../../core/issue/missing.ts'
import { dueCommand, secondsToDeadline } from '../../../../core/issue/standing.ts'
import { aClosedIssue, anIssueInHand, followedBy } from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

const aPost = { id: 'P1', title: '数控车工', headcount: 3, kind: 'full' } as const
const withAPost = () =>
  followedBy(anIssueInHand(), [{ type: 'PostsAdded', posts: [aPost] }, at('2026-11-24'), 'handler'])
const withArrivals = () =>
  followedBy(withAPost(), [
    { type: 'FunnelRecorded', post: 'P1', on: '2026-11-24', counts: { intended: 3, arrived: 3 } },
    at('2026-11-24', '11:00'),
    'handler',
  ])
const closed = () =>
  followedBy(
    withArrivals(),
    [
      { type: 'ClosureProposed', closure: 'solved', confirmDue: at('2026-12-02', '17:00') },
      at('2026-11-25'),
      'handler',
    ],
    [
      { type: 'ClosureConfirmed', result: 'solved', via: 'call', reopenUntil: at('2026-12-09', '17:00') },
      at('2026-11-25', '11:00'),
      'official',
    ],
  )

describe('a post', () => {
  it('is numbered after those that the issue has', () => {
    given(withAPost())
      .when(command('addPost'))
      .makes({ type: 'PostsAdded', posts: [expect.objectContaining({ id: 'P2' })] })
  })

  it('keeps its counts when it is changed', () => {
    const { issue } = given(withArrivals()).when(command('changePost', { headcount: 4 }))
    expect(issue.hiring?.posts[0]).toMatchObject({ headcount: 4, funnel: { arrived: 3 } })
  })

  it('that is cancelled is wanted no more, and cancelling it again is quiet', () => {
    const first = given(withAPost()).when(command('cancelPost'))
    expect(missingFor(first.issue, 'solved')).toEqual([])
    first.again().staysQuiet()
    given(first.events).when(command('recordFunnel')).refuses('postCancelled')
  })

  it('is not counted where the issue has none', () => {
    given(anIssueInHand()).when(command('recordFunnel')).refuses('unknownPost', '/post')
  })
})

describe('what a hiring issue lacks before it is solved', () => {
  it('names the step and the field that give it, by post', () => {
    const { issue } = given(anIssueInHand()).when(command('addPost'))
    expect(missingFor(issue, 'solved')).toMatchObject([
      { step: 'recordFunnel', field: 'arrived', post: 'P1' },
      { step: 'acceptPart' },
    ])
  })
})

describe('the counts of a post', () => {
  it('say nothing new a second time', () => {
    given(withAPost())
      .when(command('recordFunnel', { arrived: 2 }))
      .again()
      .staysQuiet()
  })

  it('cannot be of tomorrow', () => {
    given(withAPost())
      .when(command('recordFunnel', { on: '2026-11-25' }))
      .refuses('dateInTheFuture', '/on')
  })

  it('that fall are a correction', () => {
    given(withArrivals())
      .when(command('recordFunnel', { on: '2026-11-24', arrived: 2 }))
      .refuses('countImpossible')
    const { issue } = given(withArrivals()).when(command('correctFunnel', { on: '2026-11-24', arrived: 2 }))
    expect(issue.hiring?.posts[0]).toMatchObject({
      funnel: { arrived: 2 },
      arrivals: [{ on: '2026-11-24', people: 2 }],
    })
  })

  it('add up to those that arrived on each day, whatever is recorded and corrected', () => {
    const counts = fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), arrived: fc.nat(50) }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(counts, (told) => {
        let arrivals: { on: string; people: number }[] = []
        for (const { day, arrived } of told) {
          arrivals = arrivalsAfter(arrivals, `2026-11-${String(day).padStart(2, '0')}`, arrived)
          expect(arrivals.reduce((sum, { people }) => sum + people, 0)).toBe(arrived)
          expect(arrivals.every(({ people }) => people > 0)).toBe(true)
        }
      }),
    )
  })

  it('never let more arrive than agreed, or agree than were introduced, where that was counted', () => {
    const count = fc.option(fc.nat(9), { nil: undefined })
    fc.assert(
      fc.property(fc.record({ introduced: count, intended: count, arrived: count }), (counts) => {
        const { introduced, intended, arrived } = counts
        const wrong = (a: number | undefined, b: number | undefined) =>
          a !== undefined && b !== undefined && a > b
        const impossible =
          wrong(intended, introduced) || wrong(arrived, intended) || wrong(arrived, introduced)
        expect(funnelFaults({ headcount: 5, funnel: {} }, counts).length > 0).toBe(impossible)
      }),
    )
  })
})

describe('a closure of hiring', () => {
  it('as solved is refused while somebody is missing, and made when all have come', () => {
    given(withAPost()).when(command('proposeClosure')).refuses('resultMissing', '/closure')
    given(withArrivals())
      .when(command('proposeClosure'))
      .makes({ type: 'ClosureProposed', closure: 'solved' })
  })

  it('as partly solved needs the firm’s word', () => {
    given(withAPost())
      .when(command('proposeClosure', { closure: 'partly' }))
      .refuses('resultMissing')
    const { events } = given(withAPost()).when(command('acceptPart'))
    given(events)
      .when(command('proposeClosure', { closure: 'partly' }))
      .makes({ closure: 'partly' } as object)
    given(events).when(command('proposeClosure')).refuses('resultMissing')
  })

  it('that claims no result needs none', () => {
    given(withAPost())
      .when(command('proposeClosure', { closure: 'explained' }))
      .makes({ type: 'ClosureProposed' })
  })
})

describe('the count after thirty days', () => {
  const thirty = at('2026-12-24', '09:00')

  it('is asked for by the clock, once', () => {
    given(closed())
      .when(command('askForStay'), { now: at('2026-12-24', '08:59') })
      .staysQuiet()
    const asked = given(closed()).when(command('askForStay'), { now: thirty })
    expect(asked.fact('StayAsked')).toMatchObject({ arrivedOn: '2026-11-24', due: at('2026-12-31', '17:00') })
    asked.again().staysQuiet()
    expect(dueCommand(asked.issue, thirty, defaultCalendar)).toBeUndefined()
  })

  it('wakes the workflow at just that moment', () => {
    const { issue } = given(closed()).when(command('addNote'), { by: 'official' })
    expect(secondsToDeadline(issue, at('2026-12-24', '08:59'), defaultCalendar)).toBe(60)
  })

  it('is the verification', () => {
    const counts = [{ post: 'P1', people: 2 }]
    const { issue } = given(closed()).when(command('recordStay', { on: '2026-12-24', counts }), {
      now: thirty,
    })
    expect(issue).toMatchObject({
      verification: { what: 'peopleAtWork', headcount: 2 },
      hiring: { posts: [{ funnel: { stayed: 2 } }] },
    })
  })

  it('is refused too early, with more than came, or where nobody came', () => {
    const counts = [{ post: 'P1', people: 3 }]
    given(closed())
      .when(command('recordStay', { on: '2026-12-23', counts }), { now: thirty })
      .refuses('tooEarly', '/on')
    const more = command('recordStay', { on: '2026-12-24', counts: [{ post: 'P1', people: 4 }] })
    given(closed()).when(more, { now: thirty }).refuses('countImpossible', '/counts/0/people')
    given(aClosedIssue()).when(command('recordStay'), { now: thirty }).refuses('nobodyArrived')
  })

  it('stands in the place of one number for all posts', () => {
    given(closed())
      .when(command('recordVerification', { on: '2026-11-25' }))
      .refuses('countByPost')
  })
})
