import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../../core/calendar/default-calendar.ts'
import { desksOf } from '../../../../core/issue/desks.ts'
import { departmentOf } from '../../../../core/issue/in-hand.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { deadlineOf, newlyOverdue, pendingClocks } from '../../../../core/issue/pending.ts'
import type { Principal } from '../../../../core/principal.ts'
import { at, people } from '../../office.ts'
import { ask, assigned, does, inHand, liaison, liaisonWhoDispatches, logged, text } from '../../together.ts'

const duesIn = (issue: Issue) => {
  if (issue.stage !== 'assigned' && issue.stage !== 'handling')
    throw new Error(`no due times: ${issue.stage}`)
  return issue.assignment.dues
}
const ofClock = (issue: Issue) => pendingClocks(issue).filter(({ clock }) => clock === 'assist')

describe('assisting departments', () => {
  it.each([
    ['one that is named twice', ['innovation', 'innovation'], ['innovation']],
    ['the department itself', ['talent', 'power'], ['power']],
    ['nobody else than the department itself', ['talent'], undefined],
  ])('are asked once each: %s', (_, assisting, asked) => {
    const issue = assigned(assisting)
    expect(issue).toMatchObject({ assignment: { department: 'talent' } })
    expect('assignment' in issue && issue.assignment?.assisting).toEqual(asked)
    expect(duesIn(issue).assist !== undefined).toBe(asked !== undefined)
  })

  it('say that their part is done, each for itself and once', () => {
    const issue = inHand(['innovation', 'power'])
    const own = ask(issue, 'recordAssistance', { text }, { by: people.assisting })
    expect(own.answer).toEqual([{ type: 'AssistanceGiven', department: 'innovation', note: { text } }])
    const first = does(issue, 'recordAssistance', { text }, { by: people.assisting })
    expect(ask(first, 'recordAssistance', { text }, { by: people.assisting }).answer).toEqual([])
    const both = does(first, 'recordAssistance', { text }, { by: liaison })
    expect(desksOf(both)).toEqual([])
    expect(ask(both, 'recordAssistance', { text }, { by: liaison }).answer).toEqual([])
  })

  it.each([
    ['the main department', people.handler, 'notYourUnit'],
    ['a department that was not asked', people.otherHandler, 'notYourUnit'],
    ['the dispatcher', people.dispatcher, 'notAllowed'],
  ])('are not spoken for by %s', (_, by, refused) => {
    expect(ask(inHand(['innovation']), 'recordAssistance', { text }, { by }).answer).toMatchObject({
      refused,
    })
  })

  it('have one clock of three working days, which is on their desk and not on the main department', () => {
    const issue = inHand(['innovation', 'power'])
    const assist = at('2026-11-26', '17:00')
    expect(ofClock(issue)).toMatchObject([{ due: assist }])
    expect(desksOf(issue)).toEqual([
      { desk: { department: 'innovation' }, asks: 'assistance', by: assist },
      { desk: { department: 'power' }, asks: 'assistance', by: assist },
    ])
    expect(deadlineOf(issue)).toBe(deadlineOf(inHand()))
    const half = does(issue, 'recordAssistance', { text }, { by: people.assisting })
    expect(newlyOverdue(half, assist)).toContainEqual(expect.objectContaining({ clock: 'assist' }))
    const marked = does(half, 'recordOverdue', {}, { by: people.system, now: assist })
    expect(newlyOverdue(marked, assist)).toEqual([])
    expect(ofClock(does(half, 'recordAssistance', { text }, { by: liaison }))).toEqual([])
  })

  it('get back after a pause just the time that was left to them', () => {
    const pause = { reason: 'awaitingSuperior', resumeOn: '2026-12-01', text } as const
    const paused = does(inHand(['innovation']), 'pauseIssue', pause, { by: people.handler })
    expect(ofClock(paused)).toEqual([])
    const resumed = does(paused, 'resumeIssue', {}, { by: people.handler, now: at('2026-11-30') })
    expect(ofClock(resumed)).toMatchObject([{ due: at('2026-12-03', '17:00') }])
  })

  it('have their time moved by a calendar with another day off', () => {
    const years = defaultCalendar.years.map((year) =>
      year.year === 2026 ? { ...year, off: [...year.off, '2026-11-25'] } : year,
    )
    const calendar = { ...defaultCalendar, years, version: 'with a day off' }
    const moved = does(inHand(['innovation']), 'recomputeDues', {}, { by: people.system, calendar })
    expect(duesIn(moved).assist).toBe(at('2026-11-27', '17:00'))
    expect(ask(moved, 'recomputeDues', {}, { by: people.system, calendar }).answer).toEqual([])
  })
})

describe('a unit outside', () => {
  const outside = () => does(logged(), 'routeIssue', { department: 'power' })

  it('is acted for by its liaison, whose own colleagues may not', () => {
    expect(ask(outside(), 'acceptAssignment', {}, { by: people.assisting }).answer).toMatchObject({
      refused: 'notYourUnit',
    })
    const issue = does(outside(), 'acceptAssignment', {}, { by: liaison })
    expect(departmentOf(issue)).toBe('power')
    const proposed = does(issue, 'proposeClosure', { closure: 'solved', text }, { by: liaison })
    expect(proposed.stage).toBe('confirming')
  })

  it('is not confirmed by whoever stands for it', () => {
    const issue = does(outside(), 'acceptAssignment', {}, { by: liaison })
    const proposed = does(issue, 'proposeClosure', { closure: 'solved', text }, { by: liaison })
    const confirm = (by: Principal) =>
      ask(proposed, 'confirmClosure', { result: 'solved', via: 'call' }, { by }).answer
    expect(confirm(liaisonWhoDispatches)).toMatchObject({ refused: 'mustBeOutside' })
    expect(confirm(people.dispatcher)).toMatchObject([{ type: 'ClosureConfirmed' }])
  })
})

describe('a day that is imposed from outside', () => {
  const closeOf = (dueOn: string) =>
    duesIn(assigned([], { outside: { name: '市12345热线', number: '118', dueOn } })).close
  const own = duesIn(assigned()).close

  it.each([
    ['the earlier one binds', '2026-11-27', at('2026-11-27', '17:00')],
    ['a later one gives no more time', '2027-03-01', own],
    ['one on a Saturday ends with the next working day', '2026-11-28', at('2026-11-30', '17:00')],
    ['one that is past is overdue from the beginning', '2026-11-20', at('2026-11-20', '17:00')],
  ])('%s', (_, dueOn, close) => {
    expect(closeOf(dueOn)).toBe(close)
  })
})

describe('what other desks owe', () => {
  it('is an extension by its due time, and a supervision from when it was proposed', () => {
    const asked = does(inHand(), 'askExtension', { until: '2026-12-31', text }, { by: people.handler })
    const { close } = duesIn(asked)
    expect(desksOf(asked)).toEqual([{ desk: 'dispatcher', asks: 'extension', by: close }])
    const late = does(asked, 'recordOverdue', {}, { by: people.system, now: close })
    expect(desksOf(late)).toContainEqual({ desk: 'manager', asks: 'supervision', by: close })
    const decided = does(
      late,
      'decideSupervision',
      { opened: false, text },
      { by: people.manager, now: close },
    )
    expect(desksOf(decided).map(({ asks }) => asks)).toEqual(['extension'])
    expect(desksOf(does(decided, 'withdrawIssue', { text }))).toEqual([])
  })
})
