import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anOffice, SECOND, withLifecycle } from './office.ts'

const DEADLINE = 100

const step = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 150 }) }),
  fc.record({ do: fc.constant('wake' as const), age: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ do: fc.constant('wakeTwiceAtOnce' as const) }),
)

test('in whatever order events and deadlines come, each wait ends once and one token is alive', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: DEADLINE })
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      run += 1
      waits.length = 0
      await office.start('issue-lifecycle', `run-${run}`, { issueId: `${run}` })
      const mine = () => waits.filter(({ issueId }) => issueId === `${run}`)
      let expected = 1
      let left = DEADLINE
      for (const next of steps) {
        const tokens = mine().map(({ token }) => token)
        if (next.do === 'wait') {
          await office.clock.advance(next.seconds * SECOND)
          const passed = next.seconds - left
          expected += passed < 0 ? 0 : 1 + Math.floor(passed / DEADLINE)
          left = passed < 0 ? left - next.seconds : DEADLINE - (passed % DEADLINE)
        } else {
          const token = tokens.at(next.do === 'wake' ? -1 - next.age : -1)
          if (token === undefined) continue
          const sent =
            next.do === 'wake' ? [office.complete(token)] : [office.complete(token), office.complete(token)]
          const results = await Promise.allSettled(sent)
          const taken = results.filter(({ status }) => status === 'fulfilled').length
          expect(taken).toBe(token === tokens.at(-1) ? 1 : 0)
          expected += taken
          if (taken === 1) left = DEADLINE
        }
        expect(mine()).toHaveLength(expected)
        expect(office.server.waitingCount()).toBe(run)
      }
    }),
    { numRuns: 40 },
  )
})
