import type { CommandName } from './issue/commands.ts'
import { closingSteps } from './lifecycle/closing.ts'
import { hiringSteps } from './lifecycle/hiring.ts'
import { referralSteps } from './lifecycle/referral.ts'
import { refundSteps } from './lifecycle/refund.ts'
import { retentionSteps } from './lifecycle/retention.ts'
import { reviewSteps } from './lifecycle/review.ts'
import { routingSteps } from './lifecycle/routing.ts'
import type { Step } from './lifecycle/step.ts'
import { timingSteps } from './lifecycle/timing.ts'
import { togetherSteps } from './lifecycle/together.ts'
import { workSteps } from './lifecycle/work.ts'

export type { Step } from './lifecycle/step.ts'

/**
 * The lifecycle, whole: for every command who may give it, at which stages, and what it leads to. The API, the
 * workflow tasks, the portal's buttons and the generated diagram all read this table.
 */
export const lifecycle = {
  ...routingSteps,
  ...workSteps,
  ...hiringSteps,
  ...refundSteps,
  ...closingSteps,
  ...referralSteps,
  ...timingSteps,
  ...togetherSteps,
  ...reviewSteps,
  ...retentionSteps,
} as const satisfies Record<CommandName, Step>

export const stepOf = (command: CommandName): Step => lifecycle[command]
