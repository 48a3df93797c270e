import { describe, expect, it } from 'vitest'
import { standings } from '../../core/issue/standing.ts'
import { roundStandings } from '../../core/referral/round.ts'
import { definitionOf } from './definition.ts'

/** Each definition, the words by which it chooses, and where it begins again after a wait. */
const definitions = [
  ['issue-lifecycle', standings, 'Load issue', 'Record what is due'],
  ['bank-referral', roundStandings, 'Load round', 'Load round'],
] as const

describe.each(definitions)('the %s definition', (name, words, load, afterTimeout) => {
  const { text, machine, states, ofType, reachableFrom } = definitionOf(name)

  it('reaches every state from its start, and names no state that it does not have', () => {
    expect([...reachableFrom(machine.StartAt)].sort()).toEqual(states.map(({ name }) => name).sort())
  })

  it.each(states)('can come to an end from "$name"', ({ name }) => {
    const ends = states.filter(({ Type }) => Type === 'Succeed').map((state) => state.name)
    const reached = reachableFrom(name)
    const failed = ofType('Fail').map((state) => state.name)
    expect([...ends, ...failed].some((end) => reached.has(end))).toBe(true)
  })

  it.each(ofType('Choice'))('knows at "$name" what to do with an unknown word', ({ Default }) => {
    expect(machine.States[Default ?? '']?.Type).toBe('Fail')
  })

  it('routes every standing that there can be, and no other', () => {
    const routed = ofType('Choice').flatMap(({ Choices }) => Choices.map(({ StringEquals }) => StringEquals))
    expect(routed.sort()).toEqual([...words].sort())
  })

  it('compares nothing but the one word', () => {
    const variables = ofType('Choice').flatMap(({ Choices }) => Choices.map(({ Variable }) => Variable))
    expect(new Set(variables)).toEqual(new Set(['$.standing']))
  })

  it.each(ofType('Task'))('does not wait without end at "$name", and tries again', (state) => {
    expect(state.TimeoutSeconds ?? state.TimeoutSecondsPath).toBeDefined()
    expect(state.Retry.length).toBeGreaterThan(0)
  })

  it.each(ofType('Task').filter(({ Resource }) => Resource?.endsWith('.waitForTaskToken')))(
    'at "$name" is woken into loading it afresh, or by time, or gives way',
    (state) => {
      expect(state.Next).toBe(load)
      expect(state.TimeoutSecondsPath).toBe('$.secondsToDeadline')
      expect(state.Catch.map((caught) => [caught.ErrorEquals, caught.Next])).toEqual([
        [['Superseded'], 'Another execution took over'],
        [['States.Timeout'], afterTimeout],
      ])
    },
  )

  it('asks functions only: no rule, no arithmetic and no table in the definition', () => {
    const resources = new Set(ofType('Task').map(({ Resource }) => Resource?.split(':states:::')[1]))
    expect(resources).toEqual(new Set(['lambda:invoke', 'lambda:invoke.waitForTaskToken']))
    expect(text).not.toContain('States.Math')
  })

  it('stays small enough to be read: at most a dozen states besides the one for what cannot happen', () => {
    expect(states.filter(({ Type }) => Type !== 'Fail').length).toBeLessThanOrEqual(12)
  })
})
