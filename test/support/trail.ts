import type { Ask } from './office.ts'

export type Trail = { type: string; at: string; fact: Record<string, unknown> }[]

/** What happened to an issue, as the dispatcher reads it. */
export const trailOf = async ({ ask }: { ask: Ask }, id: string) =>
  (await ask('dispatcher', 'GET', `/issues/${id}/events`)).body.items as Trail

/** Facts about clocks in the order of their coming, each as `what clock due`. */
export const clockFacts = async (office: { ask: Ask }, id: string) =>
  (await trailOf(office, id)).flatMap(({ type, fact }) =>
    ['DueSoonRecorded', 'OverdueRecorded', 'SupervisionProposed'].includes(type)
      ? [[type, fact.clock, fact.due].filter(Boolean).join(' ')]
      : [],
  )
