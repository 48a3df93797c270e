import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBucket } from '../../../functions/lib/limits/bucket.ts'

test('so many at once, then so many a second, and the answer says when to come again', () => {
  let now = 0
  const take = makeBucket({ burst: 3, perSecond: 0.5 }, () => now)
  expect([1, 2, 3].map(() => take('a').ok)).toEqual([true, true, true])
  expect(take('a')).toEqual({ ok: false, retryAfter: 2 })
  expect(take('b').ok).toBe(true)
  now += 2_000
  expect([take('a').ok, take('a').ok]).toEqual([true, false])
  now += 3_600_000
  expect([1, 2, 3, 4].map(() => take('a').ok)).toEqual([true, true, true, false])
})

test('however the requests come, no more pass than the rate allows, and whoever waits as told passes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { maxLength: 200 }), (gaps) => {
      let now = 0
      const take = makeBucket({ burst: 5, perSecond: 2 }, () => now)
      let passed = 0
      for (const gap of gaps) {
        now += gap
        if (take('a').ok) passed++
      }
      expect(passed).toBeLessThanOrEqual(5 + (now / 1000) * 2)
      const held = take('a')
      if (held.ok) return
      now += held.retryAfter * 1000
      expect(take('a').ok).toBe(true)
    }),
  )
})
