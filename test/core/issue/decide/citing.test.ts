import { describe, expect, it } from 'vitest'
import { needsCitation } from '../../../../core/issue/decide/policy.ts'
import { anIssueInHand } from '../../an-issue.ts'
import { given } from '../../given.ts'
import { command } from '../../usual.ts'

const policyInHand = () =>
  anIssueInHand().map((event) =>
    event.type === 'IssueLogged' ? { ...event, category: 'policy' as const } : event,
  )
const closing = (more: object) =>
  command('proposeClosure', { closure: 'explained', text: '已答复。', ...more })

describe('a policy question', () => {
  it('closes with the policies it was answered from', () => {
    const closed = given(policyInHand()).when(closing({ cited: ['sample-park-rent'] }))
    expect(closed.fact('ClosureProposed').cited).toEqual(['sample-park-rent'])
    expect(closed.issue).toMatchObject({ closure: { cited: ['sample-park-rent'] } })
  })

  it('closes with the name of a document that is no record', () => {
    const closed = given(policyInHand()).when(closing({ citedElse: '内府发〔2025〕3号' }))
    expect(closed.fact('ClosureProposed').citedElse).toBe('内府发〔2025〕3号')
  })

  it('does not close with an answer that rests on nothing', () => {
    given(policyInHand()).when(closing({})).refuses('citationMissing', '/cited')
  })

  it('cites only policies that are in force', () => {
    given(policyInHand())
      .when(closing({ cited: ['sample-park-rent', 'gone'] }))
      .refuses('badInput', '/cited/1')
  })

  it('may wait for conditions or a higher level without one', () => {
    expect(needsCitation('policy', 'notYet')).toBe(false)
    expect(needsCitation('policy', 'passedUp')).toBe(false)
    expect(needsCitation('hiring', 'solved')).toBe(false)
  })
})
