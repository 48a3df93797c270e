import { AdvanceRoundTask } from '../../workflows/contracts.ts'
import type { Container } from '../lib/container.ts'
import { giveByClock } from '../lib/give-by-clock.ts'

/** Moves a round on by what time and consent have brought; where that is nothing, nothing happens. */
export const advanceRoundTask = (container: Container) => async (payload: unknown) => {
  const { issueId, round } = AdvanceRoundTask.input.parse(payload)
  await giveByClock(container, 'advanceRound', issueId)
  return { issueId, round }
}
