import type { z } from 'zod'
import { AwaitChangeTask } from '../../workflows/contracts.ts'
import { type Container, secondsInstant } from '../lib/container.ts'
import { replaceWait, type Waiting } from '../lib/waits.ts'
import type { TaskAnswers } from '../lib/workflows.ts'

/**
 * Notes what an execution waits for and *then* looks at the issue again. The dispatcher looks at the note after each
 * event: whichever comes first, one of the two sees the other, and no wake-up is lost. It never depends on the stage,
 * because an extension changes the deadline without changing the stage.
 */
export const waitForChange = async (
  container: Container,
  workflows: TaskAnswers,
  who: Waiting,
  { issueId, version, secondsToDeadline, execution, token }: z.infer<typeof AwaitChangeTask.input>,
) => {
  const until = secondsInstant(new Date(Date.parse(container.now()) + secondsToDeadline * 1000))
  const before = await replaceWait(container.table, issueId, { token, execution, version, until }, who)
  if (before && before.execution !== execution) await workflows.supersede(before.token)
  const now = await container.issues.load(issueId)
  if (!now || now.version !== version) await workflows.wake(token)
  return {}
}

export const awaitChangeTask = (container: Container, workflows: TaskAnswers) => async (payload: unknown) =>
  waitForChange(container, workflows, 'issue', AwaitChangeTask.input.parse(payload))
