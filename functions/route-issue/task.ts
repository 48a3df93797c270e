import { RouteIssueTask } from '../../workflows/contracts.ts'
import type { Container } from '../lib/container.ts'
import { giveByClock } from '../lib/give-by-clock.ts'

/** Routes an issue by the rules that hold today, or leaves it to the dispatcher. */
export const routeIssueTask = (container: Container) => async (payload: unknown) => {
  const { issueId } = RouteIssueTask.input.parse(payload)
  await giveByClock(container, 'routeByRules', issueId)
  return { issueId }
}
