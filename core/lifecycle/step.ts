import type { EventType } from '../issue/events.ts'
import type { PolicyName } from '../permission.ts'
import type { Category, Stage } from '../words.ts'

/** One way on: where it may start, which fact it makes, and the stage that follows (absent: the same one). */
export type Step = {
  readonly zh: string
  readonly en: string
  readonly who: readonly PolicyName[]
  readonly from: readonly Stage[] | 'nothing'
  readonly makes: readonly EventType[]
  readonly to?: readonly Stage[]
  /** `portal`: a button. `page`: a form on a page of its own. `server`: its own route builds the input. `clock`: only workflows and consumers. */
  readonly door: 'portal' | 'page' | 'server' | 'clock'
  /** Makes sense for issues of this category and no other. */
  readonly only?: Category
}

export const open = ['logged', 'assigned', 'handling', 'confirming'] as const
export const inHand = ['assigned', 'handling'] as const
export const always = [...open, 'closed'] as const
