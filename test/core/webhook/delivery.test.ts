import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterTry,
  Delivery,
  type DeliveryFact,
  deliveryStanding,
  evolveDelivery,
  leaseSeconds,
  mostTries,
  type Outcome,
  pausesSeconds,
} from '../../../core/webhook/delivery.ts'

const start = '2026-11-23T01:30:00Z'
const queued = Delivery.parse({
  id: `msg_${'a'.repeat(24)}`,
  bank: 'hanan',
  endpoint: '0123ABCD',
  type: 'referral.invited',
  body: '{}',
  createdAt: start,
  state: 'open',
  tries: 0,
  nextTryAt: start,
  redeliveries: 0,
})
const later = (seconds: number, from = start) =>
  `${new Date(Date.parse(from) + seconds * 1000).toISOString().slice(0, 19)}Z`
const begun = (n: number) => evolveDelivery(queued, { type: 'TryBegan', n }, start)
const types = (facts: readonly DeliveryFact[]) => facts.map(({ type }) => type)

describe('a delivery', () => {
  it('is due at once, and over when it has arrived', () => {
    expect(deliveryStanding(queued, start).standing).toBe('toSend')
    const arrived = evolveDelivery(begun(1), { type: 'WebhookDelivered', n: 1, status: 200 }, start)
    expect(deliveryStanding(arrived, later(9999)).standing).toBe('over')
  })

  it('waits while a try is under way, and is due again if that try is never heard of', () => {
    expect(deliveryStanding(begun(1), later(1))).toEqual({ standing: 'toWait', seconds: leaseSeconds - 1 })
    expect(deliveryStanding(begun(1), later(leaseSeconds)).standing).toBe('toSend')
  })

  it.each([
    [200, ['WebhookDelivered']],
    [299, ['WebhookDelivered']],
    [301, ['TryFailed']],
    [404, ['TryFailed']],
    [410, ['TryFailed', 'DeliveryGivenUp']],
    [500, ['TryFailed']],
  ])('takes the answer %i for what it is', (status, facts) => {
    expect(types(afterTry(begun(1), { status }))).toEqual(facts)
  })

  it('is given up when the last try has failed', () => {
    expect(types(afterTry(begun(mostTries - 1), { failed: 'timeout' }))).toEqual(['TryFailed'])
    expect(afterTry(begun(mostTries), { failed: 'timeout' })).toMatchObject([
      { type: 'TryFailed', reason: 'timeout' },
      { type: 'DeliveryGivenUp', reason: 'triedOut' },
    ])
  })

  it('is tried over about a day', () => {
    const hours = pausesSeconds.reduce<number>((sum, one) => sum + one, 0) / 3600
    expect(hours).toBeGreaterThan(23)
    expect(hours).toBeLessThan(25)
  })

  it('begins anew when it is asked for again', () => {
    const dead = evolveDelivery(begun(8), { type: 'DeliveryGivenUp', reason: 'triedOut' }, start)
    const again = evolveDelivery(dead, { type: 'RedeliveryAsked' }, later(50))
    expect(again).toMatchObject({
      state: 'open',
      tries: 0,
      nextTryAt: later(50),
      redeliveries: 1,
      id: queued.id,
    })
    expect(again).not.toHaveProperty('ended')
  })

  it('ends, whatever the other side answers, within its tries, and every state of it can be stored', () => {
    const outcome: fc.Arbitrary<Outcome> = fc.oneof(
      fc.record({ status: fc.integer({ min: 100, max: 599 }) }),
      fc.record({ failed: fc.constantFrom('timeout', 'unreachable', 'forbiddenAddress') }),
    )
    fc.assert(
      fc.property(fc.array(outcome, { minLength: mostTries, maxLength: mostTries }), (outcomes) => {
        let now = start
        let delivery = queued
        for (const one of outcomes) {
          if (delivery.state !== 'open') break
          const { standing, seconds } = deliveryStanding(delivery, now)
          if (standing === 'toWait') now = later(seconds, now)
          expect(deliveryStanding(delivery, now).standing).toBe('toSend')
          delivery = evolveDelivery(delivery, { type: 'TryBegan', n: delivery.tries + 1 }, now)
          for (const fact of afterTry(delivery, one)) delivery = evolveDelivery(delivery, fact, now)
          expect(Delivery.parse(delivery)).toEqual(delivery)
        }
        expect(delivery.state).not.toBe('open')
      }),
    )
  })
})
