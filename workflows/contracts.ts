import * as z from 'zod'
import { standings } from '../core/issue/standing.ts'
import { RoundNo } from '../core/referral/parts.ts'
import { roundStandings } from '../core/referral/round.ts'
import { IssueId } from '../core/scalars.ts'
import { Delivery, deliveryStandings } from '../core/webhook/delivery.ts'

/** What passes between the states of `issue-lifecycle` and the functions behind them. */
export const LoadIssueTask = {
  input: z.object({ issueId: IssueId }),
  output: z.object({
    issueId: IssueId,
    version: z.int().min(1),
    standing: z.enum(standings),
    secondsToDeadline: z
      .int()
      .min(1)
      .max(20 * 24 * 3600),
  }),
}

export const RouteIssueTask = {
  input: z.object({ issueId: IssueId, version: z.int().min(1) }),
  output: z.object({ issueId: IssueId }),
}

export const AwaitChangeTask = {
  input: z.object({
    issueId: IssueId,
    version: z.int().min(1),
    secondsToDeadline: z.int().min(1),
    execution: z.string().min(1),
    token: z.string().min(1),
  }),
}

export const RecordDueTask = {
  input: z.object({ issueId: IssueId }),
  output: z.object({ issueId: IssueId }),
}

/** What passes between the states of `webhook-delivery` and the functions behind them. */
export const LoadDeliveryTask = {
  input: z.object({ webhookId: Delivery.shape.id }),
  output: z.object({
    webhookId: Delivery.shape.id,
    version: z.int().min(1),
    standing: z.enum(deliveryStandings),
    secondsToNextTry: z.int().min(1),
  }),
}

export const SendWebhookTask = {
  input: z.object({ webhookId: Delivery.shape.id, version: z.int().min(1) }),
  output: z.object({ webhookId: Delivery.shape.id }),
}

/** What passes between the states of `bank-referral` and the functions behind them. */
const ofRound = { issueId: IssueId, round: RoundNo }

export const LoadRoundTask = {
  input: z.object(ofRound),
  output: z.object({
    ...ofRound,
    version: z.int().min(1),
    standing: z.enum(roundStandings),
    secondsToDeadline: LoadIssueTask.output.shape.secondsToDeadline,
  }),
}

export const AdvanceRoundTask = { input: z.object(ofRound), output: z.object(ofRound) }

export const AwaitRoundTask = {
  input: z.object({
    ...ofRound,
    version: z.int().min(1),
    secondsToDeadline: z.int().min(1),
    execution: z.string().min(1),
    token: z.string().min(1),
  }),
}
