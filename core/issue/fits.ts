import type { Step } from '../lifecycle/step.ts'
import type { Stage } from '../words.ts'

/** At which stages each fact of a chapter can happen: where a command that makes it may start. */
export const stagesOfFacts = (
  steps: Readonly<Record<string, Step>>,
): ReadonlyMap<string, ReadonlySet<Stage>> => {
  const found = new Map<string, Set<Stage>>()
  for (const { from, makes } of Object.values(steps)) {
    for (const type of makes) {
      const stages = found.get(type) ?? new Set<Stage>()
      found.set(type, stages)
      for (const stage of from === 'nothing' ? [] : from) stages.add(stage)
    }
  }
  return found
}
