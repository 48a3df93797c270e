import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { movableClock, wallClock } from '../../local/clock.ts'
import { type Entry, timerHeap } from '../../local/timer-heap.ts'

const START = new Date('2026-11-23T01:00:00.000Z')
const DAY = 86_400_000
const later = (ms: number) => new Date(START.getTime() + ms)

describe('the movable clock', () => {
  test('fires what falls due in order, each at its own time, and nothing else', async () => {
    const clock = movableClock(START)
    const fired: string[] = []
    const note = (name: string) => () => fired.push(`${name} ${clock.now().toISOString()}`)
    clock.at(later(2000), note('second'))
    clock.at(later(1000), note('first'))
    clock.at(later(2000), note('third'))
    clock.at(later(2001), note('never'))
    clock.at(later(1500), note('cancelled')).cancel()
    await clock.advance(2000)
    expect(fired).toEqual([
      'first 2026-11-23T01:00:01.000Z',
      'second 2026-11-23T01:00:02.000Z',
      'third 2026-11-23T01:00:02.000Z',
    ])
    expect(clock.now()).toEqual(later(2000))
  })

  test('lets the promises of a timer settle before the next one, so that it may set timers of its own', async () => {
    const clock = movableClock(START)
    const fired: number[] = []
    const tick = async () => {
      await Promise.resolve()
      fired.push(clock.now().getTime() - START.getTime())
      clock.at(new Date(clock.now().getTime() + DAY), () => void tick())
    }
    clock.at(later(DAY), () => void tick())
    await clock.advanceTo(later(3 * DAY))
    expect(fired).toEqual([DAY, 2 * DAY, 3 * DAY])
  })

  test('waits until the work is done that a condition watches', async () => {
    const clock = movableClock(START)
    let isBusy = false
    clock.settleUntil(() => !isBusy)
    clock.at(later(1), () => {
      isBusy = true
      setTimeout(() => {
        isBusy = false
      }, 30)
    })
    await clock.advance(1)
    expect(isBusy).toBe(false)
  })

  test('can be set, and fires then what was passed over', async () => {
    const clock = movableClock(START)
    let fired = 0
    clock.at(later(DAY), () => {
      fired += 1
    })
    clock.set(later(2 * DAY))
    expect(fired).toBe(0)
    await clock.advance(0)
    expect(fired).toBe(1)
    expect(clock.now()).toEqual(later(2 * DAY))
  })
})

describe('the wall clock', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('fires a timer of forty days after forty days', () => {
    vi.useFakeTimers({ now: START })
    const clock = wallClock()
    let fired = 0
    clock.at(later(40 * DAY), () => {
      fired += 1
    })
    vi.advanceTimersByTime(40 * DAY - 1)
    expect(fired).toBe(0)
    vi.advanceTimersByTime(1)
    expect(fired).toBe(1)
  })

  test('fires an earlier timer that came later, a past one soon, and a cancelled one never', () => {
    vi.useFakeTimers({ now: START })
    const clock = wallClock()
    const fired: string[] = []
    clock.at(later(1000), () => fired.push('late'))
    clock.at(later(500), () => fired.push('early'))
    clock.at(later(700), () => fired.push('cancelled')).cancel()
    clock.at(later(-1), () => fired.push('past'))
    expect(fired).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(fired).toEqual(['past', 'early', 'late'])
  })

  test('goes on after a timer that throws', () => {
    vi.useFakeTimers({ now: START })
    const clock = wallClock()
    let fired = 0
    clock.at(later(10), () => {
      throw new Error('a fault of one timer')
    })
    clock.at(later(20), () => {
      fired += 1
    })
    expect(() => vi.advanceTimersByTime(10)).toThrow('a fault of one timer')
    vi.advanceTimersByTime(10)
    expect(fired).toBe(1)
  })
})

test('timers leave the heap in the order of their time, whatever was cancelled between', () => {
  const plan = fc.array(fc.record({ due: fc.integer({ min: 0, max: 20 }), isCancelled: fc.boolean() }))
  fc.assert(
    fc.property(plan, (timers) => {
      const heap = timerHeap()
      const entries = timers.map(({ due }) => heap.add(due, () => {}))
      const kept = entries.filter((entry, index) => {
        if (timers[index]?.isCancelled) heap.remove(entry)
        return !timers[index]?.isCancelled
      })
      const left: Entry[] = []
      for (let entry = heap.first(); entry !== undefined; entry = heap.first()) {
        left.push(entry)
        heap.remove(entry)
        heap.remove(entry)
      }
      expect(left).toEqual(kept.toSorted((a, b) => a.due - b.due || a.order - b.order))
      expect(heap.size()).toBe(0)
    }),
  )
})
