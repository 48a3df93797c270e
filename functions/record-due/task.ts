import { dueCommand } from '../../core/issue/standing.ts'
import { RecordDueTask } from '../../workflows/contracts.ts'
import type { Container } from '../lib/container.ts'
import { giveByClock } from '../lib/give-by-clock.ts'

/** Gives the command that time calls for now; where nothing is due, nothing happens. */
export const recordDueTask = (container: Container) => async (payload: unknown) => {
  const { issueId } = RecordDueTask.input.parse(payload)
  const loaded = await container.issues.load(issueId)
  const command = loaded && dueCommand(loaded.issue, container.now(), await container.calendar())
  if (command) await giveByClock(container, command, issueId)
  return { issueId }
}
