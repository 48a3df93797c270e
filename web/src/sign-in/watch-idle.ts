import { keep, kept } from '../app/kept.ts'

/** When somebody last did something in any tab of this browser, in milliseconds of this device's clock. */
const name = 'last-input'
const everyMs = 1_000
const warnMs = 60_000
/** Not each key is written down. */
const coarseMs = 1_000

export type Idleness = 'there' | 'warned' | 'gone'

/** The click and not the press: a press that took the warning away would leave its button nothing to be clicked. */
const inputs = ['keydown', 'click', 'wheel', 'touchmove', 'input'] as const

/**
 * Watches for input and tells how it stands: `warned` a minute before the limit, `gone` at it, `there` when somebody did
 * something meanwhile, in another tab too. Ends watching with what it returns; `touch` says that somebody is there.
 */
export const watchIdle = (limitMinutes: number, tell: (idleness: Idleness) => void) => {
  const limitMs = limitMinutes * 60_000
  let last = Date.now()
  let state: Idleness = 'there'
  keep(name, last)
  const set = (next: Idleness) => {
    if (next === state) return
    state = next
    tell(next)
  }
  const look = () => {
    const idle = Date.now() - Math.max(last, kept<number>(name) ?? 0)
    if (idle >= limitMs) set('gone')
    else set(idle >= limitMs - Math.min(warnMs, limitMs / 2) ? 'warned' : 'there')
  }
  const touch = () => {
    // A device that slept wakes with a key: whoever presses it may be somebody else.
    look()
    if (state === 'gone' || (state === 'there' && Date.now() - last < coarseMs)) return
    last = Date.now()
    keep(name, last)
    look()
  }
  for (const input of inputs) addEventListener(input, touch, { passive: true, capture: true })
  const timer = setInterval(look, everyMs)
  return {
    touch,
    stop: () => {
      clearInterval(timer)
      for (const input of inputs) removeEventListener(input, touch, { capture: true })
    },
  }
}
