import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../../core/issue/context.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { anotherIssue, nextId, people } from '../../office.ts'
import { ask, assigned, does, inHand, logged, monday, text } from '../../together.ts'

describe('common issues', () => {
  const join = (issue: Issue, parent: string, more: Partial<Context> = {}) =>
    ask(issue, 'joinCommon', { parent }, more).answer
  const joined = (issue = inHand()) => does(issue, 'joinCommon', { parent: anotherIssue })
  const system = { by: people.system }

  it('take in a case once, at any stage before it is answered', () => {
    for (const issue of [logged(), assigned(), inHand()]) {
      expect(joined(issue).parent).toBe(anotherIssue)
      expect(join(joined(issue), anotherIssue)).toEqual([])
    }
  })

  it('are one level deep: a case has no cases and belongs to one', () => {
    const parent = does(inHand(), 'adoptChild', { child: anotherIssue }, system)
    expect(join(inHand(), nextId)).toMatchObject({ refused: 'mergeIntoItself' })
    expect(join(joined(), '20261101-2B5C7')).toMatchObject({ refused: 'inAnotherCommon' })
    expect(join(parent, '20261101-2B5C7')).toMatchObject({ refused: 'isCommonItself' })
    expect(join(inHand(), anotherIssue, { mergeTargetOpen: false })).toMatchObject({
      refused: 'mergeTargetOver',
    })
    expect(join(inHand(), anotherIssue, { mergeTargetIsCase: true })).toMatchObject({
      refused: 'commonIsCase',
    })
  })

  it('let a case go, with whatever was suggested to it', () => {
    const suggested = does(joined(), 'suggestClosure', { from: anotherIssue, closure: 'solved' }, system)
    const left = does(suggested, 'leaveCommon', { text })
    expect([left.parent, left.closureSuggested]).toEqual([undefined, undefined])
    expect(ask(left, 'leaveCommon', { text }).answer).toMatchObject({ refused: 'notInCommon' })
  })

  it('know their cases, however often and in whatever order the news of them comes', () => {
    const news = fc.record({ child: fc.constantFrom('20261101-2B5C7', anotherIssue), comes: fc.boolean() })
    fc.assert(
      fc.property(fc.array(news, { maxLength: 12 }), (all) => {
        const cases = new Set<string>()
        const parent = all.reduce((issue, { child, comes }) => {
          cases[comes ? 'add' : 'delete'](child)
          return does(issue, comes ? 'adoptChild' : 'releaseChild', { child }, system)
        }, inHand())
        expect(parent.children ?? []).toEqual([...cases])
      }),
    )
  })

  it('suggest closure once for each kind of answer, and change nothing else', () => {
    const issue = joined()
    const input = { from: anotherIssue, closure: 'explained' } as const
    const suggested = does(issue, 'suggestClosure', input, system)
    expect(suggested).toEqual({ ...issue, closureSuggested: { ...input, at: monday } })
    expect(ask(suggested, 'suggestClosure', input, system).answer).toEqual([])
    expect(ask(suggested, 'suggestClosure', { ...input, closure: 'solved' }, system).answer).toHaveLength(1)
  })

  it('are said to have changed a rule by those who handle them, when they have cases', () => {
    const outcome = { ruleChanged: true, text }
    expect(ask(inHand(), 'recordCommonOutcome', outcome, { by: people.handler }).answer).toMatchObject({
      refused: 'notACommonIssue',
    })
    const parent = does(inHand(), 'adoptChild', { child: anotherIssue }, system)
    expect(does(parent, 'recordCommonOutcome', outcome, { by: people.handler }).ruleChanged).toBe(true)
  })
})

describe('handing over', () => {
  it('gives the work to a colleague, once', () => {
    const answer = ask(inHand(), 'handOver', { to: 'talent-2' }, { by: people.handler }).answer
    expect(answer).toEqual([{ type: 'HandedOver', from: 'talent-1', to: 'talent-2' }])
    const given = does(inHand(), 'handOver', { to: 'talent-2' }, { by: people.handler })
    expect(ask(given, 'handOver', { to: 'talent-2' }, { by: people.manager }).answer).toEqual([])
  })

  it.each([
    ['someone of another department', 'parks-1'],
    ['nobody at all', 'nobody'],
    ['someone who stands for the department but may not handle its issues', 'visitor'],
  ])('is refused to %s', (_, to) => {
    expect(ask(inHand(), 'handOver', { to }, { by: people.handler }).answer).toMatchObject({
      refused: 'notOfTheUnit',
      fields: [{ pointer: '/to' }],
    })
  })
})
