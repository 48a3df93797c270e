import type { z } from 'zod'
import { secondsToDeadline, standingOf } from '../../core/issue/standing.ts'
import { LoadIssueTask } from '../../workflows/contracts.ts'
import type { Container } from '../lib/container.ts'

/** Says where an issue stands. One that does not exist is a fault: nothing starts a workflow before its issue. */
export const loadIssueTask =
  (container: Container) =>
  async (payload: unknown): Promise<z.infer<typeof LoadIssueTask.output>> => {
    const { issueId } = LoadIssueTask.input.parse(payload)
    const loaded = await container.issues.load(issueId)
    if (!loaded) throw new Error(`issue ${issueId} is not in the table`)
    return {
      issueId,
      version: loaded.version,
      standing: standingOf(loaded.issue),
      secondsToDeadline: secondsToDeadline(loaded.issue, container.now(), await container.calendar()),
    }
  }
