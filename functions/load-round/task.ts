import type { z } from 'zod'
import { secondsTo, standingOf } from '../../core/issue/standing.ts'
import { roundStandingOf, roundWakesAt } from '../../core/referral/round.ts'
import { LoadRoundTask } from '../../workflows/contracts.ts'
import type { Container } from '../lib/container.ts'

/** Says where a round stands; with its issue it is over. */
export const loadRoundTask =
  (container: Container) =>
  async (payload: unknown): Promise<z.infer<typeof LoadRoundTask.output>> => {
    const { issueId, round } = LoadRoundTask.input.parse(payload)
    const loaded = await container.issues.load(issueId)
    if (!loaded) throw new Error(`issue ${issueId} is not in the table`)
    const { issue, version } = loaded
    const now = container.now()
    const over = standingOf(issue) === 'over'
    return {
      issueId,
      round,
      version,
      standing: over ? 'over' : roundStandingOf(issue.financing, round, now),
      secondsToDeadline: secondsTo(roundWakesAt(issue.financing, round), now),
    }
  }
