import { describe, expect, it } from 'vitest'
import { queueOf } from '../../../../functions/store/issue-rows.ts'
import {
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueSentBack,
  aReturnedIssue,
  aTwiceReturnedIssue,
  issueAfter,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

const toTalent = command('routeIssue', { department: 'talent' })
const toTax = command('routeIssue', { department: 'tax' })

describe('returning an assignment', () => {
  it('lays it before the dispatcher, with the reason and a new day to route it', () => {
    expect(given(anAssignedIssue()).when(command('returnAssignment')).issue).toMatchObject({
      stage: 'logged',
      returns: [{ department: 'talent', reason: 'notOurs', by: 'talent-1' }],
      routeDue: at('2026-11-24', '17:00'),
      leftToDispatcher: { at: at('2026-11-23') },
    })
  })

  it('is possible until the close of the next working day, and then too late', () => {
    const by = (now: string) => given(anAssignedIssue()).when(command('returnAssignment'), { now })
    by(at('2026-11-24', '17:00')).makes({ type: 'AssignmentReturned' })
    by('2026-11-24T09:00:01Z').refuses('returnTooLate')
  })

  it('is refused to another department', () => {
    given(anAssignedIssue()).when(command('returnAssignment'), { by: 'otherHandler' }).refuses('notYourUnit')
  })

  it('is refused once it is accepted', () => {
    given(anIssueInHand()).when(command('returnAssignment')).refuses('wrongStage')
  })

  it('is refused a second time: the department no longer has it', () => {
    given(anAssignedIssue()).when(command('returnAssignment')).again().refuses('notYourUnit')
  })

  it('is never routed by the rules again', () => {
    given(aReturnedIssue()).when(command('routeByRules')).staysQuiet()
  })
})

describe('the ruling on a return', () => {
  it('is the dispatcher’s: to another department means upheld', () => {
    const ruling = given(aReturnedIssue()).when(toTax)
    expect(ruling.fact('IssueRouted').ruling).toBe('upheld')
    expect(ruling.issue).not.toHaveProperty('assignment.final')
  })

  it('to the same department means sent back', () => {
    const ruling = given(aReturnedIssue()).when(toTalent)
    expect(ruling.fact('IssueRouted').ruling).toBe('sentBack')
    expect(ruling.issue).toMatchObject({ assignment: { department: 'talent', final: true } })
  })

  it('sent back is final: it cannot be returned again', () => {
    given(anIssueSentBack()).when(command('returnAssignment')).refuses('returnIsFinal')
  })

  it('sent back still lets the dispatcher transfer it, and the next department may return it', () => {
    const { events } = given(anIssueSentBack()).when(command('transferIssue', { department: 'parks' }))
    given(events)
      .when(command('returnAssignment'), { by: 'otherHandler' })
      .makes({ type: 'AssignmentReturned' })
  })

  it('is no ruling where nothing was returned', () => {
    expect(given(aLoggedIssue()).when(toTalent).fact('IssueRouted')).not.toHaveProperty('ruling')
  })
})

describe('a second return', () => {
  it('goes from the dispatcher’s queue to the manager’s', () => {
    expect(queueOf(issueAfter(aReturnedIssue()))).toBe('dispatcher')
    expect(queueOf(issueAfter(aTwiceReturnedIssue()))).toBe('manager')
  })

  it('is not ruled on by the dispatcher', () => {
    given(aTwiceReturnedIssue()).when(toTax, { by: 'dispatcher' }).refuses('managerRules')
  })

  it.each([
    ['parks', 'sentBack'],
    ['tax', 'upheld'],
  ] as const)('is ruled on by the manager: to %s means %s', (department, ruling) => {
    given(aTwiceReturnedIssue())
      .when(command('routeIssue', { department }), { by: 'manager' })
      .makes({ type: 'IssueRouted', department, ruling })
  })

  it('sent back by the manager is final too', () => {
    const { events } = given(aTwiceReturnedIssue()).when(command('routeIssue', { department: 'parks' }), {
      by: 'manager',
    })
    given(events).when(command('returnAssignment'), { by: 'otherHandler' }).refuses('returnIsFinal')
  })
})
