import { type TimerHeap, timerHeap } from './timer-heap.ts'

export type Timer = { cancel(): void }

export type Clock = {
  now(): Date
  /** Runs once when the time has come, however far off it is; a time that is past runs soon, never within this call. */
  at(when: Date, run: () => void): Timer
}

/** Node fires a timeout above 2^31 ms (24.8 days) at once; a minute also notices a changed or resumed clock. */
const LONGEST_SLEEP_MS = 60_000

/** The machine's clock. Its timers alone do not keep the process alive. */
export function wallClock(): Clock {
  const heap = timerHeap()
  let armedFor = Number.POSITIVE_INFINITY
  let sleeping: NodeJS.Timeout | undefined

  function arm() {
    const due = heap.first()?.due ?? Number.POSITIVE_INFINITY
    if (due >= armedFor || due === Number.POSITIVE_INFINITY) return
    clearTimeout(sleeping)
    armedFor = due
    sleeping = setTimeout(wake, Math.min(Math.max(due - Date.now(), 0), LONGEST_SLEEP_MS))
    sleeping.unref()
  }

  function wake() {
    armedFor = Number.POSITIVE_INFINITY
    try {
      runDue(heap, () => Date.now())
    } finally {
      arm()
    }
  }

  return {
    now: () => new Date(),
    at(when, run) {
      const entry = heap.add(dueOf(when), run)
      arm()
      return { cancel: () => heap.remove(entry) }
    },
  }
}

export type MovableClock = Clock & {
  /** Moves by milliseconds and fires what falls due, in order, letting the work of each timer settle. */
  advance(ms: number): Promise<void>
  advanceTo(when: Date): Promise<void>
  /** Jumps, also backwards; what has come due fires on the next advance, all at the new time. */
  set(when: Date): void
  /** Adds a condition that advance waits for between timers, so that work over sockets ends at its time. */
  settleUntil(isQuiet: () => boolean): void
}

const TURNS_TO_SETTLE = 5
const LONGEST_SETTLE_MS = 10_000

/** A clock that stands still until it is moved. */
export function movableClock(start: Date): MovableClock {
  const heap = timerHeap()
  const quiet: (() => boolean)[] = []
  let now = start.getTime()

  async function settle() {
    const began = performance.now()
    for (let turns = 0; turns < TURNS_TO_SETTLE; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (quiet.every((isQuiet) => isQuiet())) continue
      if (performance.now() - began > LONGEST_SETTLE_MS) throw new Error('the work of a timer did not settle')
      turns = 0
    }
  }

  async function advanceTo(target: number) {
    await settle()
    for (;;) {
      const entry = heap.first()
      if (entry === undefined || entry.due > target) break
      now = Math.max(now, entry.due)
      heap.remove(entry)
      entry.run()
      await settle()
    }
    now = Math.max(now, target)
  }

  return {
    now: () => new Date(now),
    at(when, run) {
      const entry = heap.add(dueOf(when), run)
      return { cancel: () => heap.remove(entry) }
    },
    advance: (ms) => advanceTo(now + ms),
    advanceTo: (when) => advanceTo(when.getTime()),
    set(when) {
      now = when.getTime()
    },
    settleUntil(isQuiet) {
      quiet.push(isQuiet)
    },
  }
}

function runDue(heap: TimerHeap, now: () => number) {
  for (let entry = heap.first(); entry !== undefined && entry.due <= now(); entry = heap.first()) {
    heap.remove(entry)
    entry.run()
  }
}

function dueOf(when: Date): number {
  const due = when.getTime()
  if (Number.isNaN(due)) throw new RangeError('a timer needs a valid date')
  return due
}
