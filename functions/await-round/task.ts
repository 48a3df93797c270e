import { AwaitRoundTask } from '../../workflows/contracts.ts'
import { waitForChange } from '../await-change/task.ts'
import type { Container } from '../lib/container.ts'
import type { TaskAnswers } from '../lib/workflows.ts'

/** Notes what the execution of a round waits for; the version is the issue's, so that no change is missed. */
export const awaitRoundTask = (container: Container, workflows: TaskAnswers) => async (payload: unknown) => {
  const { round: _, ...asked } = AwaitRoundTask.input.parse(payload)
  return waitForChange(container, workflows, 'round', asked)
}
