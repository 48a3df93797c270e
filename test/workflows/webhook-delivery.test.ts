import { describe, expect, it } from 'vitest'
import { deliveryStandings } from '../../core/webhook/delivery.ts'
import { definitionOf } from './definition.ts'

const { machine, states, ofType, reachableFrom } = definitionOf('webhook-delivery')

describe('the webhook-delivery definition', () => {
  it('reaches every state from its start, and names no state that it does not have', () => {
    expect([...reachableFrom(machine.StartAt)].sort()).toEqual(states.map(({ name }) => name).sort())
  })

  it('routes every standing that a delivery can have, and no other, by the one word', () => {
    const choices = ofType('Choice').flatMap(({ Choices }) => Choices)
    expect(choices.map(({ StringEquals }) => StringEquals).sort()).toEqual([...deliveryStandings].sort())
    expect(new Set(choices.map(({ Variable }) => Variable))).toEqual(new Set(['$.standing']))
    for (const { Default } of ofType('Choice')) expect(machine.States[Default ?? '']?.Type).toBe('Fail')
  })

  it.each(ofType('Task'))('does not wait without end at "$name", and tries again', (state) => {
    expect(state.TimeoutSeconds).toBeGreaterThan(30)
    expect(state.Retry.length).toBeGreaterThan(0)
  })

  it.each([...ofType('Task'), ...ofType('Wait')])(
    'looks at the delivery afresh after "$name"',
    ({ name, Next }) => {
      expect(Next).toBe(name === 'Load delivery' ? 'Where does the delivery stand?' : 'Load delivery')
    },
  )

  it('waits as long as core says, and no number stands in the definition', () => {
    expect(ofType('Wait').map(({ SecondsPath }) => SecondsPath)).toEqual(['$.secondsToNextTry'])
  })
})
