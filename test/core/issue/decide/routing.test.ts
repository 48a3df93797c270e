import { describe, expect, it } from 'vitest'
import {
  aClosedIssue,
  aLoggedIssue,
  anAssignedIssue,
  anIssueInHand,
  anIssueLeftToTheDispatcher,
  anIssueToConfirm,
  atEachStage,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { anotherIssue, at, theIssue } from '../../office.ts'
import { command } from '../../usual.ts'

describe('routing by the rules', () => {
  it('gives a new issue to the department that the rules name', () => {
    expect(given(aLoggedIssue()).when(command('routeByRules')).issue).toMatchObject({
      stage: 'assigned',
      assignment: { department: 'talent', basis: { by: 'rule', rule: 'hiring@2020-01-01' } },
    })
  })

  it('is not done by a person', () => {
    given(aLoggedIssue()).when(command('routeByRules'), { by: 'dispatcher' }).refuses('notAllowed')
  })

  it('asks the rules once: what they left to the dispatcher waits for the dispatcher', () => {
    given(anIssueLeftToTheDispatcher()).when(command('routeByRules')).staysQuiet()
  })
})

describe('routing', () => {
  it('starts the four clocks of the department, by how complex the category is', () => {
    const now = at('2026-11-23', '10:00')
    given(aLoggedIssue())
      .when(command('routeIssue'), { now })
      .makes({
        type: 'IssueRouted',
        department: 'talent',
        basis: { by: 'dispatcher' },
        complexity: 'complex',
        dues: {
          accept: at('2026-11-24', '17:00'),
          contact: at('2026-11-24', '17:00'),
          reply: at('2026-11-26', '17:00'),
          close: at('2026-12-14', '17:00'),
        },
      })
  })

  it('lets the dispatcher say that it is only a question, to be closed in two days', () => {
    const fact = given(aLoggedIssue())
      .when(command('routeIssue', { complexity: 'question' }))
      .fact('IssueRouted')
    expect(fact.dues.close).toBe(at('2026-11-25', '17:00'))
  })

  it('gives an urgent issue to a department with two working hours to accept it', () => {
    const fact = given(aLoggedIssue({ urgency: 'urgent' }))
      .when(command('routeIssue'), { now: at('2026-11-23', '16:00') })
      .fact('IssueRouted')
    expect(fact.dues.accept).toBe(at('2026-11-24', '10:00'))
  })

  it('says that dues crossing an unpublished year are provisional', () => {
    const { dues } = given(aLoggedIssue())
      .when(command('routeIssue'), { now: at('2026-12-29') })
      .fact('IssueRouted')
    expect(dues.provisional).toBe(true)
  })

  it('refuses a department that the office does not have', () => {
    given(aLoggedIssue())
      .when(command('routeIssue', { department: 'moon' }))
      .refuses('unknownDepartment', '/department')
  })

  it('refuses an assisting department that the office does not have', () => {
    given(aLoggedIssue())
      .when(command('routeIssue', { assisting: ['tax', 'moon'] }))
      .refuses('unknownDepartment', '/assisting/1')
  })

  it('is refused once it is routed: from then on it is transferred', () => {
    given(aLoggedIssue()).when(command('routeIssue')).again().refuses('wrongStage')
  })
})

describe('accepting', () => {
  it('takes the issue in hand, under the name of who accepted it', () => {
    expect(given(anAssignedIssue()).when(command('acceptAssignment')).issue).toMatchObject({
      stage: 'handling',
      work: { handler: 'talent-1' },
    })
  })

  it('keeps a contact made before it', () => {
    const { events } = given(anAssignedIssue()).when(command('recordContact'), {
      now: at('2026-11-23', '10:30'),
    })
    expect(given(events).when(command('acceptAssignment')).issue).toMatchObject({
      work: { contactedAt: at('2026-11-23', '10:30') },
    })
  })

  it('is refused to another department', () => {
    given(anAssignedIssue()).when(command('acceptAssignment'), { by: 'otherHandler' }).refuses('notYourUnit')
  })

  it('is refused a second time', () => {
    given(anAssignedIssue()).when(command('acceptAssignment')).again().refuses('wrongStage')
  })
})

describe('transferring', () => {
  it.each(['assigned', 'handling'] as const)('gives an issue that is %s to another department', (stage) => {
    expect(given(atEachStage[stage]()).when(command('transferIssue')).issue).toMatchObject({
      stage: 'assigned',
      assignment: { department: 'parks', basis: { by: 'transfer' } },
    })
  })

  it('starts the clocks afresh for the new department', () => {
    const now = at('2026-12-01')
    const { dues } = given(anIssueInHand()).when(command('transferIssue'), { now }).fact('IssueTransferred')
    expect(dues.accept).toBe(at('2026-12-02', '17:00'))
  })

  it('refuses a department that the office does not have', () => {
    given(anIssueInHand())
      .when(command('transferIssue', { department: 'moon' }))
      .refuses('unknownDepartment')
  })

  it('to where the issue is already is refused, also the second time', () => {
    given(anIssueInHand()).when(command('transferIssue')).again().refuses('sameDepartment')
  })
})

describe('declining', () => {
  it('ends an issue on one of the published grounds', () => {
    expect(given(aLoggedIssue()).when(command('declineIssue')).issue).toMatchObject({
      stage: 'declined',
      ground: 'inPetition',
    })
  })

  it('is refused once a department has it', () => {
    given(anAssignedIssue()).when(command('declineIssue')).refuses('wrongStage')
  })

  it('is refused a second time', () => {
    given(aLoggedIssue()).when(command('declineIssue')).again().refuses('wrongStage')
  })
})

describe('merging', () => {
  it.each(['logged', 'assigned', 'handling'] as const)('ends an issue that is %s in another', (stage) => {
    expect(given(atEachStage[stage]()).when(command('mergeIssue')).issue).toMatchObject({
      stage: 'merged',
      into: anotherIssue,
    })
  })

  it('into itself is refused', () => {
    given(aLoggedIssue())
      .when(command('mergeIssue', { into: theIssue }))
      .refuses('mergeIntoItself')
  })

  it('into an issue that is not there or is over is refused', () => {
    given(aLoggedIssue()).when(command('mergeIssue'), { mergeTargetOpen: false }).refuses('mergeTargetOver')
  })

  it('is refused while the firm is asked whether it is solved', () => {
    given(anIssueToConfirm()).when(command('mergeIssue')).refuses('wrongStage')
  })

  it('is refused a second time', () => {
    given(aLoggedIssue()).when(command('mergeIssue')).again().refuses('wrongStage')
  })
})

describe('the issue that another is merged into', () => {
  it('remembers it', () => {
    expect(given(anIssueInHand()).when(command('absorbMerged')).issue.absorbed).toEqual([anotherIssue])
  })

  it('remembers it also when it has been closed meanwhile', () => {
    given(aClosedIssue()).when(command('absorbMerged')).makes({ type: 'MergeAbsorbed', from: anotherIssue })
  })

  it('is told by nobody but the system', () => {
    given(anIssueInHand()).when(command('absorbMerged'), { by: 'dispatcher' }).refuses('notAllowed')
  })

  it('is told of it once', () => {
    given(anIssueInHand()).when(command('absorbMerged')).again().staysQuiet()
  })
})
