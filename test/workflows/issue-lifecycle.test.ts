import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { standings } from '../../core/issue/standing.ts'

const Next = z.object({ Next: z.string() })
const State = z.looseObject({
  Type: z.enum(['Task', 'Choice', 'Succeed', 'Fail']),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(Next.extend({ Variable: z.string(), StringEquals: z.string() }).strict()).default([]),
  Catch: z.array(Next.loose()).default([]),
  TimeoutSeconds: z.int().positive().optional(),
  TimeoutSecondsPath: z.string().optional(),
  Retry: z.array(z.unknown()).default([]),
})
const Machine = z.object({ StartAt: z.string(), States: z.record(z.string(), State) })

const file = new URL('../../workflows/issue-lifecycle.asl.json', import.meta.url)
const machine = Machine.parse(JSON.parse(readFileSync(file, 'utf8')))
const states = Object.entries(machine.States).map(([name, state]) => ({ name, ...state }))
const ofType = (type: string) => states.filter(({ Type }) => Type === type)
const nextOf = ({ Next, Default, Choices, Catch }: (typeof states)[number]) =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((caught) => caught.Next)].filter(
    (name) => name !== undefined,
  )

const reachableFrom = (start: string): Set<string> => {
  const seen = new Set<string>()
  const toSee = [start]
  for (let name = toSee.pop(); name !== undefined; name = toSee.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    toSee.push(...states.filter((state) => state.name === name).flatMap(nextOf))
  }
  return seen
}

describe('the issue-lifecycle definition', () => {
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

  it('routes every standing that an issue can have, and no other', () => {
    const words = ofType('Choice').flatMap(({ Choices }) => Choices.map(({ StringEquals }) => StringEquals))
    expect(words.sort()).toEqual([...standings].sort())
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
    'at "$name" is woken into loading the issue afresh, or by time, or gives way',
    (state) => {
      expect(state.Next).toBe('Load issue')
      expect(state.TimeoutSecondsPath).toBe('$.secondsToDeadline')
      expect(state.Catch.map((caught) => [caught.ErrorEquals, caught.Next])).toEqual([
        [['Superseded'], 'Another execution took over'],
        [['States.Timeout'], 'Record what is due'],
      ])
    },
  )

  it('asks functions only: no rule, no arithmetic and no table in the definition', () => {
    const resources = new Set(ofType('Task').map(({ Resource }) => Resource?.split(':states:::')[1]))
    expect(resources).toEqual(new Set(['lambda:invoke', 'lambda:invoke.waitForTaskToken']))
    expect(readFileSync(file, 'utf8')).not.toContain('States.Math')
  })

  it('stays small enough to be read: at most a dozen states besides the one for what cannot happen', () => {
    expect(states.filter(({ Type }) => Type !== 'Fail').length).toBeLessThanOrEqual(12)
  })
})
